import type { Problem } from '../ui/problem.ts'
import type { Registration } from './api.ts'
import { endingOf } from './registration.ts'
import { t } from './words.ts'

/** What every page of an open invitation is given. */
export type InvitationPage = {
  link: Registration
  /** Of this registration in the API. */
  address: string
  /** The document has just been opened, so reading starts at its top. */
  first: boolean
  onEnded: OnEnded
}

/** The server ended it, or things have turned out otherwise: this is no longer a question but another page. */
export type OnEnded = (problem: Problem) => void

/** Answers after which the link has to be looked at anew: what the page knew of the reader is no longer so. */
const turns = ['sign_in_first', 'signed_out', 'link_still_works']

export const hasTurned = (problem: Problem): boolean => turns.includes(problem.code)

/** Passes on what ends a page. @returns whether it did */
export function ends(problem: Problem, onEnded: OnEnded): boolean {
  const ended = endingOf(problem) !== undefined || hasTurned(problem)
  if (ended) onEnded(problem)
  return ended
}

/** Whom to ask: the inviter by name, or the office where nobody is named. */
export const helperOf = (link: Pick<Registration, 'inviter'>): string => link.inviter ?? t('register.office')
