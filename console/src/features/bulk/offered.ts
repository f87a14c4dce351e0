import { may, type Person } from '../../api/types.ts'
import type { BulkAction } from './chosen.ts'

/** What of a person's own actions shows that it can be done to them together with others. */
const SHOWN_BY: Record<BulkAction, string[]> = {
  invite: ['invitation.send', 'invitation.resend'],
  resend: ['invitation.resend'],
  cancel: ['invitation.cancel'],
  pause: ['person.pause'],
  archive: ['person.archive'],
  reactivate: ['person.reactivate'],
  unlock: ['account.unlock'],
  reset_password: ['account.reset_password'],
  sign_out: ['account.sign_out'],
  label: ['person.edit'],
}

/** What can be done to at least one of these people. */
export const offeredFor = (people: Iterable<Person>): Set<BulkAction> => {
  const offered = new Set<BulkAction>()
  for (const { actions } of people)
    for (const [action, shownBy] of Object.entries(SHOWN_BY) as [BulkAction, string[]][])
      if (shownBy.some((one) => may(actions, one).allowed)) offered.add(action)
  return offered
}
