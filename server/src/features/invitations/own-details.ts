import { cleanLine, holdsAddress } from '../../kernel/plain-words.ts'
import type { FieldProblem } from '../../kernel/refusal.ts'
import { mobileNumber } from './mobile-number.ts'

/** What somebody types of themselves; what is absent is not looked at. */
export interface TypedDetails {
  givenName?: string | undefined
  familyName?: string | undefined
  mobile?: string | undefined
}

export interface ReadDetails {
  givenName: string
  familyName: string
  mobile: { e164: string; asTyped: string } | null
}

/** What was typed, as it will be kept, and every problem with it. An organisation that asks for no mobile number keeps none. */
export function readOwnDetails(
  typed: TypedDetails,
  askMobile: 'required' | 'optional' | 'no',
): { read: ReadDetails; problems: FieldProblem[] } {
  const asTyped = cleanLine(typed.mobile ?? '')
  const e164 = mobileNumber(asTyped)
  const read = {
    givenName: cleanLine(typed.givenName ?? ''),
    familyName: cleanLine(typed.familyName ?? ''),
    mobile: askMobile !== 'no' && e164 ? { e164, asTyped } : null,
  }
  const problems = [
    ...nameProblems('givenName', typed.givenName, 'given_name', 'Enter your first name'),
    ...nameProblems('familyName', typed.familyName, 'family_name', 'Enter your last name'),
    ...(typed.mobile === undefined || askMobile === 'no'
      ? []
      : mobileProblems(asTyped, e164, askMobile === 'required')),
  ]
  return { read, problems }
}

function nameProblems(
  field: string,
  typed: string | undefined,
  code: string,
  detail: string,
): FieldProblem[] {
  if (typed === undefined) return []
  const name = cleanLine(typed)
  if (name === '') return [{ pointer: `#/${field}`, code: `${code}_missing`, detail }]
  if (holdsAddress(name))
    return [
      {
        pointer: `#/${field}`,
        code: 'no_links_here',
        detail: 'Enter a name without a web or email address',
      },
    ]
  return []
}

function mobileProblems(asTyped: string, e164: string | null, required: boolean): FieldProblem[] {
  const pointer = '#/mobile'
  if (asTyped === '')
    return required ? [{ pointer, code: 'mobile_missing', detail: 'Enter your mobile number' }] : []
  if (e164) return []
  return [
    {
      pointer,
      code: 'mobile_format',
      detail: 'Enter a mobile number, like 07700 900 123, or +44 7700 900 123 with its country code',
    },
  ]
}
