import { wordsIn } from '../../platform/languages/words.ts'
import { listReaders } from '../leaving/notices.queries.ts'
import type { MailKinds, MailWriter, WrittenMessage } from '../messages/message.ts'
import { type Exported, listExported } from './exports.queries.ts'
import english from './staff-lists.mail.en-GB.json' with { type: 'json' }

const wordsOf = wordsIn({ 'en-GB': english })

/** To the other admins: who took people away as a file, when, how many, and the reference of the file. */
const writeExported: MailWriter = async (_app, tx, messages) => {
  const exports = await listExported(
    tx,
    messages.flatMap((message) => message.subjectIds.eventId ?? []),
  )
  const readers = await listReaders(
    tx,
    messages.flatMap((message) => message.accountId ?? []),
  )
  return new Map(
    messages.flatMap((message) => {
      const exported = exports.get(message.subjectIds.eventId ?? '')
      const reader = readers.get(message.accountId ?? '')
      if (!exported || !reader) return []
      const { language, givenName } = reader
      const words = wordsOf(language)
      const about = aboutOf(exported, message.organisationName, language)
      const written: WrittenMessage = {
        subject: words('exported.subject', about),
        preview: words('exported.preview', about),
        heading: words('exported.heading', about),
        organisation: message.organisationName,
        paragraphs: [
          givenName ? words('hello', { name: givenName }) : words('hello_unnamed'),
          words('exported.what', about),
          words('exported.reference', about),
          words('exported.unexpected'),
        ],
        button: {
          label: words('exported.button'),
          url: `${message.baseUrl}/s/${exported.slug}/activity?what=record`,
        },
        footer: { why: words('why', about), base: `${message.baseUrl}/` },
        lang: language,
        contentUntil: reader.keepUntil,
      }
      return [[message.id, written] as const]
    }),
  )
}

function aboutOf(
  { name, byOperator, people, reference, at, timeZone }: Exported,
  organisation: string,
  language: string,
) {
  const words = wordsOf(language)
  const when = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone, ...style }).format(at)
  return {
    organisation,
    name: name ?? words(byOperator ? 'exported.operator' : 'exported.somebody'),
    count: people,
    reference,
    day: when({ dateStyle: 'long' }),
    time: when({ hour: '2-digit', minute: '2-digit' }),
  }
}

export const staffListsMail: MailKinds = {
  people_exported: { label: english.exported.label, write: writeExported },
}
