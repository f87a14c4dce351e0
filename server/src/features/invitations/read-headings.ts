import { fold } from './letters.ts'

/** What a column of a table holds, as far as it matters here. */
export type Column = 'given' | 'family' | 'name' | 'other'

const WORDS: Record<Column, string> = {
  given: 'first name|firstname|first|forename|forenames|given name|given names|preferred name|christian name',
  family: 'last name|lastname|last|surname|family name|legal surname',
  name: 'name|full name|fullname|display name|staff name|staff member|employee|employee name',
  other: `email|e-mail|email address|e-mail address|mail|work email|school email|email (work)|address|username|role
    |roles|title|job title|job|position|unit|units|department|departments|dept|team|class|year|year group|school
    |subject|phone|telephone|tel|mobile|phone number|mobile number|id|no|no.|number|staff id|staff number|staff code
    |code|initials|notes|start date|status`,
}
const MEANINGS: ReadonlyMap<string, Column> = new Map(
  (['given', 'family', 'name', 'other'] as const).flatMap((column) =>
    WORDS[column].split('|').map((words): [string, Column] => [words.trim(), column]),
  ),
)
const LONGEST = Math.max(...[...MEANINGS.keys()].map((words) => words.length))

/** What each column holds, when every cell is the word of a heading and there are two at least; else null. */
export function readHeadings(cells: readonly string[]): Column[] | null {
  const columns: Column[] = []
  let said = 0
  for (const cell of cells) {
    if (cell.length > 2 * LONGEST) return null
    const words = fold(cell.replace(/["“”*:]/g, ''))
    const column = words === '' ? 'other' : MEANINGS.get(words)
    if (column === undefined) return null
    if (words !== '') said++
    columns.push(column)
  }
  return said >= 2 ? columns : null
}
