import { randomInt } from 'node:crypto'
import { Refusal } from '../../kernel/refusal.ts'

/** Letters and digits that nobody confuses when typing them from an email. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 5
const GROUP_LETTERS = 4

/** A random password to begin with, such as `7KQ4-M2VD-X9TR-HB3W-C5NG`: about 98 bits. */
export function newOneTimePassword(): string {
  const letters = () =>
    Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return Array.from({ length: GROUPS }, letters).join('-')
}

/** Said only to who knows the password, so that it tells nobody else that there is an account. */
export const oneTimeOver = () =>
  new Refusal(
    'signed_out',
    'one_time_over',
    'This one-time password has stopped working. Choose “Forgotten it?” to get a link for a password of your own.',
  )
