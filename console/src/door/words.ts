import i18next from 'i18next'
import english from './locales/en-GB.json'

// A language is a file in ./locales: it is found here by its name, and fetched only by those who read it.
const others = import.meta.glob<{ default: typeof english }>(['./locales/*.json', '!./locales/en-GB.json'])

/** Makes the words ready in this language, or in British English where we do not have it. */
export async function loadWords(locale: string): Promise<void> {
  const catalogue = (await others[`./locales/${locale}.json`]?.())?.default
  await i18next.init({
    lng: catalogue ? locale : 'en-GB',
    fallbackLng: 'en-GB',
    resources: {
      'en-GB': { translation: english },
      ...(catalogue ? { [locale]: { translation: catalogue } } : {}),
    },
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => console.error(`No words for ${key}`),
  })
  document.documentElement.lang = i18next.language
}

/** The words for a key. Keys are plain text here: the door's catalogue is its own, and the typed keys are the console's. */
export const t = (key: string, values?: Record<string, string | number>): string =>
  String(i18next.t(key as never, values as never))
