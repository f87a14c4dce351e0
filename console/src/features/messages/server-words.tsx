import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What the mail server said, word for word, to hand to whoever looks after it. */
export function ServerWords({ text }: { text: string }) {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  return (
    <div className="server-words">
      <div className="across">
        <span>{t('email.serverSaid')}</span>
        <button
          type="button"
          className="text-button"
          onClick={() =>
            navigator.clipboard.writeText(text).then(
              () => setSaid(t('email.copied')),
              () => setSaid(t('email.notCopied')),
            )
          }
        >
          {t('email.copy')}
        </button>
      </div>
      <code>{text}</code>
      <p role="status">{said}</p>
    </div>
  )
}
