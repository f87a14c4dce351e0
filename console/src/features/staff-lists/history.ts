import type { StaffList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import type { Glyph, Tone } from '../../ui/status-chip.tsx'

type Place = { slug: string }

/** In the order of attention, as everywhere: what there is to decide, then what changes, then the rest. */
export const COUNTED = [
  'error',
  'conflict',
  'not_on_list',
  'add',
  'update',
  'reactivate',
  'skipped',
  'unchanged',
] as const

/** A run that waits for a person stands above the others, however old it is. */
export function sortUploads(lists: StaffList[]): { waiting: StaffList[]; before: StaffList[] } {
  return { waiting: lists.filter(isHeld), before: lists.filter((list) => !isHeld(list)) }
}

/** Leavers above the limit that nobody has archived yet. */
export const isHeld = ({ actions }: Pick<StaffList, 'actions'>): boolean =>
  actions.some(({ action }) => action === 'archive_leavers')

/** Where to go on with a list, or to see what it did. */
export function pageOf(list: StaffList, place: Place) {
  const at = { ...place, id: list.id }
  if (list.state === 'ready') return paths.staffListCheck(at)
  if (list.state === 'analysing' || list.state === 'failed') return paths.staffListMatch(at)
  return paths.staffListDone(at)
}

/** How many there are of each kind, without those that there are none of. */
export function countsOf(counts: StaffList['counts']): { kind: (typeof COUNTED)[number]; count: number }[] {
  if (!counts) return []
  return COUNTED.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0)
}

/** Only what waits for somebody is coloured. */
export function markOf(list: StaffList): { glyph: Glyph; tone: Tone } {
  if (isHeld(list)) return { glyph: 'note', tone: 'warn' }
  switch (list.state) {
    case 'ready':
      return { glyph: 'not_invited', tone: 'info' }
    case 'analysing':
    case 'applying':
    case 'undoing':
      return { glyph: 'expired', tone: 'none' }
    case 'applied':
      return { glyph: 'active', tone: 'none' }
    case 'undone':
      return { glyph: 'inactive', tone: 'none' }
    case 'failed':
      return { glyph: 'problem', tone: 'danger' }
    default:
      return list.state satisfies never
  }
}
