import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router'
import { readActivitySearch } from '../features/activity/activity-search.ts'
import { manyParams } from '../features/bulk/many-params.ts'
import { readLeaveSearch } from '../features/leaving/leaving-ways.ts'
import { readMessageSearch } from '../features/messages/message-search.ts'
import { PeoplePage } from '../features/people/people-page.tsx'
import { readPeopleSearch } from '../features/people/people-search.ts'
import { readSeatsSearch } from '../features/seats/seats-search.ts'
import { readCheckSearch } from '../features/staff-lists/plan.ts'
import { Broken } from './broken.tsx'
import { Inside } from './inside.tsx'
import { Missing } from './missing.tsx'
import { seesOnlySeats } from './only-seats.ts'
import { paths } from './paths.ts'
import { usePlace } from './place.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing })
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Inside })
const front = createRoute({ getParentRoute: () => inside, path: '/', component: ToFirstPlace })
const place = createRoute({ getParentRoute: () => inside, path: 's/$slug' })
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => place, path }) as const

const home = createRoute({
  ...at('/'),
  component: lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage'),
})
const people = createRoute({ ...at('people'), component: PeoplePage, validateSearch: readPeopleSearch })
const newPerson = createRoute({
  ...at('people/new'),
  component: lazyRouteComponent(() => import('../features/newcomers/newcomer-page.tsx'), 'NewcomerPage'),
})
const withoutEmail = createRoute({
  ...at('people/without-email'),
  component: lazyRouteComponent(
    () => import('../features/newcomers/without-email-page.tsx'),
    'WithoutEmailPage',
  ),
})
const invite = createRoute({
  ...at('people/invite'),
  component: lazyRouteComponent(() => import('../features/invitations/invite-page.tsx'), 'InvitePage'),
})
const invited = createRoute({
  ...at('people/invite/sent/$batchId'),
  component: lazyRouteComponent(() => import('../features/invitations/sent-page.tsx'), 'SentPage'),
})
const person = createRoute({
  ...at('people/$id/{-$tab}'),
  component: lazyRouteComponent(() => import('../features/people/person-page.tsx'), 'PersonPage'),
})
const personEdit = createRoute({
  ...at('people/$id/edit'),
  component: lazyRouteComponent(() => import('../features/accounts/edit-page.tsx'), 'PersonEditPage'),
})
const personRoles = createRoute({
  ...at('people/$id/roles'),
  component: lazyRouteComponent(() => import('../features/access/roles-page.tsx'), 'RolesPage'),
})
const leave = createRoute({
  ...at('people/$id/leave'),
  validateSearch: readLeaveSearch,
  component: lazyRouteComponent(() => import('../features/leaving/leave-page.tsx'), 'LeavePage'),
})
const many = createRoute({
  ...at('people/many/$action'),
  ...manyParams,
  component: lazyRouteComponent(() => import('../features/bulk/many-page.tsx'), 'ManyPage'),
})
const job = createRoute({
  ...at('jobs/$id'),
  component: lazyRouteComponent(() => import('../features/bulk/job-page.tsx'), 'JobPage'),
})
const schools = createRoute({
  ...at('schools'),
  component: lazyRouteComponent(() => import('../features/organisations/schools-page.tsx'), 'SchoolsPage'),
})
const addSchool = createRoute({
  ...at('schools/new'),
  component: lazyRouteComponent(() => import('../features/organisations/school-form.tsx'), 'AddSchoolPage'),
})
const school = createRoute({
  ...at('schools/$id'),
  component: lazyRouteComponent(() => import('../features/organisations/school-form.tsx'), 'EditSchoolPage'),
})
const units = createRoute({
  ...at('access/units'),
  component: lazyRouteComponent(() => import('../features/units/units-page.tsx'), 'UnitsPage'),
})
const addUnit = createRoute({
  ...at('access/units/new'),
  component: lazyRouteComponent(() => import('../features/units/unit-form.tsx'), 'AddUnitPage'),
})
const unit = createRoute({
  ...at('access/units/$id'),
  component: lazyRouteComponent(() => import('../features/units/unit-form.tsx'), 'EditUnitPage'),
})
const staffLists = createRoute({
  ...at('staff-list'),
  component: lazyRouteComponent(() => import('../features/staff-lists/history-page.tsx'), 'HistoryPage'),
})
const newStaffList = createRoute({
  ...at('staff-list/new'),
  component: lazyRouteComponent(() => import('../features/staff-lists/file-page.tsx'), 'FilePage'),
})
const matchStaffList = createRoute({
  ...at('staff-list/$id/match'),
  component: lazyRouteComponent(() => import('../features/staff-lists/match-page.tsx'), 'MatchPage'),
})
const checkStaffList = createRoute({
  ...at('staff-list/$id/check'),
  validateSearch: readCheckSearch,
  component: lazyRouteComponent(() => import('../features/staff-lists/check-page.tsx'), 'CheckPage'),
})
const fixStaffList = createRoute({
  ...at('staff-list/$id/fix'),
  component: lazyRouteComponent(() => import('../features/staff-lists/check-page.tsx'), 'CheckPage'),
})
const applyStaffList = createRoute({
  ...at('staff-list/$id/apply'),
  component: lazyRouteComponent(() => import('../features/staff-lists/apply-page.tsx'), 'ApplyPage'),
})
const doneStaffList = createRoute({
  ...at('staff-list/$id/done'),
  component: lazyRouteComponent(() => import('../features/staff-lists/done-page.tsx'), 'DonePage'),
})
const undoStaffList = createRoute({
  ...at('staff-list/$id/undo'),
  component: lazyRouteComponent(() => import('../features/staff-lists/undo-page.tsx'), 'UndoPage'),
})
const activity = createRoute({
  ...at('activity'),
  validateSearch: readActivitySearch,
  component: lazyRouteComponent(() => import('../features/activity/activity-page.tsx'), 'ActivityPage'),
})
const email = createRoute({
  ...at('email'),
  validateSearch: readMessageSearch,
  component: lazyRouteComponent(() => import('../features/messages/messages-page.tsx'), 'MessagesPage'),
})
const testEmail = createRoute({
  ...at('email/test'),
  component: lazyRouteComponent(() => import('../features/messages/test-mail-page.tsx'), 'TestMailPage'),
})
const message = createRoute({
  ...at('email/$id'),
  component: lazyRouteComponent(() => import('../features/messages/message-page.tsx'), 'MessagePage'),
})
const seats = createRoute({
  ...at('seats'),
  validateSearch: readSeatsSearch,
  component: lazyRouteComponent(() => import('../features/seats/seats-page.tsx'), 'SeatsPage'),
})
const settings = createRoute({
  ...at('settings'),
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
})
const settingsData = createRoute({
  ...at('settings/data'),
  component: lazyRouteComponent(() => import('../features/settings/data-page.tsx'), 'DataPage'),
})
const me = createRoute({
  getParentRoute: () => inside,
  path: 'me',
  component: lazyRouteComponent(() => import('../features/me/me-page.tsx'), 'MePage'),
})
const missing = createRoute({ getParentRoute: () => inside, path: '$', component: Missing })
const missingHere = createRoute({ ...at('$'), component: Missing })

const atPlace = [
  home,
  people,
  newPerson,
  withoutEmail,
  invite,
  invited,
  person,
  personEdit,
  personRoles,
  leave,
  many,
  job,
  schools,
  addSchool,
  school,
  units,
  addUnit,
  unit,
  staffLists,
  newStaffList,
  matchStaffList,
  checkStaffList,
  fixStaffList,
  applyStaffList,
  doneStaffList,
  undoStaffList,
  activity,
  email,
  testEmail,
  message,
  seats,
  settings,
  settingsData,
  missingHere,
]

/** Every page and its address. `paths` says the same for links. */
export const router = createRouter({
  routeTree: root.addChildren([inside.addChildren([front, place.addChildren(atPlace), me, missing])]),
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

function ToFirstPlace() {
  const { organisation } = usePlace()
  const first = seesOnlySeats(organisation) ? paths.seats : paths.home
  return <Navigate {...first({ slug: organisation.slug })} replace />
}
