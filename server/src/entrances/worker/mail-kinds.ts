import { invitationMail } from '../../features/invitations/invitation.mail.ts'
import type { MailKinds } from '../../features/messages/message.ts'
import { signInMail } from '../../features/sign-in/sign-in.mail.ts'

/** Every kind of mail that Lanyard writes. */
export const MAIL_KINDS: MailKinds = { ...signInMail, ...invitationMail }
