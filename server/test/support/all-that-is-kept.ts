import type pg from 'pg'

/** Not the counts of attempts, which are taken before a password is looked at and stand by themselves. */
export const KEPT = [
  'accounts',
  'memberships',
  'role_assignments',
  'permission_grants',
  'organisations',
  'organisation_domains',
  'units',
  'passwords',
  'sessions',
  'password_resets',
  'password_reset_links',
  'email_changes',
  'email_change_links',
  'messages',
  'messages_due',
  'unit_members',
  'invitations',
  'invitation_links',
  'seat_entries',
  'planned_ends',
  'person_keys',
  'staff_lists',
  'staff_list_files',
  'staff_list_rows',
  'audit_events',
  'audit_unsealed',
]

/** All that is kept, row by row, as the database's owner sees it. */
export async function allThatIsKept(db: pg.Client): Promise<Record<string, string[]>> {
  const kept: Record<string, string[]> = {}
  for (const table of KEPT) {
    const { rows } = await db.query<{ row: string }>(`select t::text as row from ${table} t order by 1`)
    kept[table] = rows.map(({ row }) => row)
  }
  return kept
}
