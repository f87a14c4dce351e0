import { randomUUID } from 'node:crypto'
import { encode, wrap } from 'nodemailer/lib/qp'

export interface Letter {
  /** Canonical address; the envelope recipient is exactly this. */
  to: string
  /** Shown beside the sender's address, such as `Reed Primary via Lanyard`. */
  fromName: string
  /** Where answers go, when not to the sender. */
  replyTo?: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** The same at every attempt, so that a repeat is recognised. Without angle brackets. */
  messageId: string
}

/** Line breaks, controls and the marks that turn the direction of text: nothing a header needs. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu
/** A line may hold 998 octets (RFC 5322 section 2.1.1); some servers cut earlier. */
const LINE_OCTETS = 900
/** What an encoded word of 75 characters (RFC 2047) holds in base64. */
const WORD_OCTETS = 45

/**
 * Writes a letter as it travels (RFC 5322, 2045, 2046): text and HTML of the same words, and the headers that keep
 * answering machines quiet. Written here because the general composer of the library takes two thirds of the time of
 * sending, and letters of ours have one shape. Addresses are canonical and stand in no place where they would be parsed.
 */
export function composeLetter(letter: Letter, from: string): Buffer {
  const { replyTo } = letter
  const boundary = `=_${randomUUID()}`
  const head = [
    `From: ${mailbox(letter.fromName, from)}`,
    `To: <${address(letter.to)}>`,
    ...(replyTo ? [`Reply-To: ${mailbox(replyTo.name, replyTo.address)}`] : []),
    `Subject: ${words(oneLine(letter.subject))}`,
    `Message-ID: <${oneLine(letter.messageId)}>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
  ]
  const parts = [part('text/plain', letter.text), part('text/html', asciiHtml(letter.html))]
  return Buffer.from(
    [...head, '', ...parts.flatMap((lines) => [`--${boundary}`, ...lines]), `--${boundary}--`, ''].join(
      '\r\n',
    ),
  )
}

const oneLine = (text: string) => text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()

function mailbox(name: string, at: string): string {
  const shown = oneLine(name)
  return shown ? `${phrase(shown)} <${address(at)}>` : `<${address(at)}>`
}

/** @throws Error for what is no address of ours, which is a fault of the caller */
function address(text: string): string {
  if (/[\s<>,;:"()[\]\\\p{Cc}]/u.test(text)) throw new Error('A letter goes to canonical addresses only.')
  return text
}

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text)
const phrase = (name: string) =>
  isAscii(name) && !name.includes('=?') ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name)
const words = (text: string) => (isAscii(text) && !text.includes('=?') ? text : encodedWords(text))

function encodedWords(text: string): string {
  const chunks = ['']
  for (const character of text) {
    const longer = chunks.at(-1) + character
    if (Buffer.byteLength(longer) > WORD_OCTETS) chunks.push(character)
    else chunks[chunks.length - 1] = longer
  }
  return chunks.map((chunk) => `=?UTF-8?B?${Buffer.from(chunk).toString('base64')}?=`).join('\r\n ')
}

/** HTML of the same meaning in ASCII. Its style sheets are ASCII already, where references would not be read. */
const asciiHtml = (html: string) =>
  html.replace(/[\ud800-\udbff][\udc00-\udfff]|[\u0080-\uffff]/g, (each) => `&#${each.codePointAt(0)};`)

function part(type: string, content: string): string[] {
  const lines = content.split(/\r\n?|\n/)
  const plain = !/[^\t\r\n\x20-\x7e]/.test(content) && lines.every((line) => line.length <= LINE_OCTETS)
  return [
    `Content-Type: ${type}; charset=utf-8`,
    `Content-Transfer-Encoding: ${plain ? '7bit' : 'quoted-printable'}`,
    '',
    plain ? lines.join('\r\n') : wrap(encode(Buffer.from(lines.join('\r\n')))),
  ]
}
