import type { RecognisedEntry } from './recognise-text.ts'

/** The school that the cases are read for. */
export const REED = {
  domains: ['reed.example', 'reed.sch.uk', 'hillside.sch.uk'],
  roles: [
    { key: 'admin', label: 'Admin' },
    { key: 'training_admin', label: 'Training admin' },
    { key: 'coach', label: 'Coach' },
  ],
  units: [
    { id: 'maths-id', name: 'Maths' },
    { id: 'year-4-id', name: 'Year 4' },
  ],
  organisationName: 'Reed Primary',
}

/** One line an entry: outcome, `First|Last`, address or text, roles and units, code, suggestion. */
export function told(entry: RecognisedEntry): string {
  const name = entry.name === undefined ? '' : `${entry.givenName ?? ''}|${entry.familyName ?? ''}`
  const given = [...(entry.roles ?? []), ...(entry.units ?? [])].join('+')
  const said = [
    entry.outcome,
    name,
    entry.email ?? JSON.stringify(entry.text),
    given,
    entry.code,
    entry.suggestion,
  ]
  return said.filter((word) => word !== undefined && word !== '').join(' ')
}

/** A sentence, what is pasted, and what is told of each entry. */
export type Case = [what: string, text: string, ...told: string[]]

/** Text as people paste it. */
export const READING: Case[] = [
  ['nothing gives nobody', ''],
  ['blank lines and stray separators give nobody', ' \n\t\n;;, ,\r\n\u00a0\u200b\n'],
  ['a trailing separator adds nobody', 'a@reed.example;\n', 'ready a@reed.example'],
  [
    'a carriage return alone ends a line',
    'a@reed.example\rb@reed.example',
    'ready a@reed.example',
    'ready b@reed.example',
  ],
  ['letter case is folded', 'Ann@REED.Example', 'ready ann@reed.example'],
  [
    'plus tags make other people',
    'a+1@reed.example a@reed.example',
    'ready a+1@reed.example',
    'ready a@reed.example',
  ],
  ['a full stop after an address ends a sentence', 'Ask ann@reed.example.', 'ready Ask| ann@reed.example'],
  [
    'a no-break space separates',
    'a@reed.example\u00a0b@reed.example',
    'ready a@reed.example',
    'ready b@reed.example',
  ],
  [
    'a byte order mark and zero-width spaces around an address are dropped',
    '\ufeffa@reed.example\u200b',
    'ready a@reed.example',
  ],
  [
    'a zero-width space inside an address is refused',
    'a\u200bnn@reed.example',
    'invalid "a\u200bnn@reed.example" email_format',
  ],
  ['Outlook’s quotes around an address are dropped', "'ann@reed.example'", 'ready ann@reed.example'],
  [
    'an address that is its own name has no name',
    "'ann@reed.example' <ann@reed.example>",
    'ready ann@reed.example',
  ],
  [
    'an address with its own link is one person',
    'Ann Lee ann@reed.example<mailto:ann@reed.example>',
    'ready Ann|Lee ann@reed.example',
  ],
  [
    'mailto: and the subject of a link are dropped',
    'mailto:ann@reed.example?subject=Hi',
    'ready ann@reed.example',
  ],
  ['a label before an address is dropped', 'Email: ann@reed.example', 'ready ann@reed.example'],
  [
    'bullets and numbers of a list are dropped',
    '1. Ann Lee <ann@reed.example>\n• b@reed.example\n- c@reed.example\n2) d@reed.example',
    'ready Ann|Lee ann@reed.example',
    'ready b@reed.example',
    'ready c@reed.example',
    'ready d@reed.example',
  ],
  [
    'a rule between lists says nothing',
    'a@reed.example\n-----\nb@reed.example',
    'ready a@reed.example',
    'ready b@reed.example',
  ],
  ['brackets around an address are dropped', 'Ann Lee (ann@reed.example)', 'ready Ann|Lee ann@reed.example'],
  [
    'a name in brackets after the address is its name',
    'ann@reed.example (Ann Lee)',
    'ready Ann|Lee ann@reed.example',
  ],
  [
    'a name before an address is inferred when it stands alone',
    'Ann Lee ann@reed.example',
    'ready Ann|Lee ann@reed.example',
  ],
  [
    'no name is inferred between two addresses',
    'Ann ann@reed.example Ben ben@reed.example',
    'invalid "Ann" email_missing',
    'ready ann@reed.example',
    'invalid "Ben" email_missing',
    'ready ben@reed.example',
  ],
  [
    'bracketed addresses need no separator',
    'Ann Lee <a@reed.example> Ben Fox <b@reed.example>',
    'ready Ann|Lee a@reed.example',
    'ready Ben|Fox b@reed.example',
  ],
  [
    'Last, First follows another person after a comma',
    'Ann Lee <a@reed.example>, Fox, Ben <b@reed.example>',
    'ready Ann|Lee a@reed.example',
    'ready Ben|Fox b@reed.example',
  ],
  [
    'Last, First may stand in quotes',
    '"Fox, Ben" <b@reed.example>, "Lee, Ann" <a@reed.example>',
    'ready Ben|Fox b@reed.example',
    'ready Ann|Lee a@reed.example',
  ],
  ['a semicolon in quotes separates nobody', '"Fox; Ben" <b@reed.example>', 'ready Ben|Fox b@reed.example'],
  [
    'curly and single quotes are quotes',
    "“Fox, Ben” <b@reed.example>; 'Lee, Ann' <a@reed.example>",
    'ready Ben|Fox b@reed.example',
    'ready Ann|Lee a@reed.example',
  ],
  ['a comma before the bracket is no last name', 'Ann Lee, <a@reed.example>', 'ready Ann|Lee a@reed.example'],
  [
    'titles, remarks and letters after a name are no part of it',
    'Dr Ann Lee OBE (Head) <a@reed.example>',
    'ready Ann|Lee a@reed.example',
  ],
  ['a title with one name leaves the last name', 'Mrs Lee <a@reed.example>', 'ready |Lee a@reed.example'],
  [
    'small words belong to the last name',
    'Anna Maria van der Berg <a@reed.example>',
    'ready Anna Maria|van der Berg a@reed.example',
  ],
  [
    'apostrophes stand in names and addresses',
    "O'Brien, Sinéad <s.o'brien@reed.example>",
    "ready Sinéad|O'Brien s.o'brien@reed.example",
  ],
  ['a link is no name', 'Win at www.evil.test <a@reed.example>', 'ready a@reed.example'],
  [
    'cells after a bracketed address are role and unit',
    'Ann Lee <a@reed.example>, training admin, YEAR 4',
    'ready Ann|Lee a@reed.example training_admin+year-4-id',
  ],
  [
    'a cell that names nothing known is told',
    'Ann Lee <a@reed.example>, Maths, HLTA',
    'ready Ann|Lee a@reed.example maths-id',
    'invalid "HLTA" email_missing',
  ],
  [
    'a role before the first person is no role',
    'Coach, Ann <a@reed.example>',
    'ready Ann|Coach a@reed.example',
  ],
  [
    'a line of a list has its name in cells',
    'Ann Lee, a@reed.example\nBen,Fox,b@reed.example,Coach\n"Day, Cas",c@reed.example',
    'ready Ann|Lee a@reed.example',
    'ready Ben|Fox b@reed.example coach',
    'ready Cas|Day c@reed.example',
  ],
  [
    'words that are not written like a name are told',
    'nonsense, a@reed.example',
    'invalid "nonsense" email_missing',
    'ready a@reed.example',
  ],
  [
    'a semicolon parts a name from the address of another',
    'Ann Lee; b@reed.example',
    'invalid "Ann Lee" email_missing',
    'ready b@reed.example',
  ],
  [
    'a row has its columns in any order',
    'a@reed.example\tAnn\tLee\nBen Fox\tb@reed.example\nMr\tCas\tDay\tc@reed.example',
    'ready Ann|Lee a@reed.example',
    'ready Ben|Fox b@reed.example',
    'ready Cas|Day c@reed.example',
  ],
  [
    'a row tells role and unit by their names',
    'Ann\tLee\tMaths\ta@reed.example\tcoach',
    'ready Ann|Lee a@reed.example coach+maths-id',
  ],
  [
    'the address tells a last name that stands first',
    'Lee\tAnn\tann.lee@reed.example\nFox\tBen\tbfox@reed.example',
    'ready Ann|Lee ann.lee@reed.example',
    'ready Ben|Fox bfox@reed.example',
  ],
  [
    'the heading of a table is left out and tells its columns',
    'Surname\tForename\tEmail address\tRole\nLee\tAnn\ta@reed.example\tAdmin\nCoach\tBen\tb@reed.example\t',
    'ready Ann|Lee a@reed.example admin',
    'ready Ben|Coach b@reed.example',
  ],
  [
    'the heading of a list with commas is left out',
    'First name,Last name,Email\nAnn,Lee,a@reed.example',
    'ready Ann|Lee a@reed.example',
  ],
  [
    'a stray heading is told',
    'Email\na@reed.example',
    'invalid "Email" email_missing',
    'ready a@reed.example',
  ],
  ['a row without an address is told whole', 'Ann\tLee', 'invalid "Ann\\tLee" email_missing'],
  [
    'tabs may part addresses',
    'a@reed.example\tb@reed.example',
    'ready a@reed.example',
    'ready b@reed.example',
  ],
  ['a name alone is told', 'Jane Smith', 'invalid "Jane Smith" email_missing'],
  [
    'one address twice is a repeat that lends its name',
    'a@reed.example\nAnn Lee <A@reed.example>',
    'ready Ann|Lee a@reed.example',
    'repeat Ann|Lee a@reed.example repeat_in_list',
  ],
  [
    'a bracket around two addresses gives both',
    '<a@reed.example;b@reed.example>',
    'ready a@reed.example',
    'ready b@reed.example',
  ],
  [
    'a remark before an address is no name',
    'please invite, a@reed.example',
    'invalid "please invite" email_missing',
    'ready a@reed.example',
  ],
  [
    'names between commas are nobody’s when several people stand there',
    'Ann Lee, a@reed.example, Ben Fox, b@reed.example',
    'invalid "Ann Lee" email_missing',
    'ready a@reed.example',
    'invalid "Ben Fox" email_missing',
    'ready b@reed.example',
  ],
  ['one heading beside a mark is told', 'Email\t:', 'invalid "Email\\t:" email_missing'],
  ['two slips with another first letter lead elsewhere', 'a@small.com', 'ready a@small.com domain_outside'],
  [
    'a quoted @ is not left out',
    'a@reed.example "@" <b@reed.example>',
    'ready a@reed.example',
    'invalid "\\"@\\" <b@reed.example>" email_format',
  ],
]
