import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { NamePair } from './alike.ts'

/** Most pairs of names that are compared: where there would be more, almost everybody is new and nothing stands out. */
const PAIRS_MAX = 200_000

/**
 * Lays out the rows that are nobody's yet, and those here whom no row named. Somebody whom a row names while a person
 * still has to look at it is named.
 * @returns whether there is anything to compare
 */
export async function layOutUnmatched(tx: Tx): Promise<boolean> {
  await sql`drop table if exists pg_temp.plan_strays, pg_temp.plan_unseen`.execute(tx)
  await sql`
    create temporary table plan_strays on commit drop as
    select r.place, r.org, r.email, search_fold(r.family_name || ' ' || r.given_name) as name, lower(r.given_name) as given,
      lower(r.family_name) as family, r.eff ->> 'startDate' as start_date, lower(r.eff ->> 'jobTitle') as job
    from plan_found f join plan_rows r on r.place = f.place
    where f.rule = 'none' and r.counts and not r.leaving and r.decision is null and r.problems is null
      and r.given_name || r.family_name <> '' and exists (select from plan_people)`.execute(tx)
  const strays = await sql<{ some: boolean }>`select exists (select from plan_strays) as some`.execute(tx)
  if (!strays.rows[0]?.some) return false
  await sql`
    create temporary table plan_unseen on commit drop as
    with seen as (
      select membership_id as id from plan_found where membership_id is not null
      union select seen_id from plan_found where seen_id is not null
      union select unnest(candidates) from plan_found where candidates is not null
    )
    select p.membership_id, p.org, p.email, p.name_key as name, lower(p.given_name) as given, lower(p.family_name) as family,
      p.start_date::text as start_date, lower(p.job_title) as job
    from plan_people p left join seen on seen.id = p.membership_id
    where seen.id is null and p.given_name || p.family_name <> ''`.execute(tx)
  await sql`analyze plan_strays`.execute(tx)
  await sql`analyze plan_unseen`.execute(tx)
  return true
}

const notSaidToBeTwo = sql`not exists (
  select from staff_list_not_same n where n.tenant_id = current_tenant() and n.organisation_id = f.org
    and n.membership_id = g.membership_id and n.email = f.email)`

/** A row that has somebody's name and another address is perhaps that person. */
export async function suggestSameNames(tx: Tx): Promise<void> {
  await sql`
    update plan_found t set rule = 'same_name', candidates = s.candidates
    from (select f.place, (array_agg(g.membership_id order by g.membership_id))[1:3] as candidates
      from plan_strays f join plan_unseen g on g.org = f.org and g.name = f.name and ${notSaidToBeTwo}
      group by 1) s
    where t.place = s.place`.execute(tx)
}

/** Pairs that are near enough to be worth a closer look: one half of the name is the same, and the other begins alike. */
export async function listNearNames(tx: Tx): Promise<NamePair[]> {
  const alike = (same: 'given' | 'family', begins: 'given' | 'family') => {
    const [mine, theirs] = [sql.ref(`f.${same}`), sql.ref(`g.${same}`)]
    const [mineBegins, theirsBegins] = [sql.ref(`f.${begins}`), sql.ref(`g.${begins}`)]
    return {
      size: sql`
        select coalesce(sum(f.n * g.n), 0)::bigint as pairs
        from (select org, ${sql.ref(same)} as word, left(${sql.ref(begins)}, 1) as first, count(*) as n from plan_strays group by 1, 2, 3) f
        join (select org, ${sql.ref(same)} as word, left(${sql.ref(begins)}, 1) as first, count(*) as n from plan_unseen group by 1, 2, 3) g
          using (org, word, first)`,
      pairs: sql<NamePair>`
        select f.place, f.name, g.membership_id as "membershipId", g.name as theirs
        from plan_found t join plan_strays f on f.place = t.place and t.rule = 'none'
        join plan_unseen g on g.org = f.org and ${theirs} = ${mine} and left(${theirsBegins}, 1) = left(${mineBegins}, 1)
          and abs(length(g.name) - length(f.name)) <= 3 and g.name <> f.name and ${notSaidToBeTwo}`,
    }
  }
  const pairs: NamePair[] = []
  for (const { size, pairs: near } of [alike('given', 'family'), alike('family', 'given')]) {
    const { rows } = await sql<{ pairs: number }>`${size}`.execute(tx)
    if ((rows[0]?.pairs ?? 0) <= PAIRS_MAX) pairs.push(...(await near.execute(tx)).rows)
  }
  return pairs
}

export async function suggestLikeNames(
  tx: Tx,
  found: { place: number; membershipId: string }[],
): Promise<void> {
  if (found.length === 0) return
  await sql`
    update plan_found t set rule = 'like_name', candidates = array[s."membershipId"]
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as s (place integer, "membershipId" uuid)
    where t.place = s.place and t.rule = 'none'`.execute(tx)
}

/**
 * Somebody with the same first name and the same first day, or in a list of everyone the same job, and another surname:
 * perhaps they married. Only where there is one such person, and one such row.
 */
export async function suggestNewNames(tx: Tx, everyone: boolean): Promise<void> {
  const key = sql`case when start_date is not null then start_date when ${everyone} and job <> '' then 'job ' || job end`
  await sql`
    with strays as (
      select org, given, ${key} as key, min(f.place) as place from plan_strays f
      join plan_found t on t.place = f.place and t.rule = 'none'
      where given <> '' group by 1, 2, 3 having count(*) = 1
    ),
    unseen as (
      select org, given, key, (array_agg(membership_id))[1] as membership_id
      from plan_unseen cross join lateral (select start_date as key where start_date is not null
        union all select 'job ' || job where job <> '') k
      where given <> '' group by 1, 2, 3 having count(*) = 1
    )
    update plan_found t set rule = 'new_name', candidates = array[u.membership_id]
    from strays s join unseen u on u.org = s.org and u.given = s.given and u.key = s.key
    join plan_strays f on f.place = s.place
    join plan_unseen g on g.membership_id = u.membership_id and g.family <> f.family
    where t.place = s.place and ${notSaidToBeTwo}`.execute(tx)
}
