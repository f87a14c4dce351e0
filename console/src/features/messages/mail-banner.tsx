import { useTranslation } from 'react-i18next'
import type { MessageList, PeopleList } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { StatusGlyph } from '../../ui/status-chip.tsx'

type MailBannerProps = { mail: PeopleList['mail'] & Partial<Pick<MessageList['mail'], 'trouble'>> }

/** What to know before one reads a page that speaks of email: it is not set up, or the mail server takes nothing. */
export function MailBanner({ mail }: MailBannerProps) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const { trouble } = mail
  if (!trouble && mail.mode !== 'captured') return null
  return (
    <div className={trouble ? 'in banner trouble' : 'in banner'} role={trouble ? 'status' : undefined}>
      <span className="mark">
        <StatusGlyph glyph={trouble ? 'problem' : 'note'} />
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
