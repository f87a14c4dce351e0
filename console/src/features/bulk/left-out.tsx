import { useTranslation } from 'react-i18next'
import type { Foretold } from '../../api/types.ts'

/** To whom it can't be done, reason by reason, with the names of some. */
export function LeftOut({ title, skipped }: { title: string; skipped: Foretold['skipped'] }) {
  const { t, i18n } = useTranslation()
  const list = new Intl.ListFormat(i18n.language)
  return (
    <section>
      <div className="in section">
        <h2>{title}</h2>
      </div>
      <ul className="marginlist">
        {skipped.map(({ code, sentence, count, people }) => {
          const more = count - people.length
          const names = more > 0 ? [...people, t('many.more', { count: more })] : people
          return (
            <li key={code}>
              <span className="mark num" aria-hidden>
                {count}
              </span>
              <span className="unseen">{t('people.count', { count })}: </span>
              {sentence}
              <span className="sub">{list.format(names)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
