import type { ReadChoices, Reading } from '@lanyard/reader/staff-list.ts'
import { ChevronRight } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusGlyph } from '../../ui/status-chip.tsx'
import type { ReadFile } from './reader-messages.ts'
import { ReadingChoices } from './reading-choices.tsx'

type ReadFileProps = {
  name: string
  read: ReadFile
  choices: ReadChoices
  busy: boolean
  onChoices: (choices: ReadChoices) => void
  onAnother: () => void
}

/** What was read of the file, said in sentences, with a few of its rows; and what to do where it looks wrong. */
export function ReadFileReport({ name, read, choices, busy, onChoices, onAnother }: ReadFileProps) {
  const { t } = useTranslation()
  const [wrong, setWrong] = useState(false)
  const box = useId()
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.focus({ preventScroll: true }), [])
  const { reading } = read
  const isPrivate = new Set(
    reading.columns.filter(({ state }) => state === 'private').map((one) => one.index),
  )
  return (
    <section
      ref={section}
      tabIndex={-1}
      className="read-file"
      aria-label={t('staffLists.file.read')}
      aria-busy={busy}
    >
      <ul className={busy ? 'marginlist report stale' : 'marginlist report'}>
        <li>
          <span className="mark ready">
            <StatusGlyph glyph={reading.people > 0 ? 'active' : 'problem'} />
          </span>
          <div className="line">
            <b>{name}</b>
            <button type="button" className="link-button" onClick={onAnother}>
              {t('staffLists.file.another')}
            </button>
          </div>
          {otherSentences(reading).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {read.unusedFiles.length > 0 ? (
            <p>{t('staffLists.file.filesUnused', { names: read.unusedFiles.join(', ') })}</p>
          ) : null}
          {reading.privateHeadings.length > 0 ? (
            <p className="left-out">
              {t('staffLists.file.leftOut', { headings: reading.privateHeadings.join(', ') })}
            </p>
          ) : null}
        </li>
      </ul>
      <FirstRows read={read} isPrivate={isPrivate} />
      <div className="looks-wrong">
        <button
          type="button"
          className="in disclose"
          aria-expanded={wrong}
          aria-controls={wrong ? box : undefined}
          onClick={() => setWrong(!wrong)}
        >
          <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          {t('staffLists.file.wrong')}
        </button>
        {wrong ? <ReadingChoices id={box} read={read} choices={choices} onChange={onChoices} /> : null}
      </div>
    </section>
  )
}

/** Without the one on private columns: of those there is more to say here than that they were not read. */
const otherSentences = ({ sentences, privateHeadings }: Reading) =>
  sentences.filter(
    (sentence) =>
      privateHeadings.length === 0 ||
      !sentence.startsWith('Left out') ||
      !privateHeadings.every((heading) => sentence.includes(heading)),
  )

/** Wide tables scroll within themselves; a private column shows that it is there, and nothing else. */
function FirstRows({ read, isPrivate }: { read: ReadFile; isPrivate: Set<number> }) {
  const { t } = useTranslation()
  const caption = useId()
  const { columns } = read.reading
  if (read.firstRows.length === 0) return null
  return (
    <div className="in first-rows">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be in reach of the arrow keys */}
      <section aria-labelledby={caption} tabIndex={0}>
        <table>
          <caption id={caption}>{t('staffLists.file.firstRows')}</caption>
          <thead>
            <tr>
              <th scope="col" className="n">
                {t('staffLists.file.row')}
              </th>
              {columns.map((column) => (
                <th key={column.index} scope="col">
                  {column.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {read.firstRows.map(({ line, cells }) => (
              <tr key={line}>
                <th scope="row" className="n">
                  {line}
                </th>
                {columns.map(({ index }) => (
                  <td key={index} className={isPrivate.has(index) ? 'muted' : undefined}>
                    {isPrivate.has(index) ? (cells[index] ? t('staffLists.file.private') : '') : cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
