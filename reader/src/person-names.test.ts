import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ordinaryCase, splitFullName, withoutTitle } from './person-names.ts'

const plain = { familyFirst: false, twoFamilyNames: false }
const split = (text: string, habit = plain) => {
  const { givenName = '', familyName = '' } = splitFullName(text, habit)
  return `${givenName} + ${familyName}`
}

test('a full name is split where its family name begins', () => {
  for (const [typed, meant] of [
    ['Jane Smith', 'Jane + Smith'],
    ['Smith, Jane', 'Jane + Smith'],
    ['Smith,Jane Mary', 'Jane Mary + Smith'],
    ['Mrs Jane Smith', 'Jane + Smith'],
    ['Mrs. J. Smith', 'J. + Smith'],
    ['Smith, Mrs Jane', 'Jane + Smith'],
    ['Dr. Tom van Brown PhD', 'Tom + van Brown'],
    ['Prof. Dr. Hans Müller', 'Hans + Müller'],
    ['Herr Jürgen von der Heide', 'Jürgen + von der Heide'],
    ['Mme Éloïse Lefèvre', 'Éloïse + Lefèvre'],
    ['M. Jean-Pierre Dupont', 'Jean-Pierre + Dupont'],
    ['Sra. Ana de la Cruz', 'Ana + de la Cruz'],
    ['Vincent van Gogh', 'Vincent + van Gogh'],
    ['Yusuf ben Ali', 'Yusuf + ben Ali'],
    ['Ben Ali', 'Ben + Ali'],
    ['Al Smith', 'Al + Smith'],
    ["Mary-Jane O'Neill-Brown", "Mary-Jane + O'Neill-Brown"],
    ['Martin Luther King Jr.', 'Martin Luther + King Jr.'],
    ['King, Martin, Jr.', 'Martin + King Jr.'],
    ['John Smith MBE', 'John + Smith'],
    ['Jane (Janie) Smith', 'Jane + Smith'],
    ['Elizabeth "Liz" Smith', 'Elizabeth + Smith'],
    ['Smith, Jane (Maths)', 'Jane + Smith'],
    ['DUPONT Jean', 'Jean + DUPONT'],
    ['Jean DUPONT', 'Jean + DUPONT'],
    ['DE LA CRUZ Ana', 'Ana + DE LA CRUZ'],
    ['van den BERG Zoë', 'Zoë + van den BERG'],
    ['JP Smith', 'JP + Smith'],
    ['J P Smith', 'J P + Smith'],
    ['Cher', 'Cher + '],
    ['Mrs Smith', ' + Smith'],
    ['Nguyễn Thị Minh', 'Nguyễn Thị + Minh'],
  ] as const)
    assert.equal(split(typed), meant, typed)
})

test('where a list writes family names first, or two of them, names are split so', () => {
  const familyFirst = { ...plain, familyFirst: true }
  assert.equal(split('Smith Jane', familyFirst), 'Jane + Smith')
  assert.equal(split('van der Berg Zoë Maria', familyFirst), 'Zoë Maria + van der Berg')
  const spanish = { ...plain, twoFamilyNames: true }
  assert.equal(split('María García López', spanish), 'María + García López')
  assert.equal(split('Íñigo de la Cruz Pérez', spanish), 'Íñigo + de la Cruz Pérez')
  assert.equal(split('Ana Ruiz', spanish), 'Ana + Ruiz')
  assert.equal(
    split('García López María José', { familyFirst: true, twoFamilyNames: true }),
    'María José + García López',
  )
})

test('names in capitals or small letters become ordinary, with care', () => {
  for (const [typed, meant] of [
    ['SMITH', 'Smith'],
    ['smith', 'Smith'],
    ['MCDONALD', 'McDonald'],
    ['mcdonald', 'McDonald'],
    ['MACDONALD', 'Macdonald'],
    ["O'NEILL", "O'Neill"],
    ['O’NEILL', 'O’Neill'],
    ["D'ANGELO", "D'Angelo"],
    ['SMITH-JONES', 'Smith-Jones'],
    ['DE LA CRUZ', 'de la Cruz'],
    ['van der berg', 'van der Berg'],
    ['VON DER HEIDE', 'von der Heide'],
    ['GROSS', 'Gross'],
    ['ÉLOUARD', 'Élouard'],
    ['ŠKODA', 'Škoda'],
    ['MACK', 'Mack'],
    ['SMITH III', 'Smith III'],
    ['LE GALL', 'Le Gall'],
    ['le gall', 'Le Gall'],
    ['LA PORTE', 'La Porte'],
    ['DU PONT', 'Du Pont'],
    ['DES JARDINS', 'Des Jardins'],
    ['LE GALL DE LA TOUR', 'Le Gall de la Tour'],
    ['DE LE GALL', 'de le Gall'],
    ['DOS SANTOS', 'dos Santos'],
    ['VAN DEN BERG', 'van den Berg'],
    ["N'DIAYE", "N'Diaye"],
    ['n’diaye', 'N’Diaye'],
    ["M'BAREK", "M'Barek"],
    ["L'HÔTE", "L'Hôte"],
  ] as const)
    assert.equal(ordinaryCase(typed, 'family', false), meant, typed)
})

test('names in any other case stay as they were typed', () => {
  for (const typed of [
    'MacDonald',
    'McDonald',
    'van der Berg',
    'Van der Berg',
    'DiCaprio',
    'deShawn',
    'LeAnn',
    'É.',
    '李',
    'محمد',
  ])
    assert.equal(ordinaryCase(typed, 'family', false), typed)
  for (const typed of ['JP', 'TJ', 'J.P.', 'J. P.', 'Al', 'B'])
    assert.equal(ordinaryCase(typed, 'given', false), typed)
  assert.equal(ordinaryCase('JP', 'given', true), 'Jp')
})

test('a title before a name is dropped, unless it is all there is', () => {
  assert.equal(withoutTitle('Mrs Jane'), 'Jane')
  assert.equal(withoutTitle('Dr'), 'Dr')
  assert.equal(withoutTitle('Miss'), 'Miss')
  assert.equal(withoutTitle('M. Jean'), 'Jean')
  assert.equal(withoutTitle('M Jean'), 'M Jean')
})

test('splitting loses no word of a name and makes none up', () => {
  const word = fc.constantFrom(
    'Ana',
    'de',
    'la',
    'Cruz',
    "O'Neill",
    'van',
    'SMITH',
    'Jean-Luc',
    'Zoë',
    'y',
    '李',
  )
  const habit = fc.record({ familyFirst: fc.boolean(), twoFamilyNames: fc.boolean() })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.boolean(), habit, (words, comma, how) => {
      const text = comma && words.length > 1 ? `${words[0]}, ${words.slice(1).join(' ')}` : words.join(' ')
      const { givenName = '', familyName = '' } = splitFullName(text, how)
      const kept = `${givenName} ${familyName}`.split(' ').filter((each) => each !== '')
      assert.deepEqual([...kept].sort(), [...words].sort())
    }),
  )
})

test('ordinary case changes no letter but its case, and is done after one time', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('given', 'family'),
      fc.boolean(),
      (name, part, shouts) => {
        const once = ordinaryCase(name, part as 'given', shouts)
        assert.equal(once.toLowerCase(), ordinaryCase(once, part as 'given', shouts).toLowerCase())
        if (/^[\p{L} '-]*$/u.test(name) && /^[\x20-\x7e]*$/.test(name))
          assert.equal(once.toLowerCase(), name.toLowerCase())
      },
    ),
  )
})
