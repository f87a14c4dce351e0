import { Link, type LinkProps } from '@tanstack/react-router'
import { useId } from 'react'

type ActionLinkProps = {
  link: LinkProps
  label: string
  filled?: boolean
  allowed: boolean
  reason?: string | undefined
}

/** A link that looks like a button. Where the action is not allowed it stays, dimmed, with its reason beneath. */
export function ActionLink({ link, label, filled, allowed, reason }: ActionLinkProps) {
  const described = useId()
  if (allowed) {
    return (
      <Link {...link} className={filled ? 'button-link filled' : 'button-link'}>
        {label}
      </Link>
    )
  }
  if (!reason) return null
  return (
    <div className="disabled-action">
      <button type="button" className="button-link" aria-disabled aria-describedby={described}>
        {label}
      </button>
      <span id={described} className="sub">
        {reason}
      </span>
    </div>
  )
}
