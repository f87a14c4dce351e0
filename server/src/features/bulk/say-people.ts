import { sayDay } from '../../kernel/say-day.ts'
import type { BulkAction } from './bulk.ts'

/** “1 person”, “1,284 people”. */
export const people = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`

/** What a job does and did to people, as words with a place for how many they are. */
const WORDS: Record<BulkAction, { title: string; did: string; doing: string; done: string }> = {
  invite: {
    title: 'Invite {people}',
    did: 'invited {people}',
    doing: 'Inviting',
    done: '{people} invited',
  },
  resend: {
    title: 'Send {people} another invitation',
    did: 'sent {people} another invitation',
    doing: 'Sending again',
    done: '{people} sent another invitation',
  },
  cancel: {
    title: 'Cancel the invitation of {people}',
    did: 'cancelled the invitation of {people}',
    doing: 'Cancelling',
    done: 'Invitation cancelled for {people}',
  },
  pause: { title: 'Pause {people}', did: 'paused {people}', doing: 'Pausing', done: '{people} paused' },
  archive: {
    title: 'Archive {people}',
    did: 'archived {people}',
    doing: 'Archiving',
    done: '{people} archived',
  },
  reactivate: {
    title: 'Reactivate {people}',
    did: 'reactivated {people}',
    doing: 'Reactivating',
    done: '{people} reactivated',
  },
  unlock: {
    title: 'Unlock {people}',
    did: 'unlocked {people}',
    doing: 'Unlocking',
    done: '{people} unlocked',
  },
  reset_password: {
    title: 'Send {people} a password reset',
    did: 'sent {people} a password reset',
    doing: 'Sending password resets',
    done: '{people} sent a password reset',
  },
  sign_out: {
    title: 'Sign {people} out everywhere',
    did: 'signed {people} out everywhere',
    doing: 'Signing out',
    done: '{people} signed out everywhere',
  },
  label: { title: 'Label {people}', did: 'labelled {people}', doing: 'Labelling', done: '{people} labelled' },
}

type Kind = 'title' | 'did' | 'doing' | 'done'

/** “Archive 11 people”, “archived 11 people”, “Archiving”, “11 people archived”. */
export const sayAction = (kind: Kind, action: BulkAction, count: number): string =>
  WORDS[action][kind].replace('{people}', people(count))

/**
 * What was done to many, for the record of it; null for an action that this version does not know.
 * @param on the last day with access, where it ends on a day to come
 */
export function didTo(action: string | null, count: number, on: string | null): string | null {
  if (action === null || !Object.hasOwn(WORDS, action)) return null
  if (!on) return sayAction('did', action as BulkAction, count)
  return `decided that access of ${people(count)} ends with ${sayDay(on)}`
}

/** “1 person is”, “11 people are”. */
export const areOf = (count: number): string => `${people(count)} ${count === 1 ? 'is' : 'are'}`

/** Those sentences of some that there is reason to say. */
export const said = (...sentences: (string | false)[]): string[] => sentences.filter((each) => each !== false)
