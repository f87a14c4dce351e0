import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { Loaded } from '../../ui/states.tsx'
import { LetterFrame } from './letter-frame.tsx'

/** What captured mail says, as it looks and as plain text. Each reading is recorded. */
export function MessageContent({ id }: { id: string }) {
  const { t } = useTranslation()
  const [view, setView] = useState<'html' | 'text'>('html')
  const query = api.useQuery('get', '/api/v1/messages/{id}/content', { params: { path: { id } } })
  return (
    <Loaded query={query} rows={4}>
      {(content) => (
        <section className="in" aria-labelledby="content">
          <h2 id="content" className="section">
            {t('email.content')}
          </h2>
          <fieldset className="view-tabs" aria-label={t('email.content')}>
            {(['html', 'text'] as const).map((name) => (
              <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
                {t(`email.${name}`)}
              </button>
            ))}
          </fieldset>
          <div className="message-views">
            {view === 'html' ? (
              <LetterFrame html={content.html} title={t('email.frame', { subject: content.subject })} />
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long letter scrolls, and the keyboard must reach it
              <pre tabIndex={0}>{content.text}</pre>
            )}
          </div>
        </section>
      )}
    </Loaded>
  )
}
