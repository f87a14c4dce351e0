import { createInstance, type TFunction } from 'i18next'

/** The language in which everything is complete; the others fall back to it. */
export const FIRST_LANGUAGE = 'en-GB'

/**
 * The words of one feature in the languages it has. A language is a file: hand its catalogue in here.
 * @returns a function that gives the words for a BCP 47 tag
 */
export function wordsIn(catalogues: Record<string, object>): (language: string) => TFunction {
  const instance = createInstance({
    resources: Object.fromEntries(
      Object.entries(catalogues).map(([tag, words]) => [tag, { translation: words }]),
    ),
    fallbackLng: FIRST_LANGUAGE,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  instance.init()
  return (language) => instance.getFixedT(language)
}
