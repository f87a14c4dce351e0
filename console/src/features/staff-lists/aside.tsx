import type { ReactNode } from 'react'

/** A line that belongs to a group as a whole. */
export function Aside({ children, act, warns }: { children: ReactNode; act?: ReactNode; warns?: boolean }) {
  return (
    <tr className={warns ? 'aside warns' : 'aside'}>
      <td className="margin">{warns ? <span aria-hidden>!</span> : null}</td>
      <td colSpan={3}>{children}</td>
      <td className="act">{act}</td>
    </tr>
  )
}
