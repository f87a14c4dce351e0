export interface Round<T> {
  lanyard: T
  /** The baseline straight before and straight after, so that what the machine does meanwhile hits both alike. */
  before: T
  after: T
}

/** Measures the baseline, Lanyard and the baseline again, in turn, after one round to warm up that does not count. */
export async function inTurn<T>(
  rounds: number,
  lanyard: () => Promise<T>,
  baseline: () => Promise<T>,
): Promise<Round<T>[]> {
  const found: Round<T>[] = []
  for (let round = 0; round <= rounds; round++) {
    const each = { before: await baseline(), lanyard: await lanyard(), after: await baseline() }
    if (round > 0) found.push(each)
  }
  return found
}

/** Lanyard divided by the mean of the two baselines around it, for each round. */
export function ratios<T>(rounds: readonly Round<T>[], figure: (found: T) => number): number[] {
  return rounds.map((round) => (2 * figure(round.lanyard)) / (figure(round.before) + figure(round.after)))
}

/** The baseline divided by itself, for each round: what any ratio of this run can be off by. */
export function noise<T>(rounds: readonly Round<T>[], figure: (found: T) => number): number[] {
  return rounds.map((round) => figure(round.after) / figure(round.before))
}
