import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from './fold.ts'
import { couldBeOne } from './same-person.ts'

const PAIRS: [given: string, family: string, otherGiven: string, otherFamily: string, one: boolean][] = [
  // The next one with the same last name, or with the same address by chance.
  ['John', 'Smith', 'Jane', 'Smith', false],
  ['John', 'Smith', 'Joan', 'Smith', false],
  ['Paul', 'Reed', 'Paula', 'Reed', false],
  ['Tim', 'Hall', 'Tom', 'Hall', false],
  ['Aisha', 'Khan', 'Ali', 'Khan', false],
  ['Emma', 'Jones', 'Emily', 'Jones', false],
  ['Maria', 'de la Cruz', 'Pedro', 'de la Rosa', false],
  ['Mary Ann', 'Hill', 'Sarah Ann', 'Hill', false],
  ['Patrick', 'Moss', 'Patricia', 'Moss', false],
  ['Alexander', 'Ward', 'Alexandra', 'Ward', false],
  ['J', 'Smith', 'Mary', 'Smith', false],
  ['J', 'Smith', 'John', 'Okafor', false],
  ['Andrew', 'Smith', 'Aisha', 'Sadiq', false],
  ['James', 'Brown', 'Sophie', 'James', false],
  ['Grace', 'Thomas', 'Thomas', 'Hart', false],
  ['Li', 'Wei', 'Li Na', 'Chen', true],
  // One person, written in two ways.
  ['Samuel', 'Patel', 'Sam', 'Patel', true],
  ['Tessa', 'Till', 'Tess', 'Till', true],
  ['Elizabeth', 'Moore', 'Liz', 'Moore', true],
  ['Robert', 'Hunt', 'Bob', 'Hunt', true],
  ['Kate', 'Byrne', 'Catherine', 'Byrne', true],
  ['Andy', 'Smith', 'Andrew', 'Smith', true],
  ['Zoë', 'Adeyemi', 'Zoe', 'Adeyemi', true],
  ['Seán', 'O’Brien', 'Sean', "O'Brien", true],
  ['J', 'Smith', 'John', 'Smith', true],
  ['J. P.', 'Smith', 'John', 'Smith', true],
  ['P', 'Smith', 'John Peter', 'Smith', true],
  ['John Peter', 'Smith', 'John', 'Smith', true],
  ['Peter', 'Smith', 'John Peter', 'Smith', true],
  ['Micheal', 'Dunn', 'Michael', 'Dunn', true],
  ['Sara', 'Lund', 'Sarah', 'Lund', true],
  ['Jon', 'Smith', 'John', 'Smith', true],
  ['Mohammed', 'Iqbal', 'Muhammad', 'Iqbal', true],
  ['Smith', 'John', 'John', 'Smith', true],
  ['John', 'van der Berg', 'John', 'Van der Berg', true],
  ['A', 'McDonald', 'Amy', 'Mac Donald', true],
  ['J', 'Thompson', 'Jill', 'Thomson', true],
  // The same first name and a new last name.
  ['Mary', 'Smith', 'Mary', 'Okafor', true],
  ['Mary', 'Smith', 'Mary', 'Smith-Okafor', true],
  ['M', 'Smith', 'Mary', 'Smith Okafor', true],
  ['Liz', 'Moore', 'Elizabeth', 'Grant', true],
  // A part that isn't known.
  ['', 'Smith', 'John', 'Smith', true],
  ['John', '', 'John', 'Smith', true],
  ['John', '', 'Jane', 'Smith', false],
  ['', 'Smith', 'John', 'Okafor', false],
  ['', '', 'John', 'Smith', false],
]

test('two names are one person’s when the first names fit and the last name is the same or new', () => {
  const named = (given: string, family: string) => ({ given: fold(given), family: fold(family) })
  for (const [given, family, otherGiven, otherFamily, one] of PAIRS) {
    const [first, second] = [named(given, family), named(otherGiven, otherFamily)]
    const said = `${given} ${family} and ${otherGiven} ${otherFamily}`
    assert.equal(couldBeOne(first, second), one, said)
    assert.equal(couldBeOne(second, first), one, `${said}, the other way round`)
  }
})
