import { Liquid } from 'liquidjs'
import { wordsIn } from '../../platform/languages/words.ts'
import { layoutHtml } from './layout/layout.generated.ts'
import english from './render-mail.en-GB.json' with { type: 'json' }

/**
 * What one mail says, as plain text. In `paragraphs` and `afterButton` a pair of double asterisks sets words in bold:
 * `The link works until **Tuesday 9 September**.`
 */
export interface MailParts {
  /** What it is about, without the organisation: "set up your staff account". */
  subject: string
  /** The line an inbox shows beside the subject. */
  preview: string
  organisation: string
  heading: string
  paragraphs: string[]
  /** Where to read on, one to a line, where there is more than one place to go. */
  links?: { label: string; url: string }[]
  /** The one thing to do. Its address is also written out, for those who would rather paste it. */
  button?: { label: string; url: string }
  /** The first is about the link and stands large; the rest are notes under a rule. */
  afterButton?: string[]
  footer: {
    /** Why this person got the mail, as a sentence. */
    why: string
    /** Who to ask: an address or a name. */
    ask?: string
    /** What each link of ours starts with. */
    base: string
  }
  /** BCP 47 tag of the words. */
  lang: string
}

export interface RenderedMail {
  subject: string
  html: string
  text: string
}

/** Longer subjects are cut by phones. */
const SUBJECT_CHARACTERS = 60
const wordsOf = wordsIn({ 'en-GB': english })
/** Line breaks, controls and the marks that turn the direction of text: nothing a header or a name needs. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu

const layout = new Liquid({ outputEscape: 'escape', strictVariables: true, lenientIf: true })
const template = layout.parse(layoutHtml)

/**
 * Writes one mail as HTML and as plain text of the same words. Whatever is handed in is text and stays text: it is
 * escaped in the HTML, and the subject is one clean line of at most 60 characters that starts with the organisation.
 * @throws Error when an address is not http or https, which is a fault of the caller
 */
export function renderMail(parts: MailParts): RenderedMail {
  const { lang, button, links = [], footer } = parts
  const urls = [...links, ...(button ? [button] : [])].map((each) => each.url)
  if (urls.some((url) => !/^https?:$/.test(new URL(url).protocol)))
    throw new Error('A mail links to http(s) only.')
  const subject = subjectLine(parts.organisation, parts.subject)
  const ask = oneLine(footer.ask ?? '')
  const words = wordsOf(lang)
  const [promise, ...notes] = parts.afterButton ?? []
  const html: string = layout.renderSync(template, {
    lang,
    subject,
    preview: oneLine(parts.preview),
    organisation: oneLine(parts.organisation),
    heading: oneLine(parts.heading),
    paragraphs: parts.paragraphs.map(runs),
    links: links.map(({ label, url }) => ({ label: oneLine(label), url })),
    button: button && { label: oneLine(button.label), url: button.url },
    promise: promise === undefined ? undefined : runs(promise),
    notes: notes.map(runs),
    footer: { why: oneLine(footer.why), ask, mailto: /^[^\s@]+@[^\s@]+$/.test(ask), base: footer.base },
    words: { paste: words('paste'), ask: words('ask'), base: words('base') },
  })
  return { subject, html, text: plainText(parts) }
}

function subjectLine(organisation: string, about: string): string {
  const name = oneLine(organisation)
  const rest = oneLine(about)
  if (rest.startsWith(name)) return shorten(rest, SUBJECT_CHARACTERS)
  const room = SUBJECT_CHARACTERS - [...rest].length - ': '.length
  // What it is about is worth more than the end of a long name, as long as the name can be known.
  const shown = shorten(name, Math.max(room, SUBJECT_CHARACTERS / 3))
  return shorten(`${shown}: ${rest}`, SUBJECT_CHARACTERS)
}

function oneLine(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()
}

/** At most so many characters; what is cut ends at a word where that costs less than half. */
function shorten(text: string, characters: number): string {
  const all = [...text]
  if (all.length <= characters) return text
  const kept = all.slice(0, characters - 1).join('')
  const wordEnd = all[characters - 1] === ' ' ? kept.length : kept.lastIndexOf(' ')
  return `${(wordEnd > kept.length / 2 ? kept.slice(0, wordEnd) : kept).trimEnd()}…`
}

/** A sentence as runs of plain and bold words: every second run stands between double asterisks. */
function runs(sentence: string): { text: string; strong: boolean }[] {
  return sentence
    .replace(UNSAFE, ' ')
    .split('**')
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
}

function plainText({
  lang,
  organisation,
  heading,
  paragraphs,
  links = [],
  button,
  afterButton = [],
  footer,
}: MailParts): string {
  const words = wordsOf(lang)
  const link = button ? [`${oneLine(button.label)}:\n${button.url}`] : []
  const ask = footer.ask ? [`${words('ask')} ${oneLine(footer.ask)}`] : []
  const foot = [oneLine(footer.why), ...ask, `${words('base')} ${footer.base}`].join('\n')
  const sentences = (texts: string[]) => texts.map((text) => oneLine(text.replaceAll('**', '')))
  return `${[
    oneLine(organisation),
    oneLine(heading),
    ...sentences(paragraphs),
    ...links.map(({ label, url }) => `${oneLine(label)}:\n${url}`),
    ...link,
    ...sentences(afterButton),
    `-- \n${foot}`,
  ].join('\n\n')}\n`
}
