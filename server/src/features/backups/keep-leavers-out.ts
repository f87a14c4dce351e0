import { sql } from 'kysely'
import type { Operator } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Became, readLeavers } from '../audit/leavers-journal.ts'
import { deactivate, type Leaver } from '../leaving/deactivate.ts'
import { flagRestored } from '../retention/retention.queries.ts'

/**
 * Keeps out whoever was paused, archived or deleted after a backup was made, in the transaction that restores it: the
 * journal beside the database knows them. Who was deleted came back with the backup as archived; archived and deleted
 * people come up for review, and stay out until somebody decides. The last able admin of a place can't be kept out.
 * @returns how many are out, and how many could not be
 */
export async function keepLeaversOut(
  app: App,
  tx: Tx,
  operator: Operator,
): Promise<{ keptOut: number; notKeptOut: number }> {
  const journal = await readLeavers(app.config.dataDir, app.keys, operator.tenantId)
  const left = await listToKeepOut(
    tx,
    journal.filter((line) => line.became !== 'back'),
  )
  const reason = { reason: 'Left after the backup was made that Lanyard was restored from' }
  const paused = left.filter((each) => each.became === 'paused')
  const gone = left.filter((each) => each.became !== 'paused')
  const outcomes = [
    await deactivate(app, tx, operator, paused, { as: 'paused', ...reason }),
    await deactivate(app, tx, operator, gone, { as: 'archived', ...reason }),
  ]
  const out = new Set(outcomes.flatMap(({ done }) => done.map((each) => each.membershipId)))
  await flagRestored(
    tx,
    gone.filter((each) => out.has(each.membershipId)),
  )
  return { keptOut: out.size, notKeptOut: left.length - out.size }
}

/** Those of whom the backup doesn't know yet that they left, as members it takes for being here. */
async function listToKeepOut(
  tx: Tx,
  lines: { eventId: string; membershipId: string; became: Became }[],
): Promise<(Leaver & { became: Became })[]> {
  const column = (pick: (line: (typeof lines)[number]) => string) => lines.map(pick)
  const found = await sql<Leaver & { became: Became }>`
    select m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId", l.became
    from unnest(${column((line) => line.eventId)}::uuid[], ${column((line) => line.membershipId)}::uuid[],
      ${column((line) => line.became)}::text[]) as l (event_id, membership_id, became)
    join memberships m on m.tenant_id = current_tenant() and m.id = l.membership_id
      and m.state in ('active', 'invited', 'not_invited', 'awaiting_approval')
    where not exists (select from audit_events e where e.tenant_id = current_tenant() and e.id = l.event_id)
    order by m.id`.execute(tx)
  return found.rows
}
