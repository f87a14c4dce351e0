import { Refusal } from '../../kernel/refusal.ts'

export const UNIT_KINDS = ['service_area', 'group', 'subject_area', 'faculty', 'department', 'class'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** Orders a list of units can be read in; a minus turns one round. */
export const UNIT_SORTS = ['kind', 'name', '-name'] as const
export type UnitSort = (typeof UNIT_SORTS)[number]

/** Deepest nesting of units; more is a mistake in a list, not a school. */
export const UNIT_DEPTH_MAX = 8

export const refuse = {
  mayNotManage: () =>
    new Refusal('forbidden', 'forbidden', 'You don’t have the right to add or change units here.'),
  duplicate: (name: string) =>
    new Refusal('conflict', 'duplicate', `There is already a unit called ${name} at this place.`),
  parentInside: () =>
    new Refusal('conflict', 'parent_inside', 'A unit can’t belong to itself or to a unit inside it.'),
  tooDeep: () => new Refusal('unprocessable', 'too_deep', `Units can be nested ${UNIT_DEPTH_MAX} deep.`),
  synced: () =>
    new Refusal('conflict', 'synced', 'This unit comes from a connected source. Change it there.'),
}
