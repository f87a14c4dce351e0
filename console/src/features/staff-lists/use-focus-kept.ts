import { useEffect, useRef } from 'react'

type Last = { places: string[]; group: string }

/**
 * A row that was decided moves to another group, and takes the focus with it into nothing. This gives the focus to the
 * row that follows, or to the heading of the group when it was the last one, so that a keyboard never starts again at
 * the top of the page.
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

function giveFocus(table: HTMLElement, { places, group }: Last) {
  const rows = table.querySelector<HTMLElement>(`tbody[data-group="${group}"]`)
  const next = places
    .map((place) => rows?.querySelector<HTMLElement>(`tr[data-place="${place}"] :is(button, input)`))
    .find(Boolean)
  if (next) next.focus()
  else (rows ?? table).querySelector<HTMLElement>('h2')?.focus()
}

/** The row that has the focus, those after it, and their group; of the head of a group, the group alone. */
function whereIs(target: Element): Last | undefined {
  const row = target.closest<HTMLElement>('tr[data-place]')
  const rows = target.closest<HTMLElement>('tbody[data-group]')
  if (!rows) return undefined
  const group = rows.dataset.group ?? ''
  if (!row) return { places: [], group }
  const places = [...rows.querySelectorAll<HTMLElement>('tr[data-place]')].map(
    (each) => each.dataset.place ?? '',
  )
  return { places: places.slice(places.indexOf(row.dataset.place ?? '')), group }
}
