import { wrongFields } from '../../kernel/refusal.ts'
import { FIRST_LANGUAGE } from '../../platform/languages/words.ts'

/** What the token of a link begins with. */
export const INVITATION_TOKEN = 'inv_'

/** Most people in one request; the page takes fewer, because nobody reads a longer list. */
export const PEOPLE_AT_ONCE = 10_000
export const PEOPLE_ON_THE_PAGE = 500

/** Seconds in which somebody at the page can still stop what they sent. */
export const HOLD_SECONDS = 10
export const HOLD_SECONDS_MAX = 60

/** How far ahead an invitation may be dated. */
export const SEND_AT_MOST_DAYS = 365

/** Longest message of the inviter's own, in characters. */
export const MESSAGE_MAX = 500

/** Languages in which everything an invited person meets is complete. */
export const LANGUAGES = [{ tag: FIRST_LANGUAGE, name: 'English (United Kingdom)' }]

/** @throws Refusal language_unknown */
export function languageOf(tag: string | undefined): string {
  const language = LANGUAGES.find((each) => each.tag === (tag ?? FIRST_LANGUAGE))
  if (language) return language.tag
  throw wrongFields([
    {
      pointer: '#/language',
      code: 'language_unknown',
      detail: `Invitations can be sent in ${LANGUAGES.map((each) => each.name).join(', ')}.`,
    },
  ])
}
