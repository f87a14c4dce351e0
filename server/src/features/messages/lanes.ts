export interface Lanes {
  /** Waits for a free lane. */
  free(): Promise<void>
  /** Takes the lane that was free. */
  run(work: () => Promise<void>): void
  /** Waits until nothing runs. */
  idle(): Promise<void>
}

/**
 * Runs so much at a time, and no more. Work that has taken `slowMs` makes room for other work, so that what hangs keeps
 * nothing else waiting, up to `most` in all.
 */
export function openLanes({ usual, most, slowMs }: { usual: number; most: number; slowMs: number }): Lanes {
  const running = new Set<Promise<void>>()
  let brisk = 0
  let moved = () => {}

  const somethingMoves = () =>
    new Promise<void>((go) => {
      moved = go
    })

  return {
    async free() {
      while (brisk >= usual || running.size >= most) await somethingMoves()
    },
    run(work) {
      brisk++
      let counted = true
      const makeRoom = () => {
        if (!counted) return
        counted = false
        brisk--
        moved()
      }
      const slow = setTimeout(makeRoom, slowMs)
      const lane = work().finally(() => {
        clearTimeout(slow)
        running.delete(lane)
        makeRoom()
        moved()
      })
      running.add(lane)
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}
