import { cleanCell } from '@lanyard/reader/clean-cell.ts'
import { readRelationship, readStatus } from '@lanyard/reader/known-words.ts'
import { readDate } from '@lanyard/reader/read-date.ts'
import { readEmail } from '@lanyard/reader/read-email.ts'
import type { DateOrder, Field, GivenField } from '@lanyard/reader/staff-list.ts'
import { NAME_MAX } from '../../kernel/plain-words.ts'
import { type FieldProblem, wrongFields } from '../../kernel/refusal.ts'

/** What has to be known to understand what somebody types into a row. */
export interface EditGround {
  domains: string[]
  dateOrder: DateOrder
  today: string
}

const WORDS_MAX = 200

/**
 * What somebody typed over a row, in our form; null clears a field, so that the list says nothing of it.
 * @throws Refusal with what is wrong with each field that can't be understood
 */
export function readEdits(
  values: Partial<Record<Field, string | null | undefined>>,
  ground: EditGround,
): Partial<Record<GivenField, string | null>> {
  const problems: FieldProblem[] = []
  const edits: Partial<Record<GivenField, string | null>> = {}
  for (const [field, typed] of Object.entries(values) as [Field, string | null][]) {
    const read = typed === null ? null : readEdit(field, cleanCell(typed), ground)
    if (read !== null && typeof read === 'object')
      problems.push({ pointer: `#/values/${field}`, code: read.code, detail: read.detail })
    else edits[field as GivenField] = read
  }
  if (problems.length > 0) throw wrongFields(problems)
  return edits
}

type Wrong = { code: string; detail: string }

function readEdit(field: Field, cell: string, ground: EditGround): string | null | Wrong {
  if (cell === '') return null
  switch (field) {
    case 'email': {
      const { email, problem } = readEmail(cell, ground.domains)
      return email ?? problem ?? null
    }
    case 'startDate':
    case 'leavingDate': {
      const read = readDate(cell, ground.dateOrder, ground.today)
      if (read === null) return null
      return 'date' in read ? read.date : { code: `date_${read.wrong}`, detail: read.detail }
    }
    case 'relationship':
      return (
        readRelationship(cell) ?? {
          code: 'relationship_unknown',
          detail: 'Choose employee, volunteer, governor, contractor or agency.',
        }
      )
    case 'status':
      return readStatus(cell, true) ?? { code: 'status_unknown', detail: 'Enter current or left.' }
    case 'givenName':
    case 'familyName':
      return withinLength(cell, NAME_MAX)
    case 'staffNumber':
    case 'sourceId':
    case 'jobTitle':
    case 'role':
    case 'unit':
    case 'school':
      return withinLength(cell, WORDS_MAX)
    case 'fullName':
    case 'username':
      return {
        code: 'field_not_here',
        detail: 'Change the first name, the last name and the email each by itself.',
      }
    default:
      return field satisfies never
  }
}

const withinLength = (cell: string, most: number): string | Wrong =>
  cell.length <= most ? cell : { code: 'too_long', detail: `Enter at most ${most} characters.` }
