import { Menu } from '@mantine/core'
import { ChevronDown, X } from 'lucide-react'

type FilterChipProps = {
  name: string
  options: { value: string; label: string }[]
  chosen: string[]
  clearLabel: string
  onChange: (chosen: string[]) => void
}

/** A filter above a list: a menu of ticks. Once something is chosen it says what, and can be cleared in one press. */
export function FilterChip({ name, options, chosen, clearLabel, onChange }: FilterChipProps) {
  const words = options.filter((option) => chosen.includes(option.value)).map((option) => option.label)
  return (
    <span className={words.length > 0 ? 'chips on' : 'chips'}>
      <Menu position="bottom-start" width={232} closeOnItemClick={false}>
        <Menu.Target>
          <button className="chip" type="button">
            {words.length > 0 ? (
              <span>
                {name}: <b>{words.join(', ')}</b>
              </span>
            ) : (
              name
            )}
            {words.length > 0 ? null : <ChevronDown size={16} strokeWidth={1.5} aria-hidden />}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.CheckboxGroup value={chosen} onChange={onChange}>
            {options.map((option) => (
              <Menu.CheckboxItem key={option.value} value={option.value}>
                {option.label}
              </Menu.CheckboxItem>
            ))}
          </Menu.CheckboxGroup>
        </Menu.Dropdown>
      </Menu>
      {words.length > 0 ? (
        <button className="chip" type="button" aria-label={clearLabel} onClick={() => onChange([])}>
          <X size={16} strokeWidth={1.5} aria-hidden />
        </button>
      ) : null}
    </span>
  )
}
