import type { ReadChoices, Reading } from '@lanyard/reader/staff-list.ts'
import type { ReadFile } from './reader-messages.ts'
import type { Cleaned } from './use-reader.ts'

const SENTENCES_MAX = 30
const SENTENCE_MAX = 500

export type Wish = { name: string; read: ReadFile; choices: ReadChoices; cleaned: Cleaned; everyone: boolean }

/** What goes to the server: the cleaned table under the name of its file, and what was decided and said about it here. */
export function formOf({ name, read, choices, cleaned, everyone }: Wish): FormData {
  const { reading, bytes } = read
  const form = new FormData()
  form.set('everyone', String(everyone))
  form.set('mapping', JSON.stringify(mappingFor(choices, reading)))
  const sentences = reading.sentences
    .slice(0, SENTENCES_MAX)
    .map((sentence) => sentence.slice(0, SENTENCE_MAX))
  form.set('original', JSON.stringify({ bytes, sha256: cleaned.sha256, sentences }))
  form.set('file', cleaned.table, name)
  return form
}

/** What the server has to be told, so that it reads the cleaned table as it was read here: it is our own CSV now. */
export function mappingFor(choices: ReadChoices, reading: Pick<Reading, 'headingRow'>): ReadChoices {
  return {
    encoding: 'utf-8',
    delimiter: ',',
    headingRow: reading.headingRow,
    ...(choices.columns ? { columns: choices.columns } : {}),
    ...(choices.dateOrders ? { dateOrders: choices.dateOrders } : {}),
  }
}
