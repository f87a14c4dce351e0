/** Why somebody is left out, by the code of the refusal: the same words for one as for many. */
const WHY: Record<string, string> = {
  gone: 'No longer here.',
  changed_meanwhile: 'Changed at that very moment.',
  forbidden: 'You don’t have the right to do this there.',
  not_yourself: 'This is you. Ask another admin.',
  person_above_yours: 'Stands above you there.',
  last_admin: 'The only admin there. Make someone else an admin first.',
  already_inactive: 'Paused or archived already.',
  not_inactive: 'Neither paused nor archived.',
  awaiting_approval: 'Waiting to be approved. Decide about that first.',
  inactive: 'Paused or archived. Reactivate them first.',
  already_active: 'Has an account here already.',
  already_invited: 'Was invited already.',
  invitation_ended: 'Has no open invitation.',
  not_asked: 'Was never invited. Choose Invite for a first invitation.',
  not_your_own_invitation: 'This is your own invitation. Ask another admin.',
  slow_down: 'Was sent an email of this kind less than a minute ago. Wait a moment and try again.',
  too_many_mails: 'Has had three invitation emails in the last 24 hours. Try again tomorrow.',
  role_above_yours: 'Holds or was offered a role that you can’t give.',
  permission_above_yours: 'Holds or was offered a permission that you can’t give.',
  not_locked: 'Isn’t locked.',
  not_active: 'Has no active account here.',
  still_listed:
    'A staff list still names them, so they were archived instead, and are deleted once no list does.',
  on_hold: 'On hold, so nothing of them may be lost.',
  fault: 'Something went wrong on the way. Whoever looks after the server finds it in the log.',
  labels_same: 'Has these labels already.',
  labels_too_many: 'Would have more than 20 labels. Remove one first.',
  changed_since: 'Changed since.',
  last_day_over: 'Their last day, set before, is over by now.',
}

/** @returns words to show */
export const sayWhy = (code: string): string => WHY[code] ?? 'Could not be done.'
