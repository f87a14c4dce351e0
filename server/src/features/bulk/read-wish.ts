import { wrongFields } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { wantDayToCome } from '../leaving/plan-ends.ts'
import { findToday } from '../organisations/organisations.queries.ts'
import type { BulkAction, BulkWish } from './bulk.ts'

/**
 * Looks whether a wish makes sense, as for one person.
 * @returns the day it is there, YYYY-MM-DD
 * @throws Refusal leaving_date_to_come, end_past
 */
export async function readWish(
  tx: Tx,
  organisationId: string,
  { action, leavingDate, on }: { action: BulkAction } & BulkWish,
): Promise<string> {
  const today = await findToday(tx, organisationId)
  const leaves = action === 'pause' || action === 'archive'
  if (leaves && on) wantDayToCome(on, today)
  if (leaves && leavingDate && leavingDate > (on ?? today))
    throw wrongFields([
      {
        pointer: '#/leavingDate',
        code: 'leaving_date_to_come',
        detail: on
          ? 'The last day of work can’t be after the last day with access.'
          : 'Archiving ends access now, so the last day can’t be after today.',
      },
    ])
  return today
}

/** @throws Refusal labels_missing when no label was named */
export function wantLabels({ action, labels }: { action: BulkAction } & BulkWish): void {
  if (action === 'label' && Object.keys(labels?.set ?? {}).length + (labels?.remove ?? []).length === 0)
    throw wrongFields([
      { pointer: '#/labels', code: 'labels_missing', detail: 'Say which label to give or to remove.' },
    ])
}
