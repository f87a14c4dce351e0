import pg from 'pg'
import { embeddedConnection } from './scratch.ts'

const SCHOOLS = 50
const UNITS_A_SCHOOL = 20

/**
 * Fills the tenant of a running Lanyard with people, in SQL: fifty schools of a trust, units, roles, people of every
 * status with their passwords, uses, invitations and mail, some of them in two schools, a few of them locked, and a list of everyone that names almost all.
 */
export async function makeCrowd(dataDir: string, people: number): Promise<void> {
  const client = new pg.Client(embeddedConnection(dataDir, 'lanyard_owner'))
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>('select id from tenants')
    await client.query(`select set_config('lanyard.tenant', $1, false)`, [rows[0]?.id])
    await client.query('begin')
    for (const step of STEPS) await client.query(step.replaceAll(':people', String(people)))
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const STEPS = [
  `insert into organisations (id, parent_id, path, type, name, slug, time_zone)
   select s.id, r.id, array[r.id, s.id], 'school', 'School ' || s.n, 'school-' || s.n, 'Europe/London'
   from organisations r, (select n, uuid_v7() as id from generate_series(1, ${SCHOOLS}) n offset 0) s
   where r.parent_id is null`,
  `create temporary table school on commit drop as
   select row_number() over (order by slug)::int - 1 as n, id from organisations where parent_id is not null`,
  `insert into units (id, organisation_id, path, kind, name)
   select u.id, u.organisation_id, array[u.id], 'department', 'Department ' || u.d
   from (select school.id as organisation_id, d, uuid_v7() as id from school, generate_series(1, ${UNITS_A_SCHOOL}) d offset 0) u`,
  `create temporary table unit on commit drop as
   select row_number() over (partition by organisation_id order by name)::int - 1 as n, id, organisation_id from units`,
  // Names are drawn without chance, so that two runs measure the same crowd.
  `insert into accounts (email, given_name, family_name, created_at)
   select 'person' || n || '@school' || n % ${SCHOOLS} || '.example',
     (array['Siân','Ada','Ben','Zoë','Priya','Tom','Leah','Omar','Grace','Jonas','Mei','Ruth','Ivy','Noah','Ola','Kate'])[1 + n * 7 % 16],
     (array['O’Brien','Ford','Smith','Patel','Jones','Adeyemi','Chukwu','Barlow','Dempsey','Evans','Nguyen','Walsh'])[1 + n * 11 % 12]
       || chr(97 + n % 26) || chr(97 + n / 26 % 26),
     lanyard_now() - interval '200 days'
   from generate_series(1, :people) n`,
  `create temporary table person on commit drop as
   select a.id, substring(a.email from '^person(\\d+)@')::int as n from accounts a where a.email like 'person%'`,
  `insert into memberships (account_id, organisation_id, state, staff_number, added_by, invited_until)
   select p.id, s.id, k.state, lpad(p.n::text, 6, '0'), case when k.state = 'invited' then 'invitation' else 'hand' end,
     case when k.state = 'invited' then lanyard_now() + make_interval(hours => p.n % 240 - 72) end
   from person p join school s on s.n = p.n % ${SCHOOLS}
   cross join lateral (select case when p.n % 100 < 82 then 'active' when p.n % 100 < 91 then 'invited'
     when p.n % 100 < 96 then 'not_invited' when p.n % 100 < 97 then 'awaiting_approval' else 'inactive' end as state) k`,
  `update memberships m set inactive_as = case when m.state = 'inactive' then case when p.n % 100 = 99 then 'paused' else 'archived' end end,
     relationship = (array['employee','employee','employee','volunteer','governor'])[1 + p.n % 5],
     labels = case when p.n % 10 = 0 then jsonb_build_object('stage', 'KS' || p.n / 10 % 5, 'site', 'Site ' || p.n / 10 % 40) else '{}' end,
     start_date = lanyard_now()::date - p.n % 4000 - case when p.n % 40 = 0 then 0 else 400 end,
     leaving_date = case when p.n % 50 = 7 then lanyard_now()::date + p.n / 50 % 400 - 5 end
   from person p where m.account_id = p.id`,
  `insert into memberships (account_id, organisation_id, state, added_by)
   select p.id, s.id, 'active', 'hand' from person p join school s on s.n = (p.n + 1) % ${SCHOOLS}
   where p.n % 100 < 3`,
  `insert into role_assignments (membership_id, role, scope, organisation_id, source)
   select m.id, case when p.n < 2 * ${SCHOOLS} then 'organisation_admin' when p.n % 97 = 0 then 'training_admin' else 'user' end,
     'organisation', m.organisation_id, 'manual'
   from memberships m join person p on p.id = m.account_id`,
  `insert into unit_members (organisation_id, unit_id, membership_id, source)
   select m.organisation_id, u.id, m.id, 'manual'
   from memberships m join person p on p.id = m.account_id
   join unit u on u.organisation_id = m.organisation_id and u.n = p.n / ${SCHOOLS} % ${UNITS_A_SCHOOL}`,
  `insert into seat_entries (organisation_id, membership_id, account_id, entry, why)
   select m.organisation_id, m.id, m.account_id, 'opened', 'registered' from memberships m where m.state = 'active'`,
  `insert into passwords (account_id, hash, pepper_id)
   select p.id, 'none', '1' from person p where p.n % 100 < 82`,
  `insert into sessions (account_id, token_hash, epoch, factors, used_at)
   select p.id, sha256(convert_to(p.n::text, 'UTF8')), 1, array['password'], lanyard_now() - make_interval(mins => p.n % 90000)
   from person p where p.n % 100 < 80`,
  `insert into invitations (organisation_id, membership_id, account_id, batch_id, language, made_at)
   select m.organisation_id, m.id, m.account_id, gen_random_uuid(), 'en-GB', m.invited_until - interval '7 days'
   from memberships m where m.state = 'invited'`,
  `insert into messages (organisation_id, account_id, kind, subject_ids, to_address, state, attempts, created_at)
   select i.organisation_id, i.account_id, 'invitation', jsonb_build_object('invitationId', i.id), a.email,
     case when p.n % 500 = 83 then 'bounced' else 'accepted' end, 1, i.made_at
   from invitations i join person p on p.id = i.account_id join accounts a on a.id = p.id`,
  `insert into invitation_links (invitation_id, kind, token_hash, message_id, handed_over_at, expires_at)
   select i.id, 'mailed', sha256(convert_to(i.id::text, 'UTF8')), m.id, i.made_at, i.made_at + interval '7 days'
   from invitations i join messages m on m.account_id = i.account_id and m.kind = 'invitation'`,
  `insert into sign_in_locks (address_hash, failures, locked_until)
   select address_hash(a.email), 10, lanyard_now() + interval '1 hour'
   from person p join accounts a on a.id = p.id where p.n % 3333 = 1`,
  `insert into staff_lists (organisation_id, reference, file_name, file_bytes, file_digest, everyone, state, applied_at)
   select id, 'L-1', 'everyone.csv', 1000, '\\x00', true, 'applied', lanyard_now() from organisations where parent_id is null`,
  `insert into staff_list_rows (list_id, place, n, given, organisation_id, outcome, membership_id, account_id)
   select l.id, p.n, p.n, jsonb_build_object('givenName', 'Ada', 'familyName', 'Ford', 'email', 'person' || p.n || '@school.example',
       'jobTitle', 'Teacher of everything', 'staffNumber', lpad(p.n::text, 6, '0'), 'units', 'Department 1; Department 2'),
     m.organisation_id, 'unchanged', m.id, m.account_id
   from staff_lists l, memberships m join person p on p.id = m.account_id
   where p.n % 100 <> 98 and m.staff_number is not null`,
]
