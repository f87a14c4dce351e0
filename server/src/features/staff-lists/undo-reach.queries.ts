import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { listOrganisationsHere } from './plan-ground.queries.ts'
import { findReach, placeOf, type Reach } from './reach.ts'

/** What somebody who undoes a list may do where the list changed something: no more than they could do by hand or by a list. */
export interface UndoReach extends Reach {
  places: {
    org: string
    may_edit: boolean
    may_add: boolean
    may_bring_back: boolean
    may_archive: boolean
  }[]
}

export async function findUndoReach(tx: Tx, actor: Actor, listId: string): Promise<UndoReach> {
  await expectMany(tx)
  const here = await listOrganisationsHere(tx)
  const touched = await listTouched(tx, listId)
  const places = here.filter((each) => touched.includes(each.id))
  return {
    ...(await findReach(tx, actor, here, touched)),
    places: places.map((each) => ({
      org: each.id,
      may_edit: authorize(actor, 'users.edit', placeOf(each)),
      may_add: authorize(actor, 'staff_list.upload', placeOf(each)),
      may_bring_back: authorize(actor, 'users.archive', placeOf(each)),
      may_archive: authorize(actor, 'staff_list.apply_leavers', placeOf(each)),
    })),
  }
}

/**
 * Right after a large list was applied the database doesn't know yet how many rows it has, and would go through all of
 * them for each change; from here to the end of the transaction it joins as for many.
 */
async function expectMany(tx: Tx): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`.execute(
    tx,
  )
}

/** Organisations of the people whom a list added or changed. */
async function listTouched(tx: Tx, listId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct m.organisation_id as id from memberships m
    where m.tenant_id = current_tenant() and m.id in (
      select membership_id from staff_list_rows where tenant_id = current_tenant() and list_id = ${listId} and result = 'added'
      union select membership_id from staff_list_changes where tenant_id = current_tenant() and list_id = ${listId})`.execute(
    tx,
  )
  return found.rows.map((row) => row.id)
}

/** Reasons to keep something that lie with whoever undoes. */
export const OUT_OF_REACH = ['above_you', 'no_right', 'own_email', 'elsewhere', 'above_elsewhere']

/**
 * Steps of an undo as its undoer may take them: what they could not do by hand or by a list is kept, with the reason.
 * @param steps a query of membership_id, account_id, added, field, before and why
 */
export const withinReach = (
  steps: RawBuilder<unknown>,
  { own, notEditable, above, aboveHere, places }: UndoReach,
) => sql`
  select d.membership_id, d.account_id, d.added, d.field, d.before, coalesce(d.why, case
      when exists (select from jsonb_to_recordset(${JSON.stringify(aboveHere)}::jsonb) as h (account uuid, org uuid)
        where h.account = d.account_id and h.org = m.organisation_id) then 'above_you'
      when not coalesce(case when d.added then p.may_add when d.field = 'archived' then p.may_bring_back
        when d.field = 'reactivated' then p.may_archive else p.may_edit end, false) then 'no_right'
      when d.field = 'email' and d.account_id = ${own}::uuid then 'own_email'
      when d.field not in ('email', 'givenName', 'familyName') then null
      when exists (select from memberships e where e.tenant_id = current_tenant() and e.account_id = d.account_id
        and e.organisation_id <> m.organisation_id and e.organisation_id = any(${notEditable}::uuid[])
        and e.state not in ('deleted', 'rejected')) then 'elsewhere'
      when d.account_id = any(${above}::uuid[]) then 'above_elsewhere'
    end) as why
  from (${steps}) d
  join memberships m on m.tenant_id = current_tenant() and m.id = d.membership_id
  left join jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
    as p (org uuid, may_edit boolean, may_add boolean, may_bring_back boolean, may_archive boolean) on p.org = m.organisation_id`
