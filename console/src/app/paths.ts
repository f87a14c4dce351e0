import type { BulkAction } from '../features/bulk/chosen.ts'
import type { Way } from '../features/leaving/leaving-ways.ts'

type Place = { slug: string }

/** Every address of the console, as the router wants it: `<Link {...paths.people({ slug })}>`. */
export const paths = {
  home: ({ slug }: Place) => ({ to: '/s/$slug', params: { slug } }) as const,
  people: ({ slug }: Place) => ({ to: '/s/$slug/people', params: { slug } }) as const,
  newPerson: ({ slug }: Place) => ({ to: '/s/$slug/people/new', params: { slug } }) as const,
  withoutEmail: ({ slug }: Place) => ({ to: '/s/$slug/people/without-email', params: { slug } }) as const,
  invite: ({ slug }: Place) => ({ to: '/s/$slug/people/invite', params: { slug } }) as const,
  invited: ({ slug, batchId }: Place & { batchId: string }) =>
    ({ to: '/s/$slug/people/invite/sent/$batchId', params: { slug, batchId } }) as const,
  person: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/people/$id/{-$tab}', params: { slug, id, tab: undefined } }) as const,
  personEdit: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/people/$id/edit', params: { slug, id } }) as const,
  personTab: ({ slug, id, tab }: Place & { id: string; tab: 'access' | 'emails' | 'activity' }) =>
    ({ to: '/s/$slug/people/$id/{-$tab}', params: { slug, id, tab } }) as const,
  personRoles: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/people/$id/roles', params: { slug, id } }) as const,
  leave: ({ slug, id, as }: Place & { id: string; as: Way }) =>
    ({ to: '/s/$slug/people/$id/leave', params: { slug, id }, search: { as } }) as const,
  many: ({ slug, action }: Place & { action: BulkAction }) =>
    ({ to: '/s/$slug/people/many/$action', params: { slug, action } }) as const,
  job: ({ slug, id }: Place & { id: string }) => ({ to: '/s/$slug/jobs/$id', params: { slug, id } }) as const,
  schools: ({ slug }: Place) => ({ to: '/s/$slug/schools', params: { slug } }) as const,
  addSchool: ({ slug }: Place) => ({ to: '/s/$slug/schools/new', params: { slug } }) as const,
  school: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/schools/$id', params: { slug, id } }) as const,
  units: ({ slug }: Place) => ({ to: '/s/$slug/access/units', params: { slug } }) as const,
  addUnit: ({ slug }: Place) => ({ to: '/s/$slug/access/units/new', params: { slug } }) as const,
  unit: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/access/units/$id', params: { slug, id } }) as const,
  staffLists: ({ slug }: Place) => ({ to: '/s/$slug/staff-list', params: { slug } }) as const,
  newStaffList: ({ slug }: Place) => ({ to: '/s/$slug/staff-list/new', params: { slug } }) as const,
  staffListMatch: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/staff-list/$id/match', params: { slug, id } }) as const,
  staffListCheck: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/staff-list/$id/check', params: { slug, id } }) as const,
  staffListFix: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/staff-list/$id/fix', params: { slug, id } }) as const,
  staffListApply: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/staff-list/$id/apply', params: { slug, id } }) as const,
  staffListDone: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/staff-list/$id/done', params: { slug, id } }) as const,
  staffListUndo: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/staff-list/$id/undo', params: { slug, id } }) as const,
  activity: ({ slug }: Place) => ({ to: '/s/$slug/activity', params: { slug } }) as const,
  email: ({ slug }: Place) => ({ to: '/s/$slug/email', params: { slug } }) as const,
  testEmail: ({ slug }: Place) => ({ to: '/s/$slug/email/test', params: { slug } }) as const,
  message: ({ slug, id }: Place & { id: string }) =>
    ({ to: '/s/$slug/email/$id', params: { slug, id } }) as const,
  seats: ({ slug }: Place) => ({ to: '/s/$slug/seats', params: { slug } }) as const,
  settings: ({ slug }: Place) => ({ to: '/s/$slug/settings', params: { slug } }) as const,
  settingsData: ({ slug }: Place) => ({ to: '/s/$slug/settings/data', params: { slug } }) as const,
  me: () => ({ to: '/me' }) as const,
}
