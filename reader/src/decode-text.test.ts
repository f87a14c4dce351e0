import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inEncoding, inUtf8, inUtf16 } from '../test/make-files.ts'
import { decodeCodePage850 } from './code-page-850.ts'
import { decodeText } from './decode-text.ts'
import { FileRefusal } from './staff-list.ts'

const WELSH = 'Forename,Surname\r\nSiân,Davies\r\nZoë,Pugh\r\nMegan,O’Brien\r\n'
const FRENCH = 'Prénom;Nom\nHélène;Lefèvre\nFrançois;Côté\nÉlodie;Noël\n'

test('names come out right in whatever Unicode form a list was saved', () => {
  const forms = [
    inUtf8(WELSH),
    inUtf8(`\ufeff${WELSH}`),
    inUtf16(WELSH),
    inUtf16(WELSH, { mark: true }),
    inUtf16(WELSH, { bigEndian: true }),
    inUtf16(WELSH, { bigEndian: true, mark: true }),
  ]
  for (const bytes of forms) assert.equal(decodeText(bytes, undefined).text, WELSH)
  assert.deepEqual(
    forms.map((bytes) => decodeText(bytes, undefined).encoding),
    ['utf-8', 'utf-8', 'utf-16le', 'utf-16le', 'utf-16be', 'utf-16be'],
  )
})

test('names come out right in the encodings that older programs and other countries save', () => {
  const lists: [text: string, encodings: string[]][] = [
    [WELSH, ['windows-1252', 'macintosh']],
    [FRENCH, ['windows-1252', 'macintosh', 'cp850']],
    ['NOM\nLEFÈVRE;HÉLÈNE\nCÔTÉ;FRANÇOIS\n', ['windows-1252', 'macintosh', 'cp850']],
    ['Vorname\nJürgen;Groß\nKäthe;Schröder\nÄnne;Über\n', ['windows-1252', 'macintosh', 'cp850']],
    ['nombre\nJosé;Muñoz\nMaría;Núñez\n', ['windows-1252', 'macintosh', 'cp850']],
    ['navn\nSøren;Kjær\nÅse;Ødegård\n', ['windows-1252', 'macintosh', 'cp850']],
    ['nafn\nÞór;Guðmundsson\nÁsdís;Þráinsdóttir\n', ['windows-1252']],
    ['imię\nŁukasz;Wałęsa\nŻaneta;Święty\nMałgorzata;Żółć\n', ['windows-1250', 'iso-8859-2']],
    ['jméno\nJiří;Dvořák\nČeněk;Šťastný\nRůžena;Řehoř\n', ['windows-1250', 'iso-8859-2']],
    ['ime\nMatjaž;Kovačič\nŽiga;Čeh\nBoštjan;Šuštar\n', ['windows-1250', 'iso-8859-2']],
    ['ad\nAyşe;Yılmaz\nGökhan;Ömür\nİbrahim;Çağlar\n', ['windows-1254']],
    ['vardas\nŽygimantas;Čiurlionis\nRūta;Šimkutė\n', ['windows-1257']],
    ['Имя\nЮлия;Иванова\nАлексей;Щукин\n', ['windows-1251', 'koi8-r']],
    ['Όνομα\nΓιώργος;Παπαδόπουλος\nΕλένη;Νικολάου\n', ['windows-1253']],
  ]
  for (const [text, encodings] of lists)
    for (const encoding of encodings) {
      const bytes = inEncoding(encoding, text, encoding === 'cp850' ? decodeCodePage850 : undefined)
      assert.equal(decodeText(bytes, undefined).text, text, `${encoding}: ${text}`)
    }
})

test('what else it could be is offered, and what a person chooses is taken', () => {
  const bytes = inEncoding('windows-1250', 'Jméno;E-mail\nPetr Kubát;petr@skola.example\n')
  const offered = decodeText(bytes, undefined)
  assert.ok([offered.encoding, ...offered.otherEncodings].includes('windows-1250'))
  assert.equal(decodeText(bytes, 'windows-1250').text.includes('Kubát'), true)
  assert.equal(decodeText(bytes, 'windows-1250').encoding, 'windows-1250')
  assert.deepEqual(decodeText(inUtf8('Name\nAda\n'), undefined).otherEncodings, [])
})

test('an encoding that does not fit, or that nobody knows, is refused and not guessed at', () => {
  const bytes = inEncoding('windows-1252', FRENCH)
  for (const encoding of ['utf-8', 'klingon'])
    assert.throws(
      () => decodeText(bytes, encoding),
      (error) =>
        error instanceof FileRefusal && error.code === 'file_broken' && error.message.includes(encoding),
    )
})

test('in UTF-8 with a broken place every other name stays right, and the place is marked', () => {
  const bytes = inUtf8('Siân\nZoë\nRenée\nNoël\n')
  const broken = Uint8Array.from(bytes)
  broken[bytes.indexOf(0xc3) + 1] = 0x41
  const { text, encoding } = decodeText(broken, undefined)
  assert.equal(encoding, 'utf-8')
  assert.equal(text, 'Si\ufffdAn\nZoë\nRenée\nNoël\n')
})

test('a list in UTF-16 that was cut in the middle of a character keeps what is whole', () => {
  const bytes = inUtf16('Name,Email\r\nZoë,zoe@reed.example\r\n', { mark: true })
  assert.equal(decodeText(bytes.subarray(0, -1), undefined).text, 'Name,Email\r\nZoë,zoe@reed.example\r')
})
