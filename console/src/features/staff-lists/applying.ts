import type { StaffList, StaffListRow } from '../../api/types.ts'
import type { Counts } from './plan.ts'

/** When the new people are invited, or that their accounts are set up instead. */
export type When = 'later' | 'now' | 'date' | 'account'

/** Eight in the morning of the day after, as the clocks of the place write it. @param wall what they show now */
export function nextMorning(wall: string): string {
  const day = new Date(`${wall.slice(0, 10)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return `${day.toISOString().slice(0, 10)}T08:00`
}

/** Of possible leavers, those whom nobody ticked and who could have been: they were kept by a person's choice. */
export const keptLeavers = (rows: Pick<StaffListRow, 'taken' | 'leaver' | 'name'>[]): string[] =>
  rows.filter((row) => !row.taken && !row.leaver?.stays).map((row) => row.name)

/** A number as somebody typed it; undefined where it is not one. */
export function typedCount(text: string): number | undefined {
  const bare = text.replace(/[\s,.’']/g, '')
  return /^\d{1,7}$/.test(bare) ? Number(bare) : undefined
}

/** What stays undone when the list is applied, for each kind that there is. */
export function leftAlone({
  error,
  conflict,
  skipped,
}: Counts): { kind: 'error' | 'conflict' | 'skipped'; count: number }[] {
  return [
    { kind: 'error' as const, count: error },
    { kind: 'conflict' as const, count: conflict },
    { kind: 'skipped' as const, count: skipped },
  ].filter(({ count }) => count > 0)
}

/** Whether emails that the list asked for are still on their way. */
export function mailGoesOut({ state, invite, invitations }: StaffList, now: number): boolean {
  if (state !== 'applied' || !invitations || !invite || invite === 'later' || invite === 'account')
    return false
  if (invite !== 'now' && Date.parse(invite) > now) return false
  return invitations.handedOver + invitations.problems < invitations.total
}

/** Everything support needs to find an upload, as lines to paste. */
export function reportOf(list: StaffList): string {
  const { counts } = list
  return [
    `Staff list ${list.reference}`,
    `${list.organisationName}, ${list.fileName}, ${list.fileBytes} bytes`,
    `SHA-256 ${list.fileDigest}`,
    `${list.stateLabel}${list.summary ? `: ${list.summary}` : ''}`,
    ...list.sums,
    ...(counts ? [`To fix ${counts.error}, conflicts ${counts.conflict}, left out ${counts.skipped}`] : []),
    ...(list.problem ? [`${list.problem.code}: ${list.problem.detail}`] : []),
    `Uploaded ${list.madeAt}${list.appliedAt ? `, applied ${list.appliedAt}` : ''}${list.undoneAt ? `, undone ${list.undoneAt}` : ''}`,
    `Id ${list.id}`,
  ].join('\n')
}
