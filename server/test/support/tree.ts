import { roleOf } from '../../src/features/access/built-in-roles.ts'
import type { Actor, Assignment, Holding, Person, Place, Scope } from '../../src/kernel/actor.ts'

/**
 * A small tree for tests of pure policies, without a database:
 * Beacon Trust above Reed Primary (Art with its class 7A, History, the private Safeguarding) and Mill Lane (Music).
 */
const organisation = (id: string, type: 'trust' | 'school', path: string[]): Place => ({
  organisationId: id,
  path,
  type,
})
const unit = (at: Place, id: string, kinds: string[], path: string[], isPrivate = false): Place => ({
  ...at,
  unit: { id, kinds, path, private: isPrivate },
})

const trust = organisation('trust', 'trust', ['trust'])
const reed = organisation('reed', 'school', ['trust', 'reed'])
const mill = organisation('mill', 'school', ['trust', 'mill'])

export const TREE = {
  trust,
  reed,
  mill,
  art: unit(reed, 'art', ['subject_area'], ['art']),
  '7A': unit(reed, '7a', ['subject_area', 'class'], ['art', '7a']),
  history: unit(reed, 'history', ['subject_area'], ['history']),
  safeguarding: unit(reed, 'safeguarding', ['group'], ['safeguarding'], true),
  music: unit(mill, 'music', ['subject_area'], ['music']),
} as const satisfies Record<string, Place>

export type PlaceName = keyof typeof TREE

/** `role at place`, such as `admin at reed`; `leader of all subject_area at reed` is held on the kind. */
export function assignment(text: string): Assignment {
  const [, role = '', kind, name] = /^(\w+)(?: of all (\w+))? at (\w+)$/.exec(text) ?? []
  const place: Place = TREE[name as PlaceName]
  const scope: Scope = kind
    ? 'kind'
    : place.unit
      ? 'unit'
      : roleOf(role).givenAt.includes('tenant')
        ? 'tenant'
        : 'organisation'
  return {
    role,
    scope,
    organisationId: place.organisationId,
    unitId: place.unit?.id ?? null,
    unitName: place.unit?.id ?? null,
    unitKind: kind ?? null,
    source: 'manual',
  }
}

/** Somebody's membership: roles as texts of `assignment`, and permissions switched on. */
export function holding(
  at: 'trust' | 'reed' | 'mill',
  roles: string[],
  grants: string[] = [],
  state = 'active',
): Holding {
  const { organisationId: id, path, type } = TREE[at]
  return {
    membershipId: `member-of-${at}`,
    state,
    organisation: {
      id,
      name: id,
      slug: id,
      type: type ?? 'school',
      parentId: path.at(-2) ?? null,
      path: [...path],
    },
    assignments: roles.map(assignment),
    grants,
  }
}

export function person(...holdings: Holding[]): Person {
  return {
    kind: 'person',
    tenantId: 'beacon',
    accountId: 'ada',
    sessionId: 'session',
    email: 'ada@reed.example',
    givenName: 'Ada',
    familyName: 'Ford',
    language: 'en-GB',
    holdings,
    proofSeconds: 0,
    request: { id: 'request', door: 'api' },
  }
}

/** Somebody who holds one role, such as `holder('leader at art')`. */
export function holder(role: string, grants: string[] = []): Person {
  return person(holding(assignment(role).organisationId as 'trust' | 'reed' | 'mill', [role], grants))
}

export const OPERATOR: Actor = {
  kind: 'operator',
  tenantId: 'beacon',
  request: { id: 'request', door: 'cli' },
}
export const SYSTEM: Actor = { kind: 'system', tenantId: 'beacon', request: { id: 'request', door: 'job' } }
export const VISITOR: Actor = {
  kind: 'anonymous',
  tenantId: 'beacon',
  request: { id: 'request', door: 'api' },
}
