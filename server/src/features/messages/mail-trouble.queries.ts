import { sql } from 'kysely'
import type { BareTx, Tx } from '../../platform/database/database.ts'
import type { Trouble } from '../../platform/mail/outcome.ts'

/** Seconds between two looks whether the mail server takes letters again. */
const LOOK_SECONDS = 60

export interface MailTrouble {
  kind: Trouble
  serverAnswer: string
  since: Date
  lookAgainAt: Date
}

export async function findTrouble(tx: Tx | BareTx): Promise<MailTrouble | undefined> {
  const found = await sql<MailTrouble>`
    select kind, server_answer as "serverAnswer", since, look_again_at as "lookAgainAt" from mail_trouble`.execute(
    tx,
  )
  return found.rows[0]
}

/** Writes down that the mail server takes nothing; trouble that is known goes on since when it began. */
export async function noteTrouble(tx: BareTx, kind: Trouble, serverAnswer: string): Promise<void> {
  await sql`
    insert into mail_trouble (kind, server_answer, look_again_at)
    values (${kind}, ${serverAnswer}, lanyard_now() + make_interval(secs => ${LOOK_SECONDS}))
    on conflict (only_one) do update set kind = excluded.kind, server_answer = excluded.server_answer,
      look_again_at = excluded.look_again_at`.execute(tx)
}

export async function endTrouble(tx: BareTx): Promise<void> {
  await sql`delete from mail_trouble`.execute(tx)
}

/** Lets the next worker look at once: the settings may have changed. */
export async function lookAtOnce(tx: BareTx): Promise<void> {
  await sql`update mail_trouble set look_again_at = lanyard_now()`.execute(tx)
}

/**
 * How many letters may be tried: all, or while there is trouble a single one now and then, by whichever worker comes
 * first.
 */
export async function mayTry(tx: BareTx, limit: number): Promise<{ limit: number; isLook: boolean }> {
  const found = await sql<{ trouble: boolean; mine: boolean }>`
    with mine as (
      update mail_trouble set look_again_at = lanyard_now() + make_interval(secs => ${LOOK_SECONDS})
      where look_again_at <= lanyard_now() and exists (
        select from messages_due
        where next_try_at <= lanyard_now() and (lease_until is null or lease_until <= lanyard_now())
      )
      returning only_one
    )
    select exists (select from mail_trouble) as trouble, exists (select from mine) as mine`.execute(tx)
  const { trouble, mine } = found.rows[0] ?? { trouble: false, mine: false }
  if (!trouble) return { limit, isLook: false }
  return { limit: mine ? 1 : 0, isLook: mine }
}
