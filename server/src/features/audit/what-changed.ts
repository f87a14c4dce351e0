/** One field of something that was changed. */
interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

/** The fields whose value differs, with before and after, for the record. What the change leaves out stays as it was. */
export function whatChanged(before: object | undefined, change: object): FieldChange[] {
  const was = new Map<string, unknown>(Object.entries(before ?? {}))
  return Object.entries(change)
    .filter(([field, after]) => after !== undefined && !same(was.get(field), after))
    .map(([field, after]) => ({ field, before: was.get(field) ?? null, after }))
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
