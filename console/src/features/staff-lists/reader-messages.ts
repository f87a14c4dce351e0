import type { Ground, ReadChoices, Reading } from '@lanyard/reader/staff-list.ts'
import type { EncodingSample } from './encoding-samples.ts'
import type { FirstRow } from './first-rows.ts'

/** What the page asks of the reader. `read` brings files; without them it reads again what it has, with other choices. */
export type Asked = { kind: 'read'; files?: File[]; choices: ReadChoices; ground: Ground } | { kind: 'clean' }

/** A file that was read, with what a person needs to see whether it was read right. */
export type ReadFile = {
  reading: Reading
  bytes: number
  firstRows: FirstRow[]
  headingCandidates: FirstRow[]
  encodings: EncodingSample[]
  unusedFiles: string[]
}

export type Answered =
  | { kind: 'read'; read: ReadFile }
  | { kind: 'refused'; message: string }
  | { kind: 'broken' }
  | { kind: 'cleaned'; table: Blob; sha256: string | null }
