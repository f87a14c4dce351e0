import { type FieldProblem, wrongFields } from '../../kernel/refusal.ts'
import { isLeaked } from './leaked-passwords.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from './password-length.ts'

/** What a password may not be, because whoever knows the person would try it first. */
export interface PasswordContext {
  email: string
  names: string[]
}

/** @throws Refusal password_short, password_long, password_known or password_personal */
export async function acceptPassword(
  password: string,
  about: PasswordContext,
  pointer = '#/password',
): Promise<void> {
  const problem = await findProblem(password, about)
  if (problem) throw wrongFields([{ pointer, ...problem }])
}

async function findProblem(
  password: string,
  about: PasswordContext,
): Promise<Omit<FieldProblem, 'pointer'> | null> {
  const length = [...password].length
  if (length < PASSWORD_MIN)
    return { code: 'password_short', detail: `Use at least ${PASSWORD_MIN} characters` }
  if (length > PASSWORD_MAX)
    return { code: 'password_long', detail: `Use at most ${PASSWORD_MAX} characters` }
  if (isPersonal(password, about))
    return {
      code: 'password_personal',
      detail:
        'That password is your name, your email address or your organisation’s name, so it’s easy to guess. Choose another',
    }
  if (await isLeaked(password))
    return {
      code: 'password_known',
      detail: 'That password has appeared in a data leak, so it’s easy to guess. Choose another',
    }
  return null
}

const PRODUCT = 'lanyard'

/** Whether nothing is left of it but names, the address, the product and some digits and signs. */
function isPersonal(password: string, about: PasswordContext): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}]/gu, '')
  const [local = '', domain = ''] = about.email.split('@')
  const words = [
    ...about.names,
    ...about.names.flatMap((name) => name.split(/\s+/)),
    local,
    domain,
    ...domain.split('.'),
    PRODUCT,
  ]
    .map(plain)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
  let rest = plain(password)
  if (rest === '') return false
  for (const word of words) rest = rest.replaceAll(word, '')
  return rest === ''
}
