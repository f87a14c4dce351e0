import english from './locales/en-GB.json'

// A language is a file in ./locales: it is found here by its name, and fetched only by those who read it.
const others = import.meta.glob<{ default: Catalogue }>(['./locales/*.json', '!./locales/en-GB.json'])

type Catalogue = { [key: string]: string | Catalogue }

let words: Catalogue = english
let language = 'en-GB'

/** Makes the words ready in this language, or in British English where we do not have it. */
export async function loadWords(wanted: string): Promise<void> {
  const catalogue = (await others[`./locales/${wanted}.json`]?.())?.default
  words = catalogue ?? english
  language = catalogue ? wanted : 'en-GB'
  document.documentElement.lang = language
}

/**
 * The words for a key. The catalogue is written as the console's is; reading it here takes ten lines, where the
 * console's library would be a seventh of all that a phone fetches to register.
 */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const forms =
    'count' in values ? [`${key}_${new Intl.PluralRules(language).select(Number(values.count))}`, key] : [key]
  const text = [words, english].flatMap((from) => forms.map((form) => find(from, form))).find(Boolean)
  if (text === undefined) {
    console.error(`No words for ${key}`)
    return key
  }
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}

function find(catalogue: Catalogue, key: string): string | undefined {
  let at: string | Catalogue | undefined = catalogue
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined
  return typeof at === 'string' ? at : undefined
}
