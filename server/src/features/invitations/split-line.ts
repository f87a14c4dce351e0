import { isBlank, isInvisible } from './letters.ts'

/** A place in the pasted text, from its first character to the one behind its last. */
export interface Span {
  start: number
  end: number
}

/** Something with an @: where it stands with its brackets, and what could be the address itself. */
export interface Mark extends Span {
  address: Span
  /** Written as `<address>`, so that what stands before it is a name. */
  angle: boolean
}

/** What stands between two separators. */
export interface Piece extends Span {
  marks: Mark[]
  /** Whether a comma follows, rather than a semicolon or the end. */
  comma: boolean
  /** It opens a group, as in `team: a@x, b@y;`, or looks like a line of a message's head. */
  group: boolean
}

const [COMMA, SEMICOLON, COLON, AT, SLASH] = [0x2c, 0x3b, 0x3a, 0x40, 0x2f]
const [QUOTE, OPENING_QUOTE, CLOSING_QUOTE, LESS, GREATER] = [0x22, 0x201c, 0x201d, 0x3c, 0x3e]

/** Words before a colon that only say that an address follows. */
const LABELS = new Set(['mailto', 'email', 'e-mail', 'mail', 'e'])
const LABEL_MAX = 12

/** The marks of most pieces. */
const NONE: Mark[] = []

const BEFORE_ADDRESS = codes('"\'`‘’“”„‚«»‹›([{<>*•·▪‣◦–—')
const AFTER_ADDRESS = codes('"\'`‘’“”„‚«»‹›)]}<>*.:!?')

/**
 * Splits a line at commas and semicolons that stand outside quotes and angle brackets, and finds what has an @.
 * Each character is looked at a fixed number of times, whatever the line.
 */
export function splitLine(text: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  let piece: Piece | null = null
  let at = from
  while (at < to) {
    const code = text.charCodeAt(at)
    if (code === COMMA || code === SEMICOLON) {
      if (piece) {
        piece.end = at
        pieces.push(piece)
        piece = null
      }
      const before = pieces.at(-1)
      if (before && (code === SEMICOLON || before.end === at)) before.comma = code === COMMA
      at++
    } else if (isBlank(code)) at++
    else {
      piece ??= { start: at, end: to, marks: NONE, comma: false, group: false }
      at =
        code === QUOTE || code === OPENING_QUOTE
          ? readQuote(text, at, to, piece)
          : readWord(text, at, to, piece)
    }
  }
  if (piece) pieces.push(piece)
  return pieces
}

function addMark(piece: Piece, mark: Mark): void {
  if (piece.marks === NONE) piece.marks = [mark]
  else piece.marks.push(mark)
}

/** Reads what a quotation mark opens, and returns the place behind it. */
function readQuote(text: string, at: number, to: number, piece: Piece): number {
  const straight = text.charCodeAt(at) === QUOTE
  let hasAt = false
  let close = at + 1
  for (; close < to; close++) {
    const code = text.charCodeAt(close)
    if (code === AT) hasAt = true
    if (straight ? code === QUOTE : code === CLOSING_QUOTE || code === OPENING_QUOTE) break
  }
  if (close >= to || text.charCodeAt(close) === OPENING_QUOTE) return readWord(text, at, to, piece)
  let next = close + 1
  while (next < to && isBlank(text.charCodeAt(next))) next++
  const following = next < to ? text.charCodeAt(next) : 0
  if (following === AT) {
    // A quoted name before the @ is how one address hides in another: all of it is one thing, and no address.
    let end = next
    while (end < to && !endsWord(text.charCodeAt(end))) end++
    addMark(piece, {
      start: at,
      end,
      address: { start: at, end: trimmed(text, { start: at, end }).end },
      angle: false,
    })
    return end
  }
  if (!hasAt || (following === LESS && angleEnd(text, next, to) > 0)) return close + 1
  return readWord(text, at, to, piece)
}

/** Reads to the next blank or separator and returns the place behind; `<address>` ends a word and is one itself. */
function readWord(text: string, from: number, to: number, piece: Piece): number {
  let hasAt = false
  let colonBefore = false
  let at = from
  for (; at < to; at++) {
    const code = text.charCodeAt(at)
    if (endsWord(code)) break
    if (code === AT) hasAt = true
    else if (code === LESS) {
      const end = angleEnd(text, at, to)
      if (end < 0) continue
      if (at === from) {
        addAngle(text, { start: at, end }, piece)
        return end
      }
      break
    } else if (code === COLON && !hasAt) {
      if (isLabel(text, from, at)) continue
      if (at + 1 >= to || endsWord(text.charCodeAt(at + 1))) piece.group = true
      else if (text.charCodeAt(at + 1) !== SLASH) colonBefore = true
    }
  }
  if (hasAt && colonBefore) piece.group = true
  if (hasAt)
    addMark(piece, { start: from, end: at, address: trimmed(text, { start: from, end: at }), angle: false })
  return at
}

/** The place behind the bracket that closes `<…@…>`, or -1 when none does before a separator. */
function angleEnd(text: string, at: number, to: number): number {
  let hasAt = false
  for (let next = at + 1; next < to; next++) {
    const code = text.charCodeAt(next)
    if (code === GREATER) return hasAt ? next + 1 : -1
    if (code === LESS || code === COMMA || code === SEMICOLON) return -1
    if (code === AT) hasAt = true
  }
  return -1
}

function addAngle(text: string, span: Span, piece: Piece): void {
  const address = trimmed(text, { start: span.start + 1, end: span.end - 1 })
  const before = piece.marks.at(-1)
  // Some programs write an address as its own name: ada@reed.example<mailto:ada@reed.example>.
  const twice =
    before && !before.angle && isAllBlank(text, before.end, span.start) && sameAddress(text, before, address)
  if (twice) piece.marks.pop()
  addMark(piece, { start: twice ? before.start : span.start, end: span.end, address, angle: true })
}

function sameAddress(text: string, mark: Mark, address: Span): boolean {
  const { start, end } = mark.address
  return (
    end - start === address.end - address.start &&
    text.slice(start, end).toLowerCase() === text.slice(address.start, address.end).toLowerCase()
  )
}

/** Leaves off what may stand around an address: brackets, quotes, a full stop, `mailto:` and its subject. */
function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && mayStandAround(text.charCodeAt(start), BEFORE_ADDRESS)) start++
  const colon = text.slice(start, Math.min(end, start + LABEL_MAX)).indexOf(':')
  if (colon >= 0 && isLabel(text, start, start + colon)) {
    start += colon + 1
    while (start < end && mayStandAround(text.charCodeAt(start), BEFORE_ADDRESS)) start++
    const address = text.slice(start, end)
    const question = address.indexOf('?', address.indexOf('@') + 1)
    if (question >= 0) end = start + question
  }
  while (end > start && mayStandAround(text.charCodeAt(end - 1), AFTER_ADDRESS)) end--
  return { start, end }
}

function mayStandAround(code: number, set: ReadonlySet<number>): boolean {
  return set.has(code) || isInvisible(code) || isBlank(code)
}

function isLabel(text: string, start: number, colon: number): boolean {
  if (colon - start > LABEL_MAX) return false
  while (start < colon && mayStandAround(text.charCodeAt(start), BEFORE_ADDRESS)) start++
  return LABELS.has(text.slice(start, colon).toLowerCase())
}

function endsWord(code: number): boolean {
  return code === COMMA || code === SEMICOLON || isBlank(code)
}

function isAllBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at))) return false
  return true
}

function codes(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((each) => each.charCodeAt(0)))
}
