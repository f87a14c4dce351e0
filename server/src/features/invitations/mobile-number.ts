import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'

/** The country whose numbers may be typed without a country code. */
const HOME_COUNTRY = 'GB'

/** Numbers that Ofcom keeps for drama and examples: nobody's, and what people use to try a form out. */
const EXAMPLE_NUMBER = /^\+447700900\d{3}$/

/**
 * A mobile number in E.164, from whatever way it is written in the United Kingdom or with a country code. Null when it
 * is none: a digit too few or too many, a landline, an extension.
 */
export function mobileNumber(text: string): string | null {
  const found = parsePhoneNumberFromString(text, { defaultCountry: HOME_COUNTRY, extract: false })
  if (!found || found.ext) return null
  return found.isValid() || EXAMPLE_NUMBER.test(found.number) ? found.number : null
}
