import { Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'

/** The ⋯ at the end of a row. Its name says whose actions these are. */
export function RowMenu({
  label,
  tabIndex,
  children,
}: {
  label: string
  tabIndex?: number
  children: ReactNode
}) {
  return (
    <Menu>
      <Menu.Target>
        <button className="icon-button" type="button" aria-label={label} tabIndex={tabIndex}>
          <Ellipsis size={20} strokeWidth={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

type RowActionProps = {
  icon: ReactNode
  label: string
  allowed: boolean
  reason?: string | undefined
  onChoose: () => void
}

/** One action. Where it is not allowed here it stays in reach of the keyboard, and says why. */
export function RowAction({ icon, label, allowed, reason, onChoose }: RowActionProps) {
  return (
    <Menu.Item
      leftSection={icon}
      aria-disabled={!allowed || undefined}
      closeMenuOnClick={allowed}
      onClick={() => allowed && onChoose()}
    >
      {label}
      {!allowed && reason ? <span className="sub">{reason}</span> : null}
    </Menu.Item>
  )
}
