import { Check } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import './listbox.css'

export type Option = {
  value: string
  label: string
  /** How many it would leave. */
  count?: number | undefined
}
type ListboxProps = {
  id: string
  name: string
  options: Option[]
  chosen: string[]
  /** Whether one at most is chosen: another takes its place. */
  single?: boolean | undefined
  onChange: (chosen: string[]) => void
  /** Esc or Tab: the list is done with, and the focus goes back to what opened it. */
  onLeave: () => void
}

/** A list to tick several of. It takes the focus when it opens; arrows move, Space or Enter ticks, letters jump. */
export function Listbox({ id, name, options, chosen, single, onChange, onLeave }: ListboxProps) {
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(() =>
    Math.max(
      options.findIndex((option) => chosen.includes(option.value)),
      0,
    ),
  )
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    box.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function toggle(option: Option | undefined) {
    if (!option) return
    const on = chosen.includes(option.value)
    onChange(
      on ? chosen.filter((value) => value !== option.value) : [...(single ? [] : chosen), option.value],
    )
  }

  function press(event: KeyboardEvent) {
    const last = options.length - 1
    if (event.key === 'Tab') return onLeave()
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, last))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Home') setActive(0)
    else if (event.key === 'End') setActive(last)
    else if (event.key === ' ' || event.key === 'Enter') toggle(options[active])
    else if (event.key === 'Escape') onLeave()
    else if (/^\S$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) jump(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function jump(letter: string) {
    const after = [...options.slice(active + 1), ...options.slice(0, active + 1)]
    const found = after.find((option) =>
      option.label.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()),
    )
    if (found) setActive(options.indexOf(found))
  }

  return (
    <div
      ref={box}
      id={id}
      className="listbox"
      role="listbox"
      aria-label={name}
      aria-multiselectable={!single}
      aria-activedescendant={options[active] ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and hears the keys for all of them
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={chosen.includes(option.value)}
          data-active={index === active || undefined}
          onClick={() => {
            setActive(index)
            toggle(option)
          }}
        >
          <Check size={16} strokeWidth={2} aria-hidden />
          <span>{option.label}</span>
          {option.count === undefined ? null : <span className="count num">{option.count}</span>}
        </div>
      ))}
    </div>
  )
}
