import type { Actor, Place } from '../../kernel/actor.ts'
import { roleOf } from '../access/built-in-roles.ts'
import { whyNotActOn, whyNotGive } from '../access/give-role.policy.ts'
import type { AccountTarget } from './account-actions.policy.ts'

/** A role that a job title suggests, and where it would hold. */
export interface Suggestion {
  role: 'organisation_admin' | 'leader'
  label: string
  /** The unit, or every unit of a kind; neither: the whole organisation. */
  unit: { id: string; name: string } | null
  kind: 'subject_area' | null
  /** Why, in a sentence. */
  sentence: string
}

/** Job titles that suggest leading every subject, and those that suggest administering the school. */
const EVERY_SUBJECT = /\b(senco|sendco|head of (year|key stage|ks\s?\d))\b/i
const SCHOOL = /\b((deputy|assistant) head|headteacher|head teacher|vice principal|senior leadership)\b/i
const ONE_SUBJECT = /^\s*(?:head|lead|leader) of (?!year|key stage|ks\s?\d|school)(.+?)\s*$/i

/** The subject that a job title names its holder the head of, if it is one of those. */
export const subjectIn = (jobTitle: string | null): string | null =>
  (jobTitle && ONE_SUBJECT.exec(jobTitle)?.[1]) || null

/**
 * The role that a job title suggests, where the actor may give it and the person doesn't hold it, nor a higher one.
 * It is only ever an offer: nothing is given by itself.
 * @param subject the unit of the subject in the title, where there is one
 */
export function suggestRole(
  actor: Actor,
  target: AccountTarget & { jobTitle: string | null },
  place: Place,
  subject: { id: string; name: string; place: Place } | null,
): Suggestion | null {
  const { jobTitle } = target
  if (!jobTitle || target.status === 'inactive' || whyNotActOn(actor, target, place)) return null
  const because = `because the job title is ${jobTitle}.`
  if (EVERY_SUBJECT.test(jobTitle)) {
    const at = { ...place, unit: { id: '', kinds: ['subject_area'], path: [], private: false } }
    if (holdsAlready(target, 'leader') || whyNotGive(actor, 'leader', { scope: 'kind', place: at }))
      return null
    const sentence = `Leader of every subject area, ${because}`
    return { role: 'leader', label: roleOf('leader').label, unit: null, kind: 'subject_area', sentence }
  }
  if (SCHOOL.test(jobTitle)) {
    if (whyNotGive(actor, 'organisation_admin', { scope: 'organisation', place })) return null
    if (holdsAlready(target, 'organisation_admin')) return null
    const { label } = roleOf('organisation_admin')
    return { role: 'organisation_admin', label, unit: null, kind: null, sentence: `${label}, ${because}` }
  }
  if (!subject || holdsAlready(target, 'leader')) return null
  if (whyNotGive(actor, 'leader', { scope: 'unit', place: subject.place })) return null
  const { id, name } = subject
  const sentence = `Leader of ${name}, ${because}`
  return { role: 'leader', label: roleOf('leader').label, unit: { id, name }, kind: null, sentence }
}

/** Whoever holds the role, or one above it, needs no suggestion. */
const holdsAlready = ({ holdings }: AccountTarget, role: string): boolean =>
  holdings.some((holding) =>
    holding.assignments.some((each) => roleOf(each.role).level >= roleOf(role).level),
  )
