import { useEffect, useRef } from 'react'

/** `shown` counts the rows there were when the others were asked for; nobody asked when it has no end. */
type Last = { places: string[]; groups: string[]; shown: number }
const NOT_ASKED = Number.POSITIVE_INFINITY

/**
 * A row that was decided moves to another group, and takes the focus with it into nothing. This gives the focus to the
 * row that follows; when it was the last one to the heading of the group, and when the group is gone with it to that of
 * the group after it. Whoever asked for the other rows of a group has the first of them. So a keyboard never starts
 * again at the top of the page.
 */
export function useFocusKept() {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    const box = table.current
    if (!box) return
    let last: Last | undefined
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element && box.contains(target) ? whereIs(target) : undefined
    }
    // A press beside everything is a wish to have the focus nowhere.
    const forget = () => {
      last = undefined
    }
    const look = new MutationObserver(() => {
      if (last && document.activeElement === document.body) giveFocus(box, last)
    })
    document.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', forget)
    look.observe(box, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', forget)
      look.disconnect()
    }
  }, [])
  return table
}

function giveFocus(table: HTMLElement, { places, groups, shown }: Last) {
  const bodyOf = (group: string | undefined) =>
    table.querySelector<HTMLElement>(`tbody[data-group="${group}"]`) ?? undefined
  const own = bodyOf(groups[0])
  const next = places
    .map((place) => own?.querySelector<HTMLElement>(`tr[data-place="${place}"] :is(button, input)`))
    .concat(linesOf(own).slice(shown).map(firstControl))
    .find(Boolean)
  if (next) next.focus()
  else (groups.map(bodyOf).find(Boolean) ?? table).querySelector<HTMLElement>('h2')?.focus()
}

const linesOf = (group: Element | undefined): HTMLElement[] => [
  ...(group?.querySelectorAll<HTMLElement>('tr[data-place]') ?? []),
]
const firstControl = (line: HTMLElement) => line.querySelector<HTMLElement>(':is(button, input)')

/** The row that has the focus and those after it, none of the head or foot of a group; and their group and those after it. */
function whereIs(target: Element): Last | undefined {
  const row = target.closest<HTMLElement>('tr[data-place]')
  const rows = target.closest<HTMLElement>('tbody[data-group]')
  if (!rows) return undefined
  const groups = fromOn(
    [...(rows.parentElement?.querySelectorAll<HTMLElement>('tbody[data-group]') ?? [])].map(
      (each) => each.dataset.group ?? '',
    ),
    rows.dataset.group ?? '',
  )
  const lines = linesOf(rows)
  if (!row) return { places: [], groups, shown: target.closest('tr.more') ? lines.length : NOT_ASKED }
  const places = lines.map((each) => each.dataset.place ?? '')
  return { places: fromOn(places, row.dataset.place ?? ''), groups, shown: NOT_ASKED }
}

const fromOn = (all: string[], one: string): string[] => all.slice(all.indexOf(one))
