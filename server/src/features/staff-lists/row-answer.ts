import { ADMIN_LEVEL, roleOf } from '../access/built-in-roles.ts'
import { type Clock, sayPast } from '../people/say-when.ts'
import {
  askConflict,
  FIELD_LABELS,
  isOffered,
  sayConflict,
  sayResult,
  sayRule,
  sayWarning,
  sayWhyNot,
  sayWhyStays,
} from './say-row.ts'
import type { LeaverFacts, PersonHere, SeenRow } from './see-rows.queries.ts'
import type { RowAnswer } from './staff-lists.shapes.ts'

/** What a row of the plan looks like to somebody who checks it. */
export function asRow(
  row: SeenRow,
  people: Map<string, PersonHere>,
  leavers: Map<string, LeaverFacts>,
  clock: Clock,
): RowAnswer {
  const { given, person } = row
  const candidates = (row.candidates ?? []).flatMap((id) => people.get(id) ?? [])
  const matched = sayRule(row.rule, given)
  return {
    place: row.place,
    n: row.n,
    outcome: row.outcome,
    name: nameOf(given) || (person ? nameOf(person) : '') || given.email || person?.email || '',
    email: given.email ?? person?.email ?? null,
    about: aboutOf(row),
    personId: row.membershipId,
    matchedBy: row.rule !== null && matched !== null && person ? { rule: row.rule, sentence: matched } : null,
    taken: isTaken(row),
    changes: (row.changes ?? []).map(({ field, before, after, taken, why }) => ({
      field: field as RowAnswer['changes'][number]['field'],
      label: FIELD_LABELS[field] ?? field,
      before,
      after,
      taken,
      offered: isOffered(why),
      ...(why ? { reason: sayWhyNot(why) } : {}),
    })),
    problems: (row.problems ?? []).map((problem) => ({
      code: problem.code,
      detail: problem.detail,
      field: problem.field as RowAnswer['problems'][number]['field'],
      fieldLabel: problem.field && (FIELD_LABELS[problem.field] ?? problem.field),
      value:
        problem.field &&
        (problem.value ??
          row.edits?.[problem.field] ??
          row.typed?.[problem.field] ??
          given[problem.field] ??
          null),
      ...(problem.suggestion ? { suggestion: problem.suggestion } : {}),
      ...(problem.choices ? { choices: problem.choices } : {}),
    })),
    warnings: (row.warnings ?? []).map((warning) => ({
      code: warning.split(':')[0] ?? warning,
      detail: warning === 'left_out' ? (row.leftOut?.detail ?? '') : sayWarning(warning),
    })),
    candidates: candidates.map((each) => ({
      personId: each.membershipId,
      name: nameOf(each) || each.email,
      email: each.email,
      facts: factsOf(given, each),
      why: sayConflict(row.rule, given),
    })),
    question: row.outcome === 'conflict' ? askConflict(row.rule, given, candidates) : null,
    leaver: row.leaver && leaverOf(row, leavers.get(row.membershipId ?? ''), clock),
    given,
    decision: row.decision,
    result: sayResult(row.result, row.resultDetail),
  }
}

const nameOf = (of: { givenName?: string | undefined; familyName?: string | undefined }) =>
  `${of.givenName ?? ''} ${of.familyName ?? ''}`.trim()

/** Whether applying will do something for this row. */
function isTaken({ outcome, changes, decision, leaver }: SeenRow): boolean {
  switch (outcome) {
    case 'add':
    case 'reactivate':
      return true
    case 'update':
      return changes?.some((change) => change.taken) ?? false
    case 'not_on_list':
      return decision === 'archive' && leaver?.stays === null
    case 'unchanged':
    case 'conflict':
    case 'error':
    case 'skipped':
      return false
    default:
      return outcome satisfies never
  }
}

/** “Teacher · User, Science”, and the school where the file names several for one person. */
function aboutOf({ given, person, role, unitNames, atSeveral }: SeenRow): string {
  const units =
    unitNames.length > 0 ? unitNames : given.unit ? given.unit.split(/\s*;\s*/) : (person?.units ?? [])
  const what = [...(role === null ? [] : [roleOf(role).label]), ...units].join(', ')
  return [given.jobTitle ?? person?.jobTitle, what, atSeveral && given.school].filter(Boolean).join(' · ')
}

/** What speaks for and against two people being one. */
function factsOf(given: Record<string, string>, here: PersonHere) {
  const fact = (label: string, theirs: string | undefined, ours: string | null) => ({
    label,
    theirs: theirs ?? null,
    ours: ours || null,
    same: theirs !== undefined && ours !== null && theirs.toLowerCase() === ours.toLowerCase(),
  })
  return [
    fact('Name', nameOf(given) || undefined, nameOf(here)),
    fact('Work email', given.email, here.email),
    fact('Staff number', given.staffNumber, here.staffNumber),
    fact('Job title', given.jobTitle, here.jobTitle),
    fact('Department', given.unit, here.units.join('; ')),
    fact('Start date', given.startDate, here.startDate),
  ].filter(({ theirs, ours }) => theirs !== null || ours !== null)
}

/** Somebody invited so lately has hardly left. */
const LATELY_DAYS = 14
const DAY_MS = 86_400_000

const ADDED: Record<string, string> = {
  set_up: 'Added when Lanyard was set up',
  command_line: 'Added at the command line',
  hand: 'Added by hand',
  moved: 'Moved here from another organisation',
  invitation: 'Came by an invitation',
  staff_list: 'Came with a staff list',
}

function leaverOf(
  { leaver, given }: SeenRow,
  facts: LeaverFacts | undefined,
  clock: Clock,
): NonNullable<RowAnswer['leaver']> {
  const stays = leaver?.stays ?? null
  const high = facts?.roles.filter((role) => roleOf(role).level > roleOf('user').level) ?? []
  const invited =
    facts?.invitedAt && clock.now.getTime() - facts.invitedAt.getTime() < LATELY_DAYS * DAY_MS
      ? facts.invitedAt
      : null
  const seen = facts?.lastActiveAt ? `Signed in ${sayPast(facts.lastActiveAt, clock)}` : 'Never signed in'
  const said = leaver?.left
    ? given.leavingDate
      ? `The file says they left on ${given.leavingDate}`
      : 'The file says they have left'
    : 'Not in this file'
  const from =
    facts &&
    (facts.addedBy === 'staff_list' && facts.firstList
      ? `Came with ${facts.firstList}`
      : ADDED[facts.addedBy])
  return {
    flags: [
      ...(stays === 'you' ? [{ code: 'you', label: 'you' }] : []),
      ...(high.some((role) => roleOf(role).level >= ADMIN_LEVEL) ? [{ code: 'admin', label: 'admin' }] : []),
      ...high
        .filter((role) => roleOf(role).level < ADMIN_LEVEL)
        .map((role) => ({ code: 'has_roles', label: roleOf(role).label })),
      ...(facts && ['hand', 'set_up', 'command_line'].includes(facts.addedBy)
        ? [{ code: 'added_by_hand', label: 'added by hand' }]
        : []),
      ...(invited ? [{ code: 'invited_lately', label: `invited ${sayPast(invited, clock)}` }] : []),
      ...(leaver?.left ? [{ code: 'left', label: 'marked as left' }] : []),
    ],
    detail: [said, seen, from].filter(Boolean).join('. '),
    stays: stays === null ? null : sayWhyStays(stays),
  }
}
