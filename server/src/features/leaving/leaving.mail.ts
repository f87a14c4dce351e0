import { wordsIn } from '../../platform/languages/words.ts'
import { roleOf } from '../access/built-in-roles.ts'
import type { ClaimedMessage, MailKinds, MailWriter, WrittenMessage } from '../messages/message.ts'
import english from './leaving.mail.en-GB.json' with { type: 'json' }
import {
  type Concerned,
  findSlugs,
  listConcerned,
  listNoticed,
  listReaders,
  type Noticed,
} from './notices.queries.ts'

const wordsOf = wordsIn({ 'en-GB': english })

/** People named in one notice; the page has them all. */
const NAMED = 20

const sayDay = (day: Date, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day)

const hello = (words: ReturnType<typeof wordsOf>, name: string) =>
  name ? words('hello', { name }) : words('hello_unnamed')

function frame(
  message: ClaimedMessage,
  lang: string,
  part: 'switched_off' | 'switching_off' | 'back_on' | 'leaving_soon' | 'not_done',
  facts: Record<string, unknown>,
) {
  const words = wordsOf(lang)
  const about = { organisation: message.organisationName, ...facts }
  const why = part === 'leaving_soon' || part === 'not_done' ? 'why_admin' : 'why_person'
  return {
    subject: words(`${part}.subject`, about),
    preview: words(`${part}.preview`, about),
    heading: words(`${part}.heading`, about),
    organisation: message.organisationName,
    footer: { why: words(why, about), base: `${message.baseUrl}/` },
    lang,
  }
}

/** A letter to somebody about their own account; none where it no longer is as the letter would say. */
const toPerson =
  (write: (message: ClaimedMessage, person: Concerned) => WrittenMessage | null): MailWriter =>
  async (_app, tx, messages) => {
    const people = await listConcerned(
      tx,
      messages.flatMap((message) => message.subjectIds.membershipId ?? []),
    )
    return new Map(
      messages.flatMap((message) => {
        const person = people.get(message.subjectIds.membershipId ?? '')
        const written = person && write(message, person)
        return written ? [[message.id, written] as const] : []
      }),
    )
  }

function ending(message: ClaimedMessage, { by, language }: Concerned) {
  const words = wordsOf(language)
  return by
    ? { said: words('reply'), replyTo: { replyTo: by } }
    : { said: words('ask', { organisation: message.organisationName }), replyTo: {} }
}

const writeSwitchedOff = toPerson((message, person) => {
  if (person.state !== 'inactive' || !person.endedOn) return null
  const { language } = person
  const words = wordsOf(language)
  const about = { organisation: message.organisationName, day: sayDay(person.endedOn, language) }
  const { said, replyTo } = ending(message, person)
  return {
    ...frame(message, language, 'switched_off', about),
    paragraphs: [
      hello(words, person.givenName),
      words('switched_off.what', about),
      said,
      words('switched_off.kept'),
    ],
    contentUntil: person.keepUntil,
    ...replyTo,
  }
})

const writeSwitchingOff = toPerson((message, person) => {
  if (person.state !== 'active' || !person.endsOn) return null
  const { language } = person
  const words = wordsOf(language)
  const about = { organisation: message.organisationName, day: sayDay(person.endsOn, language) }
  const { said, replyTo } = ending(message, person)
  return {
    ...frame(message, language, 'switching_off', about),
    paragraphs: [hello(words, person.givenName), words('switching_off.what', about), said],
    contentUntil: person.keepUntil,
    ...replyTo,
  }
})

const writeBackOn = toPerson((message, person) => {
  if (person.state !== 'active') return null
  const { language } = person
  const words = wordsOf(language)
  const about = { organisation: message.organisationName }
  const roles = person.roles.map((role) => roleOf(role).label).join(', ')
  return {
    ...frame(message, language, 'back_on', about),
    paragraphs: [
      hello(words, person.givenName),
      words('back_on.what', about),
      ...(roles ? [words('back_on.roles', { roles })] : []),
    ],
    button: { label: words('back_on.button'), url: `${message.baseUrl}/sign-in` },
    contentUntil: person.keepUntil,
  }
})

/** A notice to an admin about people and their dates; none once nothing of it stands. */
const toAdmin =
  (
    kind: 'leaving_soon' | 'not_done',
    write: (
      words: ReturnType<typeof wordsOf>,
      said: string[],
      at: string,
      count: number,
    ) => Pick<WrittenMessage, 'paragraphs'>,
  ): MailWriter =>
  async (_app, tx, messages) => {
    const ids = messages.flatMap((message) => message.subjectIds.noticeId ?? [])
    const noticed = Map.groupBy(await listNoticed(tx, ids, kind), (each) => each.noticeId)
    const readers = await listReaders(
      tx,
      messages.flatMap((message) => message.accountId ?? []),
    )
    const slugs = await findSlugs(
      tx,
      messages.map((message) => message.organisationId),
    )
    return new Map(
      messages.flatMap((message) => {
        const people = noticed.get(message.subjectIds.noticeId ?? '') ?? []
        const reader = readers.get(message.accountId ?? '')
        if (people.length === 0 || !reader) return []
        const { language } = reader
        const words = wordsOf(language)
        const at = message.organisationName
        const said = people.slice(0, NAMED).map((each) => sayOne(words, kind, each, language))
        const { paragraphs } = write(words, said, at, people.length)
        const written: WrittenMessage = {
          ...frame(message, language, kind, { count: people.length }),
          paragraphs: [hello(words, reader.givenName), ...paragraphs],
          button: {
            label: words(`${kind}.button`),
            url: `${message.baseUrl}/s/${slugs.get(message.organisationId)}/people?leaving=${kind === 'not_done' ? 'passed' : 'soon'}`,
          },
          contentUntil: reader.keepUntil,
        }
        return [[message.id, written] as const]
      }),
    )
  }

function sayOne(
  words: ReturnType<typeof wordsOf>,
  kind: 'leaving_soon' | 'not_done',
  each: Noticed,
  language: string,
): string {
  const what = each.what === 'delete' ? 'deleted' : (each.as ?? 'archived')
  return words(`${kind}.${what}`, {
    name: each.name,
    day: sayDay(each.on, language),
    problem: each.problem ?? '',
  })
}

const writeLeavingSoon = toAdmin('leaving_soon', (words, said, organisation, count) => ({
  paragraphs: [
    words('leaving_soon.what', { organisation }),
    ...said,
    ...(count > said.length ? [words('leaving_soon.more', { count: count - said.length })] : []),
  ],
}))

const writeNotDone = toAdmin('not_done', (words, said) => ({
  paragraphs: [...said, words('not_done.again')],
}))

export const leavingMail: MailKinds = {
  switched_off: { label: english.switched_off.label, write: writeSwitchedOff },
  switching_off: { label: english.switching_off.label, write: writeSwitchingOff },
  back_on: { label: english.back_on.label, write: writeBackOn },
  leaving_soon: { label: english.leaving_soon.label, write: writeLeavingSoon },
  not_done: { label: english.not_done.label, write: writeNotDone },
}
