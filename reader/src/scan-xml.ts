import { damaged } from './unzip.ts'

const TAG_CHARS_MAX = 64 * 1024
const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

export interface XmlHandler {
  /** `name` without a prefix; `tag` is what stands between the angle brackets, for `attributeOf`. */
  open(name: string, tag: string): void
  close(name: string): void
  text(text: string): void
}

/**
 * Reads XML as it comes, in one pass, and keeps none of it. Entities that a document declares are not known here, so
 * nothing is expanded and nothing is fetched: a document type is refused.
 * @throws FileRefusal file_broken
 */
export function xmlScanner(handler: XmlHandler): (piece: string) => void {
  let waiting = ''
  /** What ends the comment or the like that we are in. */
  let skippingTo: string | undefined
  return (piece) => {
    const xml = waiting + piece
    let at = 0
    for (;;) {
      if (skippingTo !== undefined) {
        const end = xml.indexOf(skippingTo, at)
        if (end < 0) {
          waiting = xml.slice(Math.max(at, xml.length - 2))
          return
        }
        at = end + skippingTo.length
        skippingTo = undefined
      }
      const open = xml.indexOf('<', at)
      if (open !== at) {
        const end = open < 0 ? endOfWholeText(xml, at) : open
        if (end > at) handler.text(unescaped(xml.slice(at, end)))
        at = end
        if (open < 0) break
      }
      if (xml.length - at < 12 && xml.indexOf('>', at) < 0) break
      if (xml.startsWith('<!--', at)) skippingTo = '-->'
      else if (xml.startsWith('<?', at)) skippingTo = '?>'
      else if (xml.startsWith('<![CDATA[', at)) {
        const end = xml.indexOf(']]>', at)
        if (end < 0) break
        handler.text(xml.slice(at + 9, end))
        at = end + 3
        continue
      } else if (xml.startsWith('<!', at)) throw damaged()
      if (skippingTo !== undefined) continue
      const end = endOfTag(xml, at)
      if (end < 0) break
      emit(handler, xml.slice(at + 1, end))
      at = end + 1
    }
    waiting = xml.slice(at)
    if (waiting.length > TAG_CHARS_MAX) throw damaged()
  }
}

/** The value of an attribute of a tag, whatever its prefix; undefined: it has none of that name. */
export function attributeOf(tag: string, name: string): string | undefined {
  let at = tag.indexOf(`${name}=`)
  while (at > 0 && !' \t\r\n:'.includes(tag.charAt(at - 1))) at = tag.indexOf(`${name}=`, at + 1)
  if (at <= 0) return undefined
  const from = at + name.length + 1
  const end = tag.indexOf(tag.charAt(from), from + 1)
  return end < 0 ? undefined : unescaped(tag.slice(from + 1, end))
}

/** A tag ends at the first `>` that stands in no quotes. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at)
    if (code === 62) return at
    if (code !== 34 && code !== 39) continue
    at = xml.indexOf(xml.charAt(at), at + 1)
    if (at < 0) return -1
  }
  return -1
}

function emit(handler: XmlHandler, tag: string): void {
  if (tag.charCodeAt(0) === 47) {
    handler.close(localName(tag, 1))
    return
  }
  const name = localName(tag, 0)
  handler.open(name, tag)
  if (tag.charCodeAt(tag.length - 1) === 47) handler.close(name)
}

function localName(tag: string, from: number): string {
  let start = from
  let at = from
  for (; at < tag.length; at += 1) {
    const code = tag.charCodeAt(at)
    if (code === 58) start = at + 1
    else if (code <= 32 || code === 47) break
  }
  return tag.slice(start, at)
}

/** Text may be cut by the end of a piece, but not within an entity. */
function endOfWholeText(xml: string, from: number): number {
  const last = xml.lastIndexOf('&')
  return last >= from && xml.length - last < 12 && xml.indexOf(';', last) < 0 ? last : xml.length
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : ''
  })
}
