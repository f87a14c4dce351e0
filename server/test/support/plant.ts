import type { TestContext } from 'node:test'
import type pg from 'pg'
import { openConnection } from './behind-the-curtain.ts'
import type { Invited } from './invite.ts'
import type { Tenant } from './start-lanyard.ts'

/** The database's owner at work inside one tenant: for facts that no door makes yet. */
export async function openTenant(
  t: TestContext,
  { id, ownerConnection }: Tenant & { ownerConnection: pg.ClientConfig },
): Promise<pg.Client> {
  const db = await openConnection(t, ownerConnection)
  await db.query(`select set_config('lanyard.tenant', $1, false)`, [id])
  return db
}

/** Puts members into a state. */
export async function putState(db: pg.Client, state: string, ...members: { id: string }[]): Promise<void> {
  await db.query('update memberships set state = $1 where id = any($2)', [state, members.map(({ id }) => id)])
}

/** Ends the life of all links of these people, whose mail was asked for a day ago. */
export async function letExpire(db: pg.Client, ...invited: Invited[]): Promise<void> {
  const members = [invited.map(({ personId }) => personId)]
  await db.query(
    `update invitation_links set expires_at = lanyard_now()
     where invitation_id in (select id from invitations where membership_id = any($1))`,
    members,
  )
  await db.query('update memberships set invited_until = lanyard_now() where id = any($1)', members)
  await letADayPass(db)
}

/** Makes all mail a day older, so that nobody has been asked for lately. */
export async function letADayPass(db: pg.Client): Promise<void> {
  await db.query(`update messages set created_at = created_at - interval '1 day'`)
}

/** Locks an address, as ten wrong passwords do. */
export async function lock(db: pg.Client, email: string): Promise<void> {
  await db.query(
    `insert into sign_in_locks (address_hash, failures, locked_until)
     values (address_hash($1), 10, lanyard_now() + interval '20 minutes')`,
    [email],
  )
}
