import { accessRoutes } from '../../features/access/access.routes.ts'
import { accountRoutes } from '../../features/accounts/accounts.routes.ts'
import { activityRoutes } from '../../features/activity/activity.routes.ts'
import { bulkRoutes } from '../../features/bulk/bulk.routes.ts'
import { invitationRoutes } from '../../features/invitations/invitations.routes.ts'
import { registrationRoutes } from '../../features/invitations/registrations.routes.ts'
import { leavingRoutes } from '../../features/leaving/leaving.routes.ts'
import { messageRoutes } from '../../features/messages/messages.routes.ts'
import { newcomerRoutes } from '../../features/newcomers/newcomers.routes.ts'
import { organisationRoutes } from '../../features/organisations/organisations.routes.ts'
import { unitRoutes } from '../../features/organisations/units.routes.ts'
import { peopleRoutes } from '../../features/people/people.routes.ts'
import { personDataRoutes } from '../../features/retention/person-data.routes.ts'
import { retentionRoutes } from '../../features/retention/retention.routes.ts'
import { seatRoutes } from '../../features/seats/seats.routes.ts'
import { setUpRoutes } from '../../features/set-up/set-up.routes.ts'
import { signInRoutes } from '../../features/sign-in/sign-in.routes.ts'
import { exportRoutes } from '../../features/staff-lists/exports.routes.ts'
import { staffListRoutes } from '../../features/staff-lists/staff-lists.routes.ts'
import { MAIL_KINDS } from '../worker/mail-kinds.ts'

/** Every route of the API. The tests of isolation walk this list, so a new one is tested from its first day. */
export const ROUTES = [
  ...setUpRoutes,
  ...signInRoutes,
  ...peopleRoutes(MAIL_KINDS),
  ...accessRoutes,
  ...invitationRoutes,
  ...registrationRoutes,
  ...newcomerRoutes,
  ...leavingRoutes,
  ...accountRoutes,
  ...organisationRoutes,
  ...unitRoutes,
  ...messageRoutes(MAIL_KINDS),
  ...seatRoutes,
  ...retentionRoutes,
  ...personDataRoutes(MAIL_KINDS),
  ...staffListRoutes,
  ...exportRoutes,
  ...bulkRoutes,
  ...activityRoutes,
]
