/** Everything the record can say, and no more. The key is stored; the sentence is what people read. */
export const AUDIT_EVENTS = {
  'installation.set_up': 'Lanyard was set up',
  'tenant.added': 'A tenant was added',
  'owner.added': 'An owner was added at the command line',
  'organisation.added': 'An organisation was added',
  'organisation.changed': 'An organisation was changed',
  'unit.added': 'A unit was added',
  'unit.changed': 'A unit was changed',
  'roles.changed': 'Roles and permissions were changed',
  'session.started': 'Signed in',
  'session.ended': 'Signed out',
  'sessions.ended_everywhere': 'Signed out everywhere',
  'session.confirmed': 'Confirmed the password',
  'sign_in.failed': 'A sign-in failed',
  'sign_in.locked': 'Sign-in was paused after 10 wrong passwords',
  'password.reset_requested': 'A new password was asked for',
  'password.changed': 'A new password was chosen',
  'message.read': 'Captured mail was read',
  'person.invited': 'Invited',
  'invitation.resent': 'The invitation was sent again',
  'invitation.cancelled': 'The invitation was cancelled',
  'invitation.stopped': 'The invitation was stopped before it left',
  'invitation.link_copied': 'A personal link was copied',
  'invitation.accepted': 'Registered with the invitation',
  'membership.joined': 'Joined with the invitation',
  'invitation.new_link_asked': 'A new link was asked for in place of an expired one',
  'invitation.needs_reapproval':
    'The invitation could not be accepted: its inviter can no longer give what it offers',
  'invitation.declined': 'The invitation was turned down: “This isn’t me”',
  'authz.denied': 'Something was refused for want of a right',
} as const

export type AuditEvent = keyof typeof AUDIT_EVENTS
