import { errorsByField, type Problem } from '../ui/problem.ts'
import type { Registration } from './api.ts'

export type Step = Registration['step']

/** What the person has typed so far. The password is sent once, at the end, and kept nowhere. */
export type Answers = { givenName: string; familyName: string; mobile: string; password: string }

/** The questions in their order. A mobile number is a question only where the organisation asks for one. */
export const stepsOf = (askMobile: Registration['askMobile']): Step[] =>
  askMobile === 'no' ? ['start', 'name', 'password'] : ['start', 'name', 'mobile', 'password']

/** The step to open at, on whatever device: where the person stopped, or the next one if that is no longer asked. */
export const stepToOpen = ({ step, askMobile }: Registration): Step =>
  stepsOf(askMobile).includes(step) ? step : 'password'

const stepByField: Record<string, Step> = {
  givenName: 'name',
  familyName: 'name',
  mobile: 'mobile',
  password: 'password',
}

/** Where a refusal belongs: the earliest question with something to mend, and every message by field. */
export function placeRefusal(
  problem: Problem,
  here: Step,
  sentence: string,
): { step: Step; errors: Record<string, string> } {
  const errors = Object.entries(errorsByField(problem)).filter(([field]) => stepByField[field])
  const step = stepsOf('required').find((each) => errors.some(([field]) => stepByField[field] === each))
  if (!step) return { step: here, errors: { '': sentence } }
  return { step, errors: Object.fromEntries(errors.filter(([field]) => stepByField[field] === step)) }
}

/** Answers after which no question is left to ask: the invitation is not, or is no longer, for this reader. */
const endings = {
  link_unknown: 'unknown',
  link_used: 'used',
  link_revoked: 'cancelled',
  link_expired: 'expired',
  signed_in_as_other: 'somebodyElse',
  needs_reapproval: 'reapproval',
} as const

/** What is typed already when the questions open. */
export const answersOf = ({ givenName, familyName, mobile }: Registration): Answers => ({
  givenName,
  familyName,
  mobile,
  password: '',
})

export type Ending = (typeof endings)[keyof typeof endings]

export const endingOf = (problem: Problem): Ending | undefined =>
  endings[problem.code as keyof typeof endings]
