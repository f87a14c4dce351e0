import { useTranslation } from 'react-i18next'
import type { MessageList } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { StatusGlyph } from '../../ui/status-chip.tsx'

/** What everybody should know before they read the list: mail is not set up, or the mail server takes nothing. */
export function MailBanner({ mail }: { mail: MessageList['mail'] }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const { trouble } = mail
  if (!trouble && mail.mode === 'sending') return null
  return (
    <div className={trouble ? 'in banner trouble' : 'in banner'} role="status">
      <span className="mark">
        <StatusGlyph glyph="problem" />
      </span>
      <p>
        {trouble ? (
          <>
            <b>{trouble.sentence}</b>{' '}
            {t('email.troubleSince', {
              moment: sayMoment(trouble.since, { timeZone: organisation.timeZone, locale: i18n.language }),
              count: trouble.waiting,
            })}
          </>
        ) : (
          mail.sentence
        )}
      </p>
      {trouble ? <code className="server">{trouble.serverAnswer}</code> : null}
    </div>
  )
}
