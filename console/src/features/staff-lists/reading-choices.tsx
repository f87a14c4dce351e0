import type { ReadChoices } from '@lanyard/reader/staff-list.ts'
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReadFile } from './reader-messages.ts'

const DELIMITERS = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'pipe'],
] as const
const WORDS_SHOWN = 4

type ReadingChoicesProps = {
  id: string
  read: ReadFile
  choices: ReadChoices
  onChange: (choices: ReadChoices) => void
}

/** What can be wrong about reading a file, each with what it would look like otherwise. The file is read again at once. */
export function ReadingChoices({ id, read, choices, onChange }: ReadingChoicesProps) {
  const { t } = useTranslation()
  const { reading } = read
  return (
    <div id={id} className="reading-choices">
      {reading.encoding && read.encodings.length > 1 ? (
        <Encodings
          read={read}
          chosen={reading.encoding}
          onChange={(encoding) => onChange({ ...choices, encoding })}
        />
      ) : null}
      <div className="in fields">
        {reading.sheets.length > 1 ? (
          <NativeSelect
            label={t('staffLists.file.sheet')}
            value={reading.sheet}
            data={reading.sheets.map(({ name, rows }) => ({
              value: name,
              label: t('staffLists.file.sheetRows', { name, rows }),
            }))}
            // Another sheet has other rows and columns: what was chosen for this one says nothing of it.
            onChange={(event) => onChange({ encoding: choices.encoding, sheet: event.currentTarget.value })}
          />
        ) : null}
        <NativeSelect
          label={t('staffLists.file.heading')}
          value={String(reading.headingRow)}
          data={[
            ...read.headingCandidates.map(({ line, cells }) => ({
              value: String(line),
              label: t('staffLists.file.headingRow', {
                row: line,
                words: cells.slice(0, WORDS_SHOWN).join(', '),
              }),
            })),
            { value: '0', label: t('staffLists.file.headingNone') },
          ]}
          onChange={(event) => onChange({ ...choices, headingRow: Number(event.currentTarget.value) })}
        />
        {reading.delimiter ? (
          <NativeSelect
            label={t('staffLists.file.delimiter')}
            value={reading.delimiter}
            data={DELIMITERS.map(([value, key]) => ({
              value,
              label: t(`staffLists.file.delimiters.${key}`),
            }))}
            onChange={(event) => onChange({ ...choices, delimiter: event.currentTarget.value })}
          />
        ) : null}
      </div>
    </div>
  )
}

/** The same words in each encoding, so that nobody has to know what an encoding is. */
function Encodings({
  read,
  chosen,
  onChange,
}: {
  read: ReadFile
  chosen: string
  onChange: (encoding: string) => void
}) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend className="in legend">{t('staffLists.file.encoding')}</legend>
      <div className="choices">
        {read.encodings.map(({ encoding, words }) => (
          <div key={encoding} className={encoding === chosen ? 'choice on' : 'choice'}>
            <input
              type="radio"
              name="encoding"
              id={`encoding-${encoding}`}
              checked={encoding === chosen}
              onChange={() => onChange(encoding)}
            />
            <label htmlFor={`encoding-${encoding}`}>
              <b>{words.length > 0 ? words.join(', ') : t('staffLists.file.encodingNone')}</b>
              <span>{encoding}</span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
