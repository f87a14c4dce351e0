import { wordsIn } from '../../platform/languages/words.ts'
import { findSlugs, listReaders } from '../leaving/notices.queries.ts'
import type { MailKinds, MailWriter, WrittenMessage } from '../messages/message.ts'
import english from './reviews.mail.en-GB.json' with { type: 'json' }
import { countToReview } from './reviews.queries.ts'

const wordsOf = wordsIn({ 'en-GB': english })

/** Each part of the reminder, and the list that shows it. */
const LISTS = {
  never: 'lastActive=never',
  unused: 'lastActive=unused_120d',
  unlisted: 'listed=no',
} as const

/** Counts as they are when it is written; where nobody is left to look at, nothing is. */
const writeReminder: MailWriter = async (_app, tx, messages) => {
  const organisationIds = [...new Set(messages.map((message) => message.organisationId))]
  const counts = await countToReview(tx, organisationIds)
  const slugs = await findSlugs(tx, organisationIds)
  const readers = await listReaders(
    tx,
    messages.flatMap((message) => message.accountId ?? []),
  )
  return new Map(
    messages.flatMap((message) => {
      const count = counts.get(message.organisationId)
      const reader = readers.get(message.accountId ?? '')
      if (!count || !reader) return []
      const words = wordsOf(reader.language)
      const organisation = message.organisationName
      const list = `${message.baseUrl}/s/${slugs.get(message.organisationId)}/people?status=active`
      const links = (Object.keys(LISTS) as (keyof typeof LISTS)[])
        .filter((part) => count[part] > 0)
        .map((part) => ({ label: words(part, { count: count[part] }), url: `${list}&${LISTS[part]}` }))
      if (links.length === 0) return []
      const written: WrittenMessage = {
        subject: words('subject'),
        preview: words('preview'),
        heading: words('heading'),
        organisation,
        paragraphs: [
          reader.givenName ? words('hello', { name: reader.givenName }) : words('hello_unnamed'),
          words('what', { organisation }),
        ],
        links,
        footer: { why: words('why', { organisation }), base: `${message.baseUrl}/` },
        lang: reader.language,
        contentUntil: reader.keepUntil,
      }
      return [[message.id, written] as const]
    }),
  )
}

export const reviewsMail: MailKinds = { review_reminder: { label: english.label, write: writeReminder } }
