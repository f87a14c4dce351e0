import type { InviteWish, Recognition } from '../../api/types.ts'

export type Entry = Recognition['entries'][number]

/** What was decided about somebody in the list. */
export type Decision = {
  removed?: true
  /** The address is right although the server asked. */
  kept?: true
  /** The address to use instead of the one pasted. */
  email?: string
  role?: string
  /** Of their own; undefined once they are as everybody’s again. */
  units?: string[] | undefined
}

/** By the address as pasted, so that a decision holds while more is pasted round it. */
export type Decisions = ReadonlyMap<string, Decision>

/** One line of the list: what was recognised, after what was decided. */
export type Row = {
  key: string
  outcome: Entry['outcome']
  /** The address it would go to, or what stands where one should be. */
  email: string
  name: string | undefined
  entry: Entry
  /** What to know or do, in the server's words. */
  detail: string | undefined
  suggestion: string | undefined
  /** Whose address it became the same as, by a correction. */
  sameAs: string | undefined
  role: string | undefined
  units: string[] | undefined
}

const keyOf = (entry: Entry): string => entry.email ?? entry.text.trim()

/** Everybody to list, in the order of what was pasted, and how many were taken out. */
export function rowsOf(
  entries: Entry[],
  corrections: Entry[],
  decisions: Decisions,
): { rows: Row[]; removed: number } {
  const corrected = new Map(
    corrections.flatMap((entry) => [[entry.text.trim(), entry] as const, [keyOf(entry), entry] as const]),
  )
  const goingTo = new Map<string, string>()
  const rows: Row[] = []
  let removed = 0
  for (const pasted of entries) {
    const key = keyOf(pasted)
    const decision = decisions.get(key) ?? {}
    if (decision.removed) {
      if (pasted.outcome !== 'repeat') removed++
      continue
    }
    const row = rowOf(pasted, key, decision, decision.email ? corrected.get(decision.email) : pasted)
    if (row.outcome !== 'repeat' && row.outcome !== 'invalid') {
      const before = goingTo.get(row.email)
      if (before !== undefined)
        Object.assign(row, {
          outcome: 'repeat',
          sameAs: before,
          detail: undefined,
          suggestion: undefined,
        } satisfies Partial<Row>)
      else goingTo.set(row.email, row.name ?? row.email)
    }
    rows.push(row)
  }
  return { rows, removed }
}

/** @param judged the entry for the address to use; nothing while the server has not been heard about it */
function rowOf(pasted: Entry, key: string, decision: Decision, judged: Entry | undefined): Row {
  const kept = decision.kept && judged?.outcome === 'check'
  return {
    key: pasted.outcome === 'repeat' ? `${key} ${pasted.index}` : key,
    outcome: kept ? 'ready' : (judged?.outcome ?? 'check'),
    email: judged?.email ?? decision.email ?? pasted.email ?? addressIn(pasted.text),
    name: pasted.name,
    entry: judged
      ? { ...judged, ...namesOf(pasted) }
      : { index: pasted.index, text: pasted.text, outcome: 'check' },
    detail: kept ? undefined : judged?.detail,
    suggestion: kept ? undefined : judged?.suggestion,
    sameAs: undefined,
    role: decision.role ?? pasted.roles?.[0],
    units: 'units' in decision ? decision.units : pasted.units,
  }
}

/** What stands where an address should be, without the name beside it; the whole text when nothing has an @. */
const addressIn = (text: string): string => /[^\s<>"();,]*@[^\s<>"();,]*/.exec(text)?.[0] ?? text.trim()

const namesOf = ({ name, givenName, familyName }: Entry) => ({
  ...(name ? { name } : {}),
  ...(givenName ? { givenName } : {}),
  ...(familyName ? { familyName } : {}),
})

export type Counts = Record<Entry['outcome'], number>

export function countRows(rows: Row[]): Counts {
  const counts: Counts = { ready: 0, check: 0, repeat: 0, not_sent: 0, invalid: 0 }
  for (const row of rows) counts[row.outcome]++
  return counts
}

/**
 * Those who get an invitation, as the API takes them.
 * @param also further roles of the batch, which one person's own role does not take away
 */
export function peopleOf(rows: Row[], also: string[]): InviteWish['people'] {
  return rows
    .filter((row) => row.outcome === 'ready')
    .map(({ email, entry, role, units }) => ({
      email,
      ...(entry.givenName ? { givenName: entry.givenName } : {}),
      ...(entry.familyName ? { familyName: entry.familyName } : {}),
      ...(role ? { roles: [...new Set([role, ...also])] } : {}),
      ...(units ? { units } : {}),
    }))
}
