import {
  addOffered,
  addPart,
  addWords,
  isSilent,
  localOf,
  nameBeside,
  type Offered,
  PARTS_MAX,
  type Part,
  withAddress,
  without,
} from './part.ts'
import { couldBeName, nameFromCells, plainWords, readName } from './read-names.ts'
import type { Mark, Piece, Span } from './split-line.ts'

/** How many words a name has that stands in cells of its own. */
const NAME_WORDS = { min: 2, max: 4 }

/** Semicolons always stand between people; commas may stand inside what belongs to one. */
export function readPieces(text: string, pieces: Piece[], offered: Offered, parts: Part[]): void {
  let first = 0
  for (let last = 0; last < pieces.length; last++) {
    if (pieces[last]?.comma && last < pieces.length - 1) continue
    readStretch(text, pieces, first, last, offered, parts)
    first = last + 1
  }
}

function readStretch(
  text: string,
  pieces: Piece[],
  first: number,
  last: number,
  offered: Offered,
  parts: Part[],
): void {
  let marks = 0
  for (let at = first; at <= last; at++) marks += pieces[at]?.marks.length ?? 0
  /** The person to whom the cells that follow may belong. */
  let person: Part | null = null
  for (let at = first; at <= last && parts.length <= PARTS_MAX; at++) {
    const piece = pieces[at]
    if (piece === undefined) break
    if (piece.group) {
      addPart(text, { start: piece.start, end: pieces[last]?.end ?? piece.end, trouble: 'group' }, parts)
      return
    }
    if (piece.marks.length > 0) {
      person = readPiece(text, piece, parts)
      continue
    }
    if (person && addOffered(person, text.slice(piece.start, piece.end), offered)) {
      person.end = without(text, piece).end
      continue
    }
    const cells = nameCellsBefore(text, pieces, at, last, marks)
    const next = pieces[at + cells]
    if (cells > 0 && next !== undefined) {
      person = readPieceWithCells(text, pieces.slice(at, at + cells), next, parts)
      at += cells
      continue
    }
    if (addWords(text, piece, parts)) person = null
  }
}

/** How many comma cells from here on are the name of the person whose address comes next; 0 for none. */
function nameCellsBefore(text: string, pieces: Piece[], at: number, last: number, marks: number): number {
  const next = at < last ? pieces[at + 1] : undefined
  if (next === undefined) return 0
  if (next.marks[0]?.angle && !next.group) {
    const piece = pieces[at]
    return piece && couldBeName(text.slice(piece.start, piece.end)) ? 1 : 0
  }
  // Without brackets only when nobody else stands there, and it is written like a name.
  if (marks !== 1) return 0
  const cells = next.marks.length > 0 ? 1 : 2
  const person = pieces[at + cells]
  if (at + cells > last || person === undefined || person.group || person.marks.length !== 1) return 0
  const words: string[] = []
  for (const piece of pieces.slice(at, at + cells)) {
    const plain = plainWords(text.slice(piece.start, piece.end))
    if (plain === null) return 0
    words.push(...plain.split(' '))
  }
  const own = plainWords(text.slice(person.start, person.marks[0]?.start))
  if (own !== null) words.push(...own.split(' '))
  const likeName = words.every((word) => /^\p{Lu}/u.test(word))
  return likeName && words.length >= NAME_WORDS.min && words.length <= NAME_WORDS.max ? cells : 0
}

/** A person with `Last,` or `First, Last,` or `First Last,` before the address. The other marks stand alone. */
function readPieceWithCells(text: string, cells: Piece[], piece: Piece, parts: Part[]): Part | null {
  const start = cells[0]?.start ?? piece.start
  const [mark] = piece.marks
  const names = cells.map((cell) => text.slice(cell.start, cell.end))
  if (mark === undefined) return null
  const own = text.slice(piece.start, mark.start)
  const firstPiece = { start: piece.start, end: piece.marks.length > 1 ? mark.end : piece.end }
  const part = withAddress(text, { start, end: firstPiece.end }, mark)
  part.name =
    names.length > 1
      ? nameFromCells(names, localOf(part))
      : readName(isSilent(own) ? `${names[0]}` : `${names[0]}, ${own}`)
  if (own.includes('@')) part.trouble = 'two_addresses'
  addPart(text, part, parts)
  if (piece.marks.length === 1) return part
  return readMarks(text, piece.marks.slice(1), { start: mark.end, end: piece.end }, parts)
}

/** Returns the person of this piece when it holds exactly one. */
function readPiece(text: string, piece: Piece, parts: Part[]): Part | null {
  const [mark, second] = piece.marks
  if (mark === undefined) return null
  if (second !== undefined) return readMarks(text, piece.marks, piece, parts)
  const part = withAddress(text, piece, mark)
  part.name = nameBeside(text, piece, mark, part)
  addPart(text, part, parts)
  return part
}

/** Several addresses without a separator: those in brackets take the words before them as their name. */
function readMarks(text: string, marks: Mark[], within: Span, parts: Part[]): Part | null {
  let from = within.start
  let person: Part | null = null
  for (const mark of marks) {
    const before = { start: from, end: mark.start }
    const isNamed = mark.angle && !isSilent(text.slice(from, mark.start))
    if (!mark.angle) addWords(text, before, parts)
    person = withAddress(text, { start: isNamed ? from : mark.start, end: mark.end }, mark)
    if (isNamed) person.name = nameBeside(text, before, mark, person)
    addPart(text, person, parts)
    from = mark.end
  }
  return addWords(text, { start: from, end: within.end }, parts) ? null : person
}
