import type { ReactNode } from 'react'
import './facts.css'

export type Fact = { label: string; value: ReactNode; source?: string | undefined }

/** What is known of somebody or something: label, value, and where it comes from. */
export function Facts({ caption, facts }: { caption: string; facts: Fact[] }) {
  const sourced = facts.some((fact) => fact.source)
  return (
    <table className="facts">
      <caption className="unseen">{caption}</caption>
      <tbody>
        {facts.map(({ label, value, source }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
            {sourced ? <td>{source}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
