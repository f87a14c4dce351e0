import { ChevronDown, X } from 'lucide-react'
import { useRef } from 'react'
import { ListPopover } from './list-popover.tsx'
import type { Option } from './listbox.tsx'

type FilterChipProps = {
  name: string
  options: Option[]
  chosen: string[]
  clearLabel: string
  single?: boolean | undefined
  onChange: (chosen: string[]) => void
  /** It was opened: what it offers may be looked up now. */
  onOpen?: (() => void) | undefined
}

/** A filter above a list: a listbox of ticks. Once something is chosen it says what, and can be cleared in one press. */
export function FilterChip(props: FilterChipProps) {
  const { name, options, chosen, clearLabel, single, onChange, onOpen } = props
  const button = useRef<HTMLButtonElement>(null)
  const words = options.filter((option) => chosen.includes(option.value)).map((option) => option.label)
  const on = chosen.length > 0
  return (
    <span className={on ? 'chips on' : 'chips'}>
      <ListPopover {...{ name, options, chosen, single, button, onChange, onOpen }}>
        {on ? (
          <span>
            {name}: <b>{words.length > 2 ? words.length : words.join(', ')}</b>
          </span>
        ) : (
          name
        )}
        {on ? null : <ChevronDown size={16} strokeWidth={1.5} aria-hidden />}
      </ListPopover>
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
