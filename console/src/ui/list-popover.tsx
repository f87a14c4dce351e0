import { Popover } from '@mantine/core'
import { type ReactNode, type RefObject, useId, useState } from 'react'
import { Listbox, type Option } from './listbox.tsx'

type ListPopoverProps = {
  name: string
  options: Option[]
  chosen: string[]
  single?: boolean | undefined
  /** What the button shows. */
  children: ReactNode
  button: RefObject<HTMLButtonElement | null>
  position?: 'bottom-start' | 'bottom-end'
  onChange: (chosen: string[]) => void
  /** It was opened: what it offers may be looked up now. */
  onOpen?: (() => void) | undefined
}

/** A button that opens a list of ticks. Esc and Tab close it, and the focus goes back to the button. */
export function ListPopover(props: ListPopoverProps) {
  const {
    name,
    options,
    chosen,
    single,
    children,
    button,
    position = 'bottom-start',
    onChange,
    onOpen,
  } = props
  const [open, setOpen] = useState(false)
  const list = useId()
  function show(next: boolean) {
    if (next) onOpen?.()
    setOpen(next)
  }
  function close() {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <Popover
      opened={open}
      onChange={show}
      position={position}
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
          onClick={() => show(!open)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            show(true)
          }}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <Listbox
          id={list}
          name={name}
          options={options}
          chosen={chosen}
          single={single}
          onChange={onChange}
          onLeave={close}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
