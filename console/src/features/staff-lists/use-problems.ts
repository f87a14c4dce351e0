import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import type { StaffListRow } from '../../api/types.ts'
import { nextProblem, problemKey } from './plan.ts'
import { usePlan } from './plan-context.ts'
import { rowsKey } from './plan-rows.ts'

/** Where one goes when no problem is left. */
export const AFTER_PROBLEMS = 'after-problems'

/** Putting one problem of a row right: after it comes the next one, without a hand leaving the keyboard. */
export function useProblems(row: StaffListRow, index: number) {
  const queries = useQueryClient()
  const { list, changes, setOpen } = usePlan()
  const key = problemKey(row.place, index)
  const field = row.problems[index]?.field

  /** The rows with problems, in order, as they are known at this moment. */
  function rows(): StaffListRow[] {
    const kept = queries.getQueryData<InfiniteData<{ data: StaffListRow[] }>>([
      ...rowsKey,
      { id: list.id, outcome: 'error' },
      'pages',
    ])
    return kept?.pages.flatMap((page) => page.data).filter((each) => each.outcome === 'error') ?? []
  }

  function goOn(next: string | undefined) {
    const there = rows().some(({ place, problems }) =>
      problems.some((_, at) => problemKey(place, at) === next),
    )
    setOpen(there ? next : undefined)
    if (!there) document.getElementById(AFTER_PROBLEMS)?.focus()
  }

  return {
    /** Saves what was typed or chosen. What is still wrong stays open and says why. */
    async save(value: string) {
      if (!field) return
      const next = nextProblem(rows(), key)
      const before = row.problems.length
      const changed = await changes.row(row.place, { values: { [field]: value === '' ? null : value } })
      if (!changed) return
      const still = changed.outcome === 'error' && changed.problems.some((problem) => problem.field === field)
      if (still)
        return setOpen(
          problemKey(
            row.place,
            changed.problems.findIndex((each) => each.field === field),
          ),
        )
      // With one problem fewer, the next one of the same row has moved up to this place.
      goOn(changed.outcome === 'error' && changed.problems.length < before ? problemKey(row.place, 0) : next)
    },
    async skip() {
      const next = nextProblem(rows(), problemKey(row.place, row.problems.length - 1))
      const changed = await changes.row(row.place, { decision: 'skip' })
      if (changed) goOn(next)
    },
    /** Leaves the cell as it was; the button that opened it has the focus again. */
    close() {
      changes.forget()
      setOpen(undefined)
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>(`[data-problem="${key}"] button`)?.focus()
      })
    },
  }
}
