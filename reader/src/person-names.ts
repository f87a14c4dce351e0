const TITLES = new Set(
  `mr mrs ms miss mx dr prof professor rev revd reverend sir dame lady lord canon madam mme mlle melle mle monsieur madame
   mademoiselle pr herr frau hr fr dipl ing mag sr sra srta senor senora senorita don dona dna d\u00f1a do\u00f1a
   se\u00f1or se\u00f1ora se\u00f1orita`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
/** Titles only with a dot behind them: without, they are initials. */
const TITLES_WITH_DOT = new Set(['m.', 'd.'])
const AFTER_NAME = new Set(
  'phd dphil edd md mbe obe cbe ba bsc bed ma msc med mphil llb pgce qts npqh npqsl frsa frsc esq'.split(' '),
)
/** Of the family: they stay. */
const GENERATIONS = new Set('jr jnr snr ii iii iv'.split(' '))
const PARTICLES = new Set(
  `van von der den de del della di da das do dos du des la las le los el al bin bint ibn ben ter ten te vom zu zum zur af av st y e dell d' l'`.split(
    ' ',
  ),
)
/** Written small when the case of a name had to be put right. */
const SMALL = new Set(
  'van von der den de del della di da das do dos du des la las le los ter ten vom zu zum zur af av y e'.split(
    ' ',
  ),
)

/** Written large where a French family name begins with them: Le Gall, Du Pont, but Dupont de la Tour. */
const LARGE_AT_FIRST = new Set('le la les du des'.split(' '))

/** What most names look like, for which nothing need be done. */
const ORDINARY = /^[A-Z][a-z]+$/

export interface NameParts {
  givenName?: string
  familyName?: string
}

/** How full names of a column are written. */
export interface NameHabit {
  /** Without a comma, the family name comes first. */
  familyFirst: boolean
  /** Two family names are usual. */
  twoFamilyNames: boolean
}

/** A full name in its two parts: `Smith, Jane`, `Mrs Jane Smith`, `DUPONT Jean`, `Ana de la Cruz`. */
export function splitFullName(text: string, habit: NameHabit): NameParts {
  const plain = withoutRemarks(text)
  const comma = plain.indexOf(',')
  if (comma > 0) {
    const after = wordsOf(plain.slice(comma + 1).replaceAll(',', ' ')).filter(
      (word) => !AFTER_NAME.has(keyOf(word)),
    )
    const generation = after.filter((word) => GENERATIONS.has(keyOf(word)))
    const given = withoutTitles(after.filter((word) => !GENERATIONS.has(keyOf(word))))
    const before = withoutTitles(wordsOf(plain.slice(0, comma)))
    if (given.length === 0) return splitWords(before, generation, habit, false)
    return parts(given, [...before, ...generation])
  }
  const words = wordsOf(plain.replaceAll(',', ' '))
  const untitled = withoutTitles(words)
  const end = untitled.findLastIndex((word) => !AFTER_NAME.has(keyOf(word)) && !GENERATIONS.has(keyOf(word)))
  const kept = end < 1 ? untitled : untitled.slice(0, end + 1)
  const generation = untitled.slice(kept.length).filter((word) => GENERATIONS.has(keyOf(word)))
  return splitWords(kept, generation, habit, untitled.length < words.length)
}

/** A name without a title before it, as it was typed. */
export function withoutTitle(text: string): string {
  if (!text.includes(' ')) return text
  const words = text.split(' ')
  const kept = withoutTitles(words)
  return kept.length === words.length ? text : kept.join(' ')
}

/** Puts a name in capitals, or in small letters only, into ordinary case. Anything else stays as it was typed. */
export function ordinaryCase(name: string, part: 'given' | 'family', shoutedColumn: boolean): string {
  if (ORDINARY.test(name)) return name
  const lower = name.toLowerCase()
  const shouted = name === name.toUpperCase() && name !== lower
  if (!shouted && (name !== lower || name === name.toUpperCase())) return name
  const letters = name.replace(/[^\p{L}]/gu, '').length
  // JP, TJ and the like are how somebody is called, unless the whole column shouts.
  if (shouted && letters <= 2 && !shoutedColumn) return name
  if (shouted && /^(?:\p{L}\.[ ]?){1,4}$/u.test(name)) return name
  const words = lower.split(' ')
  return words
    .map((word, at) => {
      const isFirst = at === 0 && LARGE_AT_FIRST.has(word)
      const isSmall = part === 'family' && at < words.length - 1 && SMALL.has(word) && !isFirst
      if (isSmall || (part === 'given' && at > 0 && at < words.length - 1 && SMALL.has(word))) return word
      return GENERATIONS.has(word) && word.startsWith('i') ? word.toUpperCase() : capitalised(word)
    })
    .join(' ')
}

function capitalised(word: string): string {
  return word
    .split(/([-‐‑])/)
    .map((piece) => {
      const start = /^(?:mc(?=\p{L}{3})|[dlmno]['’](?=\p{L}{2}))/u.exec(piece)?.[0] ?? ''
      const rest = piece.slice(start.length)
      return upperFirst(start) + upperFirst(rest)
    })
    .join('')
}

function upperFirst(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20)
  return text === '' ? '' : first.toLocaleUpperCase('en') + text.slice(first.length)
}

function splitWords(words: string[], generation: string[], habit: NameHabit, titled: boolean): NameParts {
  if (words.length === 1) return titled ? parts([], [...words, ...generation]) : parts(words, generation)
  const shouted = words.filter((word) => isShouted(word))
  if (shouted.length > 0 && shouted.length < words.length && !isInitialsOnly(shouted)) {
    const isFamily = words.map((word, at) => isShouted(word) || leadsToShouted(words, at))
    const given = words.filter((_, at) => !isFamily[at])
    if (given.length > 0) return parts(given, [...words.filter((_, at) => isFamily[at]), ...generation])
  }
  if (habit.familyFirst) {
    let end = 1
    while (end < words.length - 1 && PARTICLES.has(keyOf(words[end - 1] ?? ''))) end++
    if (habit.twoFamilyNames && words.length >= end + 2) end++
    return parts(words.slice(end), [...words.slice(0, end), ...generation])
  }
  let start = words.length - 1
  if (habit.twoFamilyNames && words.length >= 3 && !PARTICLES.has(keyOf(words[start - 1] ?? ''))) start--
  while (start > 1 && PARTICLES.has(keyOf(words[start - 1] ?? ''))) start--
  return parts(words.slice(0, start), [...words.slice(start), ...generation])
}

/** A small word before a name in capitals is part of it: `de LA CRUZ`, `van den BERG`. */
function leadsToShouted(words: string[], at: number): boolean {
  let next = at
  while (next < words.length && PARTICLES.has((words[next] ?? '').toLowerCase())) next++
  return next > at && next < words.length && isShouted(words[next] ?? '')
}

function isShouted(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '')
  return letters.length >= 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

function isInitialsOnly(words: string[]): boolean {
  return words.every((word) => word.replace(/[^\p{L}]/gu, '').length <= 2)
}

function withoutTitles(words: string[]): string[] {
  let at = 0
  while (at < words.length - 1 && isTitle(words[at] ?? '')) at++
  return words.slice(at)
}

function isTitle(word: string): boolean {
  return TITLES.has(keyOf(word)) || TITLES_WITH_DOT.has(word.toLowerCase())
}

/** What stands in brackets or quotation marks is no part of the name: `Jane (Maths)`, `Elizabeth "Liz" Smith`. */
function withoutRemarks(text: string): string {
  return text.replace(/\([^()]*\)|\[[^[\]]*\]|["“”„«»][^"“”„«»]*["“”«»]/g, ' ').replace(/["“”„«»]/g, ' ')
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '' && word !== '.' && word !== '-')
}

function parts(given: string[], family: string[]): NameParts {
  return {
    ...(given.length === 0 ? {} : { givenName: given.join(' ') }),
    ...(family.length === 0 ? {} : { familyName: family.join(' ') }),
  }
}

function keyOf(word: string): string {
  return word.length > 12 ? '' : word.toLowerCase().replaceAll('.', '').replace(/,$/, '')
}

/** Whether a word is a title such as Mrs or Herr. */
export function isTitleWord(text: string): boolean {
  return text.length <= 12 && isTitle(text)
}
