import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './list-for-tests.ts'

const list = (...people: [name: string, address: string][]) =>
  read(`\nName | Email\n${people.map(([name, address]) => `${name} | ${address}@okul.example`).join('\n')}\n`)
const names = (read: ReturnType<typeof list>) =>
  read.rows.map(({ given }) => `${given.givenName}, ${given.familyName}`)

test('where addresses say which word is the first name, people are called as they are', () => {
  const familyFirst = list(
    ['Yilmaz Kadir', 'kadir.yilmaz'],
    ['Şahin Ayşe', 'ayse.sahin'],
    ['Öztürk Bora Can', 'bora.oeztuerk'],
    ['Martin Selin', 'smartin'],
  )
  assert.deepEqual(names(familyFirst), ['Kadir, Yilmaz', 'Ayşe, Şahin', 'Bora Can, Öztürk', 'Selin, Martin'])
  assert.ok(
    familyFirst.reading.sentences.includes(
      'Split Name in two: “Yilmaz Kadir” is first name Kadir, last name Yilmaz.',
    ),
  )
  assert.deepEqual(names(list(['Dupont Jean', 'jean.dupont'], ['Petit Ludivine', 'l.petit'])), [
    'Jean, Dupont',
    'Ludivine, Petit',
  ])
  assert.deepEqual(names(list(['Kadir Yilmaz', 'kadir.yilmaz'], ['Ayşe Şahin', 'asahin'])), [
    'Kadir, Yilmaz',
    'Ayşe, Şahin',
  ])
})

test('addresses with the last name first, or that say nothing, change nobody’s name', () => {
  const people: [string, string][] = [
    ['Jane Smith', 'smith.jane'],
    ['Tom Brown', 'brown.tom'],
    ['Anna Hart', 'hart.anna'],
    ['Oliver Pugh', 'pugh.oliver'],
  ]
  const right = ['Jane, Smith', 'Tom, Brown', 'Anna, Hart', 'Oliver, Pugh']
  assert.deepEqual(names(list(...people)), right)
  assert.deepEqual(names(list(...people.map(([name], at): [string, string] => [name, `staff${at}`]))), right)
  assert.deepEqual(names(list(['Kadir Yilmaz', 'kadir'], ['Ayşe Şahin', 'ayse'])), [
    'Kadir, Yilmaz',
    'Ayşe, Şahin',
  ])
})
