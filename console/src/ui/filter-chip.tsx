import { Popover } from '@mantine/core'
import { ChevronDown, X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Listbox, type Option } from './listbox.tsx'

type FilterChipProps = {
  name: string
  options: Option[]
  chosen: string[]
  clearLabel: string
  onChange: (chosen: string[]) => void
}

/** A filter above a list: a listbox of ticks. Once something is chosen it says what, and can be cleared in one press. */
export function FilterChip({ name, options, chosen, clearLabel, onChange }: FilterChipProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const list = useId()
  const words = options.filter((option) => chosen.includes(option.value)).map((option) => option.label)
  const on = chosen.length > 0
  function close() {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <span className={on ? 'chips on' : 'chips'}>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-start"
        width={264}
        radius={6}
        offset={4}
        withRoles={false}
        closeOnEscape={false}
        portalProps={{ target: '#main' }}
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <button
            ref={button}
            className="chip"
            type="button"
            aria-haspopup="listbox"
            aria-expanded={open}
            aria-controls={open ? list : undefined}
            onClick={() => setOpen(!open)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return
              event.preventDefault()
              setOpen(true)
            }}
          >
            {on ? (
              <span>
                {name}: <b>{words.length > 2 ? words.length : words.join(', ')}</b>
              </span>
            ) : (
              name
            )}
            {on ? null : <ChevronDown size={16} strokeWidth={1.5} aria-hidden />}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={4}>
          <Listbox
            id={list}
            name={name}
            options={options}
            chosen={chosen}
            onChange={onChange}
            onLeave={close}
          />
        </Popover.Dropdown>
      </Popover>
      {on ? (
        <button
          className="chip"
          type="button"
          aria-label={clearLabel}
          onClick={() => {
            onChange([])
            button.current?.focus()
          }}
        >
          <X size={16} strokeWidth={1.5} aria-hidden />
        </button>
      ) : null}
    </span>
  )
}
