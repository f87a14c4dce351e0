import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { MovedMember } from './inactive-members.queries.ts'

export type Labels = Record<string, string>

/** Labels that a member gets, or gets with another value, and keys that go. */
export interface LabelChange {
  membershipId: string
  set: Labels
  remove: string[]
}

export interface LabelledMember extends MovedMember {
  before: Labels
  after: Labels
}

/**
 * Changes labels of members, each in its own way; who would have more than `most` stays as they are.
 * @returns whose labels are others now, as they were and as they are, and the memberships with too many
 */
export async function changeLabels(
  tx: Tx,
  changes: LabelChange[],
  most: number,
): Promise<{ changed: LabelledMember[]; tooMany: string[] }> {
  const wanted = changes.map((each) => ({ id: each.membershipId, set: each.set, remove: each.remove }))
  const found = await sql<LabelledMember & { full: boolean }>`
    with present as materialized (
      select m.id, m.account_id, m.organisation_id, m.labels as before, (m.labels - w.remove) || w.set as after
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (id uuid, set jsonb, remove text[])
      join memberships m on m.tenant_id = current_tenant() and m.id = w.id and m.state not in ('deleted', 'rejected')
      for update of m
    ),
    wanted as materialized (
      select p.*, n.after > ${most} and n.after > n.before as full from present p
      cross join lateral (select (select count(*) from jsonb_object_keys(p.before)) as before,
        (select count(*) from jsonb_object_keys(p.after)) as after) n
      where p.after <> p.before
    ),
    written as (
      update memberships m set labels = w.after from wanted w
      where m.tenant_id = current_tenant() and m.id = w.id and not w.full
    )
    select w.id as "membershipId", w.account_id as "accountId", w.organisation_id as "organisationId", w.before, w.after, w.full
    from wanted w`.execute(tx)
  return {
    changed: found.rows.filter((row) => !row.full).map(({ full, ...row }) => row),
    tooMany: found.rows.filter((row) => row.full).map((row) => row.membershipId),
  }
}
