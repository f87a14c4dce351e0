import { sql } from 'kysely'
import type { Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { ClosedWhy, OpenedWhy } from './seat.ts'

/** What a ledger of seats stands on, whoever looks. */
export interface SeatGround {
  place: Place
  name: string
  /** The organisation itself and, if asked for, those below it. */
  organisations: { id: string; name: string }[]
  /** The end of the day asked for, as text to the microsecond; null for now. */
  until: string | null
  /** Whether that day is still to come. */
  toCome: boolean
}

/** @returns undefined where there is no such organisation */
export async function readSeatGround(
  tx: Tx,
  wish: { organisationId: string; below: boolean; on: string | null },
): Promise<SeatGround | undefined> {
  const here = wish.below ? sql`b.path @> array[o.id]` : sql`b.id = o.id`
  const found = await sql<SeatGround>`
    select o.name, jsonb_build_object('organisationId', o.id, 'path', o.path, 'type', o.type) as place,
      (select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.id <> o.id, lower(b.name))
        from organisations b where b.tenant_id = o.tenant_id and ${here}) as organisations,
      ((${wish.on}::date + 1)::timestamp at time zone o.time_zone)::text as until,
      coalesce(${wish.on}::date > (lanyard_now() at time zone o.time_zone)::date, false) as "toCome"
    from organisations o where o.tenant_id = current_tenant() and o.id = ${wish.organisationId}`.execute(tx)
  return found.rows[0]
}

/** Which seats are asked for. */
export interface WantedSeats {
  organisationIds: string[]
  /** Only those that were open at this moment; null for every seat that ever was. */
  openAt: string | null
  /** Opened before this line. */
  before: string | null
}

export interface SeatRow {
  id: string
  person: { id: string; name: string; email: string }
  organisation: { id: string; name: string }
  openedAt: Date
  openedWhy: OpenedWhy
  closedAt: Date | null
  closedWhy: ClosedWhy | null
}

/** Seats, each from its opening to its closing, the latest opened first. One that closed later than `openAt` is told as open. */
export async function listSeats(tx: Tx, wanted: WantedSeats, limit: number): Promise<SeatRow[]> {
  const { organisationIds, openAt, before } = wanted
  const older = before ? sql`o.id < ${before}::uuid` : sql`true`
  const then = openAt ? sql`o.at < ${openAt}::timestamptz and c.at is null` : sql`true`
  const by = openAt ? sql`e.at < ${openAt}::timestamptz` : sql`true`
  const found = await sql<SeatRow>`
    select o.id, o.at as "openedAt", o.why as "openedWhy", c.at as "closedAt", c.why as "closedWhy",
      jsonb_build_object('id', p.id, 'name', p.name) as organisation,
      jsonb_build_object('id', o.membership_id, 'email', a.email,
        'name', coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email)) as person
    from seat_entries o
    join organisations p on p.tenant_id = o.tenant_id and p.id = o.organisation_id
    join accounts a on a.tenant_id = o.tenant_id and a.id = o.account_id
    left join lateral (
      select (array_agg(e.at order by e.id))[1] as at, (array_agg(e.why order by e.id))[1] as why from seat_entries e
      where e.tenant_id = o.tenant_id and e.membership_id = o.membership_id and e.id > o.id and e.entry = 'closed'
        and ${by}) c on true
    where o.tenant_id = current_tenant() and o.organisation_id = any(${organisationIds}::uuid[])
      and o.entry = 'opened' and ${older} and ${then}
    order by o.id desc limit ${limit}`.execute(tx)
  return found.rows
}

export interface SeatCount {
  organisationId: string
  open: number
  ever: number
}

/** How many seats of each organisation were open at a moment, or are now, and how many had ever been opened by then. */
export async function countSeats(
  tx: Tx,
  organisationIds: string[],
  openAt: string | null,
): Promise<SeatCount[]> {
  const then = openAt ? sql`at < ${openAt}::timestamptz` : sql`true`
  const found = await sql<SeatCount>`
    select organisation_id as "organisationId",
      (count(*) filter (where entry = 'opened') - count(*) filter (where entry = 'closed'))::int as open,
      (count(*) filter (where entry = 'opened'))::int as ever
    from seat_entries
    where tenant_id = current_tenant() and organisation_id = any(${organisationIds}::uuid[]) and ${then}
    group by organisation_id`.execute(tx)
  return found.rows
}

/** How many seats were open when each of the last months ended, the latest month first. Months before the first seat are absent. */
export async function countByMonth(
  tx: Tx,
  organisationId: string,
  organisationIds: string[],
  months: number,
): Promise<{ lastDay: string; open: number }[]> {
  const found = await sql<{ lastDay: string; open: number }>`
    with here as (select time_zone from organisations where tenant_id = current_tenant() and id = ${organisationId}),
    moves as (
      select date_trunc('month', e.at at time zone h.time_zone) as month,
        sum(case e.entry when 'opened' then 1 else -1 end) as moved
      from seat_entries e cross join here h
      where e.tenant_id = current_tenant() and e.organisation_id = any(${organisationIds}::uuid[])
      group by 1
    ),
    past as (
      select date_trunc('month', lanyard_now() at time zone h.time_zone) - make_interval(months => n) as month
      from here h cross join generate_series(1, ${months}) n
    )
    select to_char(p.month + interval '1 month - 1 day', 'YYYY-MM-DD') as "lastDay", sum(m.moved)::int as open
    from past p join moves m on m.month <= p.month
    group by p.month order by p.month desc`.execute(tx)
  return found.rows
}
