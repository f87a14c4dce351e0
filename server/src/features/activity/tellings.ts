import { AUDIT_EVENTS, type AuditEvent } from '../audit/audit-events.ts'

/** What an event is about, to filter by. */
export const GROUPS = {
  people: 'People',
  invitations: 'Invitations',
  access: 'Roles and permissions',
  sign_in: 'Signing in',
  staff_lists: 'Staff lists',
  places: 'Schools and units',
  email: 'Email',
  refused: 'Refused',
  record: 'Set-up and record',
} as const

export type Group = keyof typeof GROUPS

/**
 * How an event is told. Words in braces stand for who and what it was; a stretch in square brackets falls away where
 * nothing is known to stand in it.
 */
export interface Telling {
  group: Group
  says: string
}

/** Every event has its sentence here: one that is added to the record is added here too, or nothing compiles. */
const TELLINGS: Record<AuditEvent, Telling> = {
  'installation.set_up': { group: 'record', says: '{actor} set up Lanyard[, with {subject} as owner]' },
  'tenant.added': { group: 'record', says: '{actor} added a tenant[, with {subject} as owner]' },
  'backup.made': { group: 'record', says: '{actor} made a backup' },
  'backup.restored': { group: 'record', says: '{actor} restored Lanyard from a backup' },
  'owner.added': { group: 'access', says: '{actor} made {subject} an owner' },
  'organisation.added': { group: 'places', says: '{actor} added {place}' },
  'organisation.changed': { group: 'places', says: '{actor} changed {place}[: {fields}]' },
  'unit.added': { group: 'places', says: '{actor} added {unit}' },
  'unit.changed': { group: 'places', says: '{actor} changed {unit}[: {fields}]' },
  'roles.changed': { group: 'access', says: '{actor} changed what {subject} may do[: {access}]' },
  'session.started': { group: 'sign_in', says: '{subject} signed in' },
  'session.ended': { group: 'sign_in', says: '{subject} signed out' },
  'sessions.ended_everywhere': { group: 'sign_in', says: '{subject} signed out everywhere' },
  'session.confirmed': { group: 'sign_in', says: '{subject} confirmed the password' },
  'sessions.ended_by_admin': { group: 'sign_in', says: '{actor} signed {subject} out everywhere' },
  'account.unlocked': { group: 'sign_in', says: '{actor} unlocked {subject}' },
  'sign_in.failed': { group: 'sign_in', says: 'A sign-in[ as {subject}] failed' },
  'sign_in.locked': { group: 'sign_in', says: 'Sign-in[ as {subject}] was paused after 10 wrong passwords' },
  'password.reset_requested': { group: 'sign_in', says: '{actor} asked for a new password[ for {subject}]' },
  'password.reset_sent': { group: 'sign_in', says: '{actor} sent {subject} a password reset' },
  'password.changed': { group: 'sign_in', says: '{subject} chose a new password' },
  'message.read': { group: 'email', says: '{actor} read an email kept here[ for {subject}]' },
  'mail.tested': { group: 'email', says: '{actor} sent a test email' },
  'person.invited': { group: 'invitations', says: '{actor} invited {subject}[ as {roles}]' },
  'invitation.resent': { group: 'invitations', says: '{actor} sent {subject} the invitation again' },
  'invitation.cancelled': { group: 'invitations', says: '{actor} cancelled the invitation of {subject}' },
  'invitation.stopped': {
    group: 'invitations',
    says: '{actor} stopped the invitation of {subject} before it left',
  },
  'invitation.link_copied': { group: 'invitations', says: '{actor} copied a personal link for {subject}' },
  'invitation.accepted': { group: 'invitations', says: '{subject} registered with the invitation' },
  'membership.joined': { group: 'invitations', says: '{subject} joined with the invitation' },
  'invitation.new_link_asked': {
    group: 'invitations',
    says: 'A new link was asked for in place of the expired one of {subject}',
  },
  'invitation.needs_reapproval': {
    group: 'invitations',
    says: '{subject} could not accept the invitation: its inviter can no longer give what it offers',
  },
  'invitation.declined': {
    group: 'invitations',
    says: 'The invitation of {subject} was turned down: “This isn’t me”',
  },
  'staff_list.uploaded': { group: 'staff_lists', says: '{actor} uploaded a staff list[, {list}]' },
  'staff_list.applied': { group: 'staff_lists', says: '{actor} applied a staff list[, {list}]' },
  'staff_list.leavers_archived': {
    group: 'staff_lists',
    says: '{actor} archived the leavers of a staff list[, {list}]',
  },
  'staff_list.undone': { group: 'staff_lists', says: '{actor} undid a staff list[, {list}]' },
  'staff_list.discarded': {
    group: 'staff_lists',
    says: '{actor} discarded a staff list before it was applied[, {list}]',
  },
  'person.added': { group: 'people', says: '{actor} added {subject}[, from {list}]' },
  'person.created': { group: 'people', says: '{actor} added {subject}[ as {roles}]' },
  'person.set_up': { group: 'people', says: '{actor} set up an account for {subject}[ as {roles}]' },
  'person.told': {
    group: 'people',
    says: '{subject} was told of the account, which is active from then on',
  },
  'staff_record.added': { group: 'people', says: '{actor} added somebody without an email address' },
  'staff_record.removed': { group: 'people', says: '{actor} removed somebody without an email address' },
  'post.dismissed': { group: 'people', says: '{actor} took a recommended post off the checklist' },
  'post.recommended': { group: 'people', says: '{actor} put a recommended post back on the checklist' },
  'person.changed': { group: 'people', says: '{actor} changed the details of {subject}[, from {list}]' },
  'person.labelled': { group: 'people', says: '{actor} changed the labels of {subject}' },
  'suggestion.declined': {
    group: 'access',
    says: '{actor} turned down the role suggested for {subject}[: {roles}]',
  },
  'email_change.asked': { group: 'people', says: '{actor} gave {subject} a new address, to be proved' },
  'email_change.cancelled': {
    group: 'people',
    says: '{actor} called off the change of address of {subject}',
  },
  'email.changed': {
    group: 'people',
    says: '{subject} proved a new address, which took the place of the old one',
  },
  'person.archived': { group: 'people', says: '{actor} archived {subject}[, {moved}][, from {list}]' },
  'person.paused': { group: 'people', says: '{actor} paused {subject}' },
  'person.reactivated': { group: 'people', says: '{actor} reactivated {subject}[, from {list}]' },
  'person.deleted': { group: 'people', says: '{actor} deleted {subject} for good' },
  'person.end_planned': { group: 'people', says: '{actor} set the last day of {subject}[: {end}]' },
  'person.end_called_off': { group: 'people', says: '{actor} called off the last day of {subject}' },
  'person.end_not_done': { group: 'people', says: 'What was due for {subject} could not be done[: {due}]' },
  'person.moved': { group: 'people', says: '{actor} moved {subject} here' },
  'person.removed': {
    group: 'people',
    says: '{actor} removed {subject}, because the staff list that added them was undone',
  },
  'people.changed_together': { group: 'people', says: '{actor} {together} together at {place}' },
  'people.changed_back': {
    group: 'people',
    says: '{actor} undid for {people} at {place} what was done to many together',
  },
  'people.exported': {
    group: 'record',
    says: '{actor} exported {people} of {place} as a staff list[, reference {reference}]',
  },
  'activity.exported': { group: 'record', says: '{actor} exported the activity of {place}' },
  'seats.exported': { group: 'record', says: '{actor} exported the seats of {place}[, as of {day}]' },
  'retention.changed': { group: 'record', says: '{actor} changed how long things are kept[: {fields}]' },
  'retention.invitations_erased': {
    group: 'record',
    says: '{actor} erased invitations nobody accepted, because their time was over',
  },
  'retention.files_deleted': {
    group: 'record',
    says: '{actor} deleted uploaded files, because their time was over',
  },
  'retention.sessions_deleted': {
    group: 'record',
    says: '{actor} deleted ended sessions, because their time was over',
  },
  'retention.sign_ins_forgotten': {
    group: 'record',
    says: '{actor} forgot old sign-ins, because their time was over',
  },
  'retention.record_forgotten': {
    group: 'record',
    says: '{actor} forgot the oldest part of the record, because its time was over',
  },
  'retention.archived_flagged': {
    group: 'people',
    says: '{actor} put archived people up for review, because their time is over',
  },
  'retention.archived_kept': { group: 'people', says: '{actor} decided to keep {subject}, who is archived' },
  'hold.placed': { group: 'record', says: '{actor} placed a hold on [{subject}][{held}]' },
  'hold.lifted': { group: 'record', says: '{actor} lifted the hold on [{subject}][{held}]' },
  'person.data_exported': { group: 'people', says: '{actor} downloaded everything kept about {subject}' },
  'person.erased': { group: 'people', says: '{actor} erased {subject} on request' },
  'review.reminded': {
    group: 'record',
    says: '{actor} reminded the admins of {place} to look through accounts',
  },
  'record.verified': { group: 'record', says: '{actor} verified the record' },
  'authz.denied': { group: 'refused', says: '{actor} tried something they may not do' },
}

/** How an event is told. One that this version does not know, of a newer one beside it, is told by its key. */
export function tellingOf(event: string): Telling {
  return Object.hasOwn(TELLINGS, event)
    ? TELLINGS[event as AuditEvent]
    : { group: 'record', says: `{actor}: ${event}` }
}

/** The events of some groups. */
export const eventsOf = (groups: readonly Group[]): AuditEvent[] =>
  (Object.keys(AUDIT_EVENTS) as AuditEvent[]).filter((event) => groups.includes(tellingOf(event).group))
