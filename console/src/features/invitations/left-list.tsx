import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LeftRow } from './left-row.tsx'
import type { LeftPerson, Sent } from './sent.ts'

/** Those who got no invitation, each with the reason and a way on. */
export function LeftList({ sent, onChange }: { sent: Sent; onChange: (next: Sent) => void }) {
  const { t } = useTranslation()
  return (
    <section>
      <div className="in section left-head">
        <h2>{t('invite.left', { count: sent.left.length })}</h2>
        <CopyList left={sent.left} />
      </div>
      <ul className="marginlist sent">
        {sent.left.map((person) => (
          <LeftRow key={person.email} person={person} sent={sent} onChange={onChange} />
        ))}
      </ul>
    </section>
  )
}

function CopyList({ left }: { left: LeftPerson[] }) {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const lines = left.map(({ email, name, detail }) => [name ?? '', email, detail].join('\t')).join('\n')
  async function copy() {
    await navigator.clipboard.writeText(lines).then(
      () => setSaid(t('invite.listCopied')),
      () => setSaid(t('invite.listNotCopied')),
    )
  }
  return (
    <span>
      <button type="button" className="link-button" onClick={copy}>
        {t('invite.copyList')}
      </button>{' '}
      <span role="status" className="muted">
        {said}
      </span>
    </span>
  )
}
