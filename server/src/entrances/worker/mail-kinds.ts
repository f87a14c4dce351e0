import { accountsMail } from '../../features/accounts/accounts.mail.ts'
import { invitationMail } from '../../features/invitations/invitation.mail.ts'
import { leavingMail } from '../../features/leaving/leaving.mail.ts'
import type { MailKinds } from '../../features/messages/message.ts'
import { newcomersMail } from '../../features/newcomers/newcomers.mail.ts'
import { reviewsMail } from '../../features/reviews/reviews.mail.ts'
import { signInMail } from '../../features/sign-in/sign-in.mail.ts'
import { staffListsMail } from '../../features/staff-lists/staff-lists.mail.ts'

/** Every kind of mail that Lanyard writes. */
export const MAIL_KINDS: MailKinds = {
  ...signInMail,
  ...invitationMail,
  ...leavingMail,
  ...accountsMail,
  ...newcomersMail,
  ...reviewsMail,
  ...staffListsMail,
}
