import type { PersonRoles, UnitKind } from '../../api/types.ts'

type Choice = PersonRoles['choices'][number]
export type RoleGiven = { role: string; unit?: string; kind?: UnitKind }

/** Where a role is held: at the organisation as a whole, in units, or in every unit of a kind (`kind:department`). */
export type RoleDraft = { role: string; where: string[] }

const KIND = 'kind:'

/** The roles as the form edits them: one entry a role, with every place it is held. */
export function draftOf(roles: PersonRoles['roles']): RoleDraft[] {
  const drafts = new Map<string, RoleDraft>()
  for (const { role, unit, kind } of roles) {
    const draft = drafts.get(role) ?? { role, where: [] }
    if (unit) draft.where.push(unit.id)
    if (kind) draft.where.push(KIND + kind)
    drafts.set(role, draft)
  }
  return [...drafts.values()]
}

/** The roles as the API takes them: one entry a role and place. */
export function givenOf(drafts: RoleDraft[]): RoleGiven[] {
  return drafts.flatMap(({ role, where }): RoleGiven[] =>
    where.length === 0
      ? [{ role }]
      : where.map((place) =>
          place.startsWith(KIND)
            ? { role, kind: place.slice(KIND.length) as UnitKind }
            : { role, unit: place },
        ),
  )
}

/** Every place this role may be held at, as options: units by name, and whole kinds. */
export function placesFor(
  choice: Choice,
  units: PersonRoles['units'],
  everyKind: (kind: UnitKind) => string,
): { value: string; label: string }[] {
  const kinds = [...new Set(units.map((unit) => unit.kind))]
  return [
    ...(choice.scopes.includes('kind')
      ? kinds.map((kind) => ({ value: KIND + kind, label: everyKind(kind as UnitKind) }))
      : []),
    ...(choice.scopes.includes('unit') ? units.map((unit) => ({ value: unit.id, label: unit.name })) : []),
  ]
}

/** Whether the role means nothing without a unit. */
export const needsUnit = (choice: Choice): boolean =>
  !choice.scopes.includes('organisation') && !choice.scopes.includes('tenant')
