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

/** Single keys that do something with the row one stands on. */
const actionsByKey: Record<string, PersonAction[]> = {
  r: ['invitation.resend'],
  i: ['invitation.send'],
  e: ['roles.edit'],
}

/**
 * The keyboard of the list: one row is where it stands, arrows or j and k move it, and single keys act on it.
 * @returns that row, and how to stand on another
 */
export function useListKeys(keys: ListKeys): { id: string | undefined; set: (id: string) => void } {
  const [stood, setStood] = useState<string>()
  const { table, people } = keys
  const id = people.some((person) => person.id === stood) ? stood : people[0]?.id
  const now = useRef({ ...keys, id })
  useEffect(() => {
    now.current = { ...keys, id }
  })

  useEffect(() => {
    function stand(person: Person | undefined) {
      if (!person) return
      setStood(person.id)
      rowOf(table.current, person.id)?.querySelector<HTMLElement>('th a')?.focus()
    }

    function press(event: KeyboardEvent) {
      const { people, chosen, id, onTick, onChoose, onRefused } = now.current
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
      } else if (event.key === 'Escape' && chosen.size > 0 && isForThePage(event)) onTick(new Map())
      else if (!isSingleKey(event)) return
      else if (event.key === 'x') onTick(tick(chosen, people, here.id, !chosen.has(here.id)))
      else if (event.key === '.')
        rowOf(table.current, here.id)?.querySelector<HTMLElement>('.actions button')?.click()
      else if (!act(event.key, here, onChoose, onRefused)) return
      event.preventDefault()
    }

    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [table])
  return { id, set: setStood }
}

const rowOf = (table: HTMLTableElement | null, id: string) => table?.querySelector(`[data-person="${id}"]`)

/** One down, one up, or none. */
function stepOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): -1 | 0 | 1 {
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

/** `?` shows which keys there are. */
export function useHelpKey(onHelp: () => void): void {
  const now = useRef(onHelp)
  useEffect(() => {
    now.current = onHelp
  })
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== '?' || !isSingleKey(event)) return
      event.preventDefault()
      now.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
