import { sql } from 'kysely'

/** By hand, by a staff list, by the proof of an address, or with the end of their access. */
export type ChangedHow = 'hand' | 'list' | 'proof' | 'archived' | 'paused'

const ENDS = ['person.archived', 'person.paused']
const EVENTS = ['person.changed', 'person.labelled', 'email.changed', ...ENDS]

/**
 * Whether event `e` changed fields of member `m` and what it did can stand still: a last day that was set when they were
 * archived goes when they come back, unless it is that very day.
 */
export const changesFields = sql`(e.event = any(${EVENTS}) and (e.event <> all(${ENDS}) or e.at >= m.inactive_at
  or m.leaving_date = (e.at at time zone (select h.time_zone from organisations h
    where h.tenant_id = m.tenant_id and h.id = m.organisation_id))::date))`

export const changedHow = sql`case when e.event = 'email.changed' then 'proof' when e.detail ? 'staffListId' then 'list'
  when e.event = any(${ENDS}) then split_part(e.event, '.', 2) else 'hand' end`

/** Who did it; of what was carried out on its day whoever planned it. */
export const changedBy = sql`coalesce((e.detail ->> 'plannedBy')::uuid, e.actor_id)`
