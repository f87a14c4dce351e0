import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './list-for-tests.ts'

test('a list of a district in the United States comes out right', () => {
  const list = read(`
District Staff Export 08/15/2026
EmployeeID | LastName | FirstName | MiddleName | JobTitle | Campus | WorkEmail | PersonalEmail | HireDate | TermDate | Status | SSN | EmployeeType | Manager Email
100234 | GARCIA | MARIA | T | Teacher, Grade 4 | Lincoln Elementary | MGarcia@lincolnusd.org | maria@home.example | 8/15/2016 | | Active | 123-45-6789 | Certified | boss@lincolnusd.org
100235 | O'BRIEN | KEVIN | | Bus Driver | Lincoln Elementary | kobrien@lincolnusd.org | | 12/31/2018 | 6/30/2025 | Terminated | 123-45-6780 | Classified | boss@lincolnusd.org
100236 | DE LA CRUZ | ANA | | Principal | Washington Middle | adelacruz@lincolnusd.org | | 1/2/2012 | | Active | 123-45-6781 | Certified | boss@lincolnusd.org
100237 | MCDONALD | ROB | | Coach | Washington Middle | rmcdonald@lincolnusd.org | | 07/04/2012 | | On leave | 123-45-6782 | Contractor | boss@lincolnusd.org
`)
  assert.deepEqual(list.reading.questions, [])
  assert.deepEqual(
    list.rows.map(({ given }) => given),
    [
      {
        email: 'mgarcia@lincolnusd.org',
        givenName: 'Maria',
        familyName: 'Garcia',
        staffNumber: '100234',
        jobTitle: 'Teacher, Grade 4',
        school: 'Lincoln Elementary',
        startDate: '2016-08-15',
        status: 'current',
        relationship: 'employee',
      },
      {
        email: 'kobrien@lincolnusd.org',
        givenName: 'Kevin',
        familyName: "O'Brien",
        staffNumber: '100235',
        jobTitle: 'Bus Driver',
        school: 'Lincoln Elementary',
        startDate: '2018-12-31',
        leavingDate: '2025-06-30',
        status: 'left',
        relationship: 'employee',
      },
      {
        email: 'adelacruz@lincolnusd.org',
        givenName: 'Ana',
        familyName: 'de la Cruz',
        staffNumber: '100236',
        jobTitle: 'Principal',
        school: 'Washington Middle',
        startDate: '2012-01-02',
        status: 'current',
        relationship: 'employee',
      },
      {
        email: 'rmcdonald@lincolnusd.org',
        givenName: 'Rob',
        familyName: 'McDonald',
        staffNumber: '100237',
        jobTitle: 'Coach',
        school: 'Washington Middle',
        startDate: '2012-07-04',
        status: 'current',
        relationship: 'contractor',
      },
    ],
  )
})

test('a French list comes out right', () => {
  const list = read(`
Lycée Jean Moulin, liste du personnel
Nom | Prénom | Nom d'usage | Civilité | Courriel professionnel | Matricule | Fonction | Discipline | Établissement | Date de naissance | Date d'entrée | Date de sortie | Type de contrat | N° sécurité sociale
DUPONT | Jean-Pierre | | M. | jp.dupont@lycee.example | 0012345 | Professeur | Mathématiques | 0690001A | 12/05/1975 | 1 septembre 2015 | | Titulaire | 1 75 05 69 123 456 78
LEFÈVRE | Éloïse | MARTIN | Mme | e.martin@lycee.example | 0012346 | CPE | Vie scolaire | 0690001A | 13/05/1985 | 1er sept. 2018 | 31 août 2026 | Contractuel | 2 85 05 69 123 456 78
DE LA TOUR | Zoé | | Mme | z.delatour@lycee.example | 0012347 | Bibliothécaire | CDI | 0690001A | 13/05/1990 | 15 févr. 2020 | | Bénévole | 2 90 05 69 123 456 78
`)
  assert.deepEqual(list.reading.questions, [])
  assert.deepEqual(list.reading.privateHeadings, ['Date de naissance', 'N° sécurité sociale'])
  assert.deepEqual(
    list.rows.map(({ given }) => given),
    [
      {
        email: 'jp.dupont@lycee.example',
        familyName: 'Dupont',
        givenName: 'Jean-Pierre',
        staffNumber: '0012345',
        jobTitle: 'Professeur',
        unit: 'Mathématiques',
        school: '0690001A',
        startDate: '2015-09-01',
        relationship: 'employee',
      },
      {
        email: 'e.martin@lycee.example',
        familyName: 'Martin',
        givenName: 'Éloïse',
        staffNumber: '0012346',
        jobTitle: 'CPE',
        unit: 'Vie scolaire',
        school: '0690001A',
        startDate: '2018-09-01',
        leavingDate: '2026-08-31',
        relationship: 'employee',
      },
      {
        email: 'z.delatour@lycee.example',
        familyName: 'de la Tour',
        givenName: 'Zoé',
        staffNumber: '0012347',
        jobTitle: 'Bibliothécaire',
        unit: 'CDI',
        school: '0690001A',
        startDate: '2020-02-15',
        relationship: 'volunteer',
      },
    ],
  )
})

test('a German list comes out right', () => {
  const list = read(`
PersNr. | Name | Vorname | Anrede | E-Mail (dienstlich) | Funktion | Fachbereich | Schule | Eintritt | Austritt | Beschäftigungsart | Geburtsdatum | Besoldungsgruppe
4711 | Müller | Jürgen | Herr | j.mueller@schule.example | Lehrer | Mathematik | GS Mitte | 01.08.2010 | 31.07.2026 | Beamter | 03.04.1970 | A13
4712 | von der Heide | Käthe | Frau | k.heide@schule.example | Sekretariat | Verwaltung | GS Mitte | 1.2.2015 | | Ehrenamtlich | 03.04.1971 | A12
4713 | Groß | Björn | Herr | b.gross@schule.example | Hausmeister | Technik | GS Mitte | 15. März 2016 | | Honorarkraft | 03.04.1972 | A12
`)
  assert.deepEqual(list.reading.questions, [])
  assert.deepEqual(list.reading.privateHeadings, ['Geburtsdatum', 'Besoldungsgruppe'])
  assert.deepEqual(
    list.rows.map(({ given }) => given),
    [
      {
        email: 'j.mueller@schule.example',
        staffNumber: '4711',
        familyName: 'Müller',
        givenName: 'Jürgen',
        jobTitle: 'Lehrer',
        unit: 'Mathematik',
        school: 'GS Mitte',
        startDate: '2010-08-01',
        leavingDate: '2026-07-31',
        relationship: 'employee',
      },
      {
        email: 'k.heide@schule.example',
        staffNumber: '4712',
        familyName: 'von der Heide',
        givenName: 'Käthe',
        jobTitle: 'Sekretariat',
        unit: 'Verwaltung',
        school: 'GS Mitte',
        startDate: '2015-02-01',
        relationship: 'volunteer',
      },
      {
        email: 'b.gross@schule.example',
        staffNumber: '4713',
        familyName: 'Groß',
        givenName: 'Björn',
        jobTitle: 'Hausmeister',
        unit: 'Technik',
        school: 'GS Mitte',
        startDate: '2016-03-15',
        relationship: 'contractor',
      },
    ],
  )
})

test('a Spanish list comes out right', () => {
  const list = read(`
Apellidos | Nombre | Correo electrónico | NIF | Puesto | Departamento | Centro | Fecha de alta | Fecha de baja | Relación laboral | Teléfono
García López | María José | mj.garcia@colegio.example | 12345678Z | Profesora | Matemáticas | IES Cervantes | 01/09/2015 | | Funcionaria | 600123123
de la Cruz Pérez | Íñigo | i.delacruz@colegio.example | 87654321X | Conserje | Administración | IES Cervantes | 15/09/2015 | 30 de junio de 2026 | Interino | 600123124
`)
  assert.deepEqual(list.reading.questions, [])
  assert.deepEqual(list.reading.privateHeadings, ['NIF'])
  assert.deepEqual(
    list.rows.map(({ given }) => given),
    [
      {
        email: 'mj.garcia@colegio.example',
        familyName: 'García López',
        givenName: 'María José',
        jobTitle: 'Profesora',
        unit: 'Matemáticas',
        school: 'IES Cervantes',
        startDate: '2015-09-01',
        relationship: 'employee',
      },
      {
        email: 'i.delacruz@colegio.example',
        familyName: 'de la Cruz Pérez',
        givenName: 'Íñigo',
        jobTitle: 'Conserje',
        unit: 'Administración',
        school: 'IES Cervantes',
        startDate: '2015-09-15',
        leavingDate: '2026-06-30',
        relationship: 'employee',
      },
    ],
  )
  const full = read(`
Nombre completo | Correo | Cargo
García López, María José | mj.garcia@colegio.example | Profesora
Íñigo de la Cruz Pérez | i.delacruz@colegio.example | Conserje
`)
  assert.deepEqual(
    full.rows.map(({ given }) => [given.givenName, given.familyName]),
    [
      ['María José', 'García López'],
      ['Íñigo', 'de la Cruz Pérez'],
    ],
  )
  assert.ok(
    full.reading.sentences.includes(
      'Split Nombre completo in two: “García López, María José” is first name María José, last name García López.',
    ),
  )
})
