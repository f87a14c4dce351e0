export interface Goal {
  name: string
  /** What was measured, with its unit. */
  found: string
  goal: string
  met: boolean
}

export interface Workload {
  about: string
  size: { meaning: string; usual: number }
  /** Measures, saying each figure by `say`. @returns what was found against each goal */
  run(size: number, say: (line: string) => void): Promise<Goal[]>
}
