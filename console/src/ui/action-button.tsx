import { type ReactNode, useId } from 'react'

type ActionButtonProps = {
  label: string
  icon?: ReactNode
  filled?: boolean
  allowed: boolean
  reason?: string | undefined
  onChoose: () => void
}

/** Does something at once. Where it is not allowed it stays, dimmed, with its reason beneath. */
export function ActionButton({ label, icon, filled, allowed, reason, onChoose }: ActionButtonProps) {
  const described = useId()
  const button = (
    <button
      type="button"
      className={filled ? 'button-link filled' : 'button-link'}
      {...(allowed ? {} : { 'aria-disabled': true, 'aria-describedby': reason ? described : undefined })}
      onClick={() => allowed && onChoose()}
    >
      {icon}
      {label}
    </button>
  )
  if (allowed || !reason) return button
  return (
    <div className="disabled-action">
      {button}
      <span id={described} className="sub">
        {reason}
      </span>
    </div>
  )
}
