/** Puts together what stands side by side and was done by one request: the same thing to many people at once. */
export function runsOf<Entry extends { event: string; requestId: string | null }>(
  entries: Entry[],
): Entry[][] {
  const runs: Entry[][] = []
  for (const entry of entries) {
    const first = runs.at(-1)?.[0]
    const together =
      first && entry.requestId && first.requestId === entry.requestId && first.event === entry.event
    if (together) runs.at(-1)?.push(entry)
    else runs.push([entry])
  }
  return runs
}
