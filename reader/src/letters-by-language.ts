/** Letters beyond a to z that the names of a language are written with. */
const LETTERS: Record<string, string> = {
  French: 'àâæçéèêëîïôœùûüÿ',
  German: 'äöüß',
  Spanish: 'áéíóúüñ',
  Catalan: 'àçéèíïóòúü·',
  Portuguese: 'áâãàçéêíóôõúü',
  Italian: 'àèéìíîòóùú',
  Welsh: 'áâàäéêèëíîïóôöúûŵŷ',
  Danish: 'åæøéäöü',
  Swedish: 'åäöéü',
  Dutch: 'áéíóúëïöüèê',
  Icelandic: 'áéíóúýþæöð',
  Faroese: 'áíóúýæøð',
  Estonian: 'äöõüšž',
  Turkish: 'çğıİöşüâîû',
  Polish: 'ąćęłńóśźż',
  Czech: 'áčďéěíňóřšťúůýž',
  Slovak: 'áäčďéíĺľňóôŕšťúýž',
  Hungarian: 'áéíóöőúüű',
  Croatian: 'čćđšž',
  Romanian: 'ăâîșțşţ',
  Latvian: 'āčēģīķļņšūž',
  Lithuanian: 'ąčęėįšųūž',
  Russian: 'абвгдежзийклмнопрстуфхцчшщъыьэюяё',
  Ukrainian: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  Greek: 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ',
}
const SCRIPTS = [
  /^\p{Script=Hebrew}$/u,
  /^\p{Script=Arabic}$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u,
  /^\p{Script=Hangul}$/u,
]

const alphabets = Object.values(LETTERS).map((letters) => new Set([...letters, ...letters.toUpperCase()]))

/** How many of the letters, each with how often it was seen, belong to the one language that explains most of them. */
export function explainedByOneLanguage(letters: ReadonlyMap<string, number>): number {
  let best = 0
  for (const knows of [
    ...alphabets.map((alphabet) => (letter: string) => alphabet.has(letter)),
    ...SCRIPTS.map((script) => (letter: string) => script.test(letter)),
  ]) {
    let explained = 0
    for (const [letter, count] of letters) if (knows(letter)) explained += count
    best = Math.max(best, explained)
  }
  return best
}
