import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Person } from '../../api/types.ts'
import { isForThePage, isSingleKey } from '../../ui/single-keys.ts'
import { nameOf, type PersonAction } from './person-actions.tsx'
import { type Selection, tick, tickAll } from './selection.ts'

type ListKeys = {
  table: RefObject<HTMLTableElement | null>
  people: Person[]
  chosen: Selection<Person>
  onTick: (chosen: Selection<Person>) => void
  onChoose: (action: PersonAction, person: Person) => void
  onRefused: (reason: string) => void
}

type Standing = {
  /** The row one stands on. */
  id: string | undefined
  set: (id: string) => void
  /** Whose panel is open beside the list: it follows the row one stands on. */
  peeked: Person | undefined
  /** One row on or back, while the focus stays where it is. */
  step: (by: number) => void
  /** Closes the panel; the focus goes to the row. */
  endPeek: () => void
}

/** Single keys that do something with the row one stands on. */
const actionsByKey: Record<string, PersonAction[]> = {
  r: ['invitation.resend'],
  i: ['invitation.send'],
  e: ['roles.edit'],
}

/**
 * The keyboard of the list: one row is where it stands, arrows or j and k move it, and single keys act on it.
 * @returns that row, how to stand on another, and the panel that Space opens on it
 */
export function useListKeys(keys: ListKeys): Standing {
  const [stood, setStood] = useState<string>()
  const [peeking, setPeeking] = useState(false)
  const { table, people } = keys
  const id = people.some((person) => person.id === stood) ? stood : people[0]?.id
  // Not of the first row in place of one that has left the list: that is somebody else.
  const peeked = peeking ? people.find((person) => person.id === stood) : undefined
  const now = useRef({ ...keys, id, peeked })
  useEffect(() => {
    now.current = { ...keys, id, peeked }
  })

  useEffect(() => {
    function stand(person: Person | undefined) {
      if (!person) return
      setStood(person.id)
      focusOn(table.current, person.id)
    }

    function press(event: KeyboardEvent) {
      const { people, chosen, id, peeked, onTick, onChoose, onRefused } = now.current
      const at = people.findIndex((person) => person.id === id)
      const here = people[at]
      if (!here) return
      const isInside = event.target instanceof Element && table.current?.tBodies[0]?.contains(event.target)
      const step = stepOf(event)
      // Arrows belong to the page until one stands in the list; letters do not.
      const isMove =
        step !== 0 && (event.key.length > 1 ? isInside && isForThePage(event) : isSingleKey(event))
      if (isMove) {
        // From outside the first letter goes to the row one stood on.
        const next = people[isInside ? at + step : at]
        if (event.shiftKey && next) onTick(tick(chosen, people, next.id, true, here.id))
        stand(next)
      } else if (isInside && event.key === 'a' && (event.ctrlKey || event.metaKey) && isForThePage(event)) {
        onTick(tickAll(chosen, people, true))
      } else if (event.key === 'Escape' && peeked && isForThePage(event)) setPeeking(false)
      else if (event.key === 'Escape' && chosen.size > 0 && isForThePage(event)) onTick(new Map())
      else if (!isSingleKey(event)) return
      else if (event.key === ' ') {
        // A box or a button in the row has a use of its own for it.
        if (!isInside || !(event.target instanceof HTMLAnchorElement)) return
        setStood(here.id)
        setPeeking(!peeked)
      } else if (event.key === 'x') onTick(tick(chosen, people, here.id, !chosen.has(here.id)))
      else if (event.key === '.')
        rowOf(table.current, here.id)?.querySelector<HTMLElement>('.actions button')?.click()
      else if (!act(event.key, here, onChoose, onRefused)) return
      event.preventDefault()
    }

    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [table])

  function step(by: number) {
    const next = people[people.findIndex((person) => person.id === id) + by]
    if (!next) return
    setStood(next.id)
    rowOf(table.current, next.id)?.scrollIntoView({ block: 'nearest' })
  }
  function endPeek() {
    setPeeking(false)
    if (id) focusOn(table.current, id)
  }
  return { id, set: setStood, peeked, step, endPeek }
}

const rowOf = (table: HTMLTableElement | null, id: string) => table?.querySelector(`[data-person="${id}"]`)

const focusOn = (table: HTMLTableElement | null, id: string) =>
  rowOf(table, id)?.querySelector<HTMLElement>('th a')?.focus()

/** One down, one up, or none. */
export function stepOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): -1 | 0 | 1 {
  if (ctrlKey || metaKey || altKey) return 0
  if (key === 'ArrowDown' || key === 'j') return 1
  return key === 'ArrowUp' || key === 'k' ? -1 : 0
}

/** Does what the key stands for, or says why that may not be done. @returns whether the key stands for anything here */
function act(
  key: string,
  person: Person,
  onChoose: ListKeys['onChoose'],
  onRefused: ListKeys['onRefused'],
): boolean {
  const action = actionsByKey[key]?.find((one) => person.actions.some((each) => each.action === one))
  const known = person.actions.find((each) => each.action === action)
  if (!action || !known) return false
  if (known.allowed) onChoose(action, person)
  else onRefused(known.reason ?? nameOf(person))
  return true
}
