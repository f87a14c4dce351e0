import type { ActivityRow, NamedPerson } from './activity.queries.ts'
import type { Personal } from './personal.ts'
import { type Part, sentenceOf, tell } from './tell.ts'
import { GROUPS, type Group, tellingOf } from './tellings.ts'
import { type Change, changesOf, factsOf, type Names, wordsOf, writtenChanges } from './told.ts'

/** The ways in, as people call them. */
export const DOORS = {
  console: 'Console',
  api: 'API',
  scim: 'Directory sync',
  cli: 'Command line',
  job: 'By itself',
} as const

const NOBODY: Record<string, string> = {
  operator: 'The operator at the command line',
  system: 'Lanyard',
  anonymous: 'Someone not signed in',
}
const ERASED = 'someone who was erased'

/** Somebody in a sentence. */
export interface Who {
  /** The account, to filter by; null for whoever has none. */
  id: string | null
  name: string
  /** Their membership in sight, to open; null where there is none or it may not be seen. */
  personId: string | null
}

export interface SeenActivity {
  id: string
  at: string
  event: string
  group: Group
  groupLabel: string
  sentence: string
  parts: Part[]
  actor: Who
  subject: Who | null
  organisation: { id: string; name: string } | null
  door: string
  doorLabel: string
  changes: Change[]
  facts: { label: string; value: string }[]
  origin: { address: string | null; userAgent: string | null } | null
  requestId: string | null
}

/** What is needed to say rows in words, as far as the reader may know. */
export interface Reader {
  people: Map<string, NamedPerson>
  organisations: Map<string, string>
  here: string
  names: Names
  /** Whether the page of somebody may be opened, in this organisation or, for null, in the one looked at. */
  mayOpen(accountId: string, organisationId: string | null): boolean
  personal(row: ActivityRow): Personal
}

/** A row of the record in words. */
export function seenActivity(row: ActivityRow, reader: Reader): SeenActivity {
  const { group, says } = tellingOf(row.event)
  const actor = whoOf(reader, row, row.actorId) ?? {
    id: null,
    name: NOBODY[row.actorKind] ?? row.actorKind,
    personId: null,
  }
  const subject = whoOf(reader, row, row.subjectId)
  const organisation = row.organisationId === null ? undefined : reader.organisations.get(row.organisationId)
  const personal = reader.personal(row)
  const parts = tell(says, {
    ...wordsOf(row, reader.names),
    actor: actor.name,
    subject: subject?.name ?? null,
    place: organisation ?? reader.here,
  })
  return {
    id: row.id,
    at: row.at.toISOString(),
    event: row.event,
    group,
    groupLabel: GROUPS[group],
    sentence: sentenceOf(parts),
    parts,
    actor,
    subject,
    organisation: row.organisationId && organisation ? { id: row.organisationId, name: organisation } : null,
    door: row.door,
    doorLabel: (DOORS as Record<string, string>)[row.door] ?? row.door,
    changes: [...changesOf(row, reader.names), ...(personal.subject ? writtenChanges(personal.subject) : [])],
    facts: [...factsOf(row), ...writtenOf(personal)],
    origin: personal.origin,
    requestId: row.requestId,
  }
}

function whoOf(reader: Reader, row: ActivityRow, accountId: string | null): Who | null {
  if (accountId === null) return null
  const person = reader.people.get(accountId)
  if (!person) return { id: accountId, name: ERASED, personId: null }
  const { memberships } = person
  const here = memberships.find((each) => each.organisationId === row.organisationId) ?? memberships[0]
  const open = here && reader.mayOpen(accountId, here.organisationId)
  return { id: accountId, name: person.name, personId: open ? here.id : null }
}

const WRITTEN = { email: 'Email address', reason: 'Reason' }

const writtenOf = ({ subject }: Personal) =>
  Object.entries(WRITTEN).flatMap(([key, label]) => {
    const value = subject?.[key]
    return typeof value === 'string' ? [{ label, value }] : []
  })
