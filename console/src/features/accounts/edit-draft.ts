import type { PersonEdit, PersonEditWish } from '../../api/types.ts'

type Values = PersonEdit['values']
export type TextField = Exclude<keyof Values, 'labels'>

/** A label as it is typed. `id` tells the rows apart while they are. */
export type LabelRow = { id: number; key: string; value: string }

/** What stands in the form: text in every field, nothing as empty text. */
export type Draft = Record<TextField, string> & { labels: LabelRow[] }

export function draftOf({ labels, ...values }: Values): Draft {
  const texts = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value ?? '']))
  return {
    ...(texts as Record<TextField, string>),
    labels: Object.entries(labels).map(([key, value], id) => ({ id, key, value })),
  }
}

/** Fields that can be empty: nothing is sent as null. */
const CAN_BE_EMPTY: readonly TextField[] = [
  'jobTitle',
  'jobCategory',
  'staffNumber',
  'startDate',
  'leavingDate',
  'deletionDate',
]

/** Only what was changed, as the API wants it. A label whose key or value is empty is none. */
export function wishOf(values: Values, draft: Draft): PersonEditWish {
  const { labels: before, ...texts } = values
  const changed = (Object.keys(texts) as TextField[])
    .filter((field) => draft[field].trim() !== (texts[field] ?? ''))
    .map((field) => {
      const typed = draft[field].trim()
      return [field, typed === '' && CAN_BE_EMPTY.includes(field) ? null : typed]
    })
  const labels = Object.fromEntries(
    draft.labels.map(({ key, value }) => [key.trim(), value.trim()]).filter(([key, value]) => key && value),
  )
  return {
    ...Object.fromEntries(changed),
    ...(sameLabels(before, labels) ? {} : { labels }),
  }
}

const sameLabels = (one: Record<string, string>, other: Record<string, string>): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, value]) => other[key] === value)

/** The key of a row that has one and no value, or the other way round: it would be lost silently. */
export const halfLabel = (rows: LabelRow[]): LabelRow | undefined =>
  rows.find(({ key, value }) => (key.trim() === '') !== (value.trim() === ''))
