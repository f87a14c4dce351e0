import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import type { Place } from '../../../test/support/make.ts'
import {
  change,
  csv,
  inShort,
  knownAs,
  reedWithLists,
  rowOf,
  rowsOf,
  saidBefore,
  upload as uploadList,
} from '../../../test/support/staff-list.ts'

const HEAD = 'MIS ID,First name,Last name,Email,Staff code,Job title,Start date'
const FIELDS = ['sourceId', 'givenName', 'familyName', 'email', 'staffNumber', 'jobTitle', 'startDate']
/** How each list here is read, so that nothing is guessed from a few rows. */
const AS_SAID = { mapping: { columns: Object.fromEntries(FIELDS.entries()) } }
const upload = (who: Client, at: Place, content: string) => uploadList(who, at, content, AS_SAID)

test('each row says by which rule it was recognised, and blank never matches blank', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  const ana = await make.person('ana@reed.example', { at: reed, name: 'Ana Reyes' })
  await saidBefore(lanyard, ana, { sourceId: 'A-1' })
  await make.person('jane@reed.example', { at: reed, name: 'Jane Smith', staffNumber: '004217' })
  await make.person('tom@reed.example', { at: reed, name: 'Tom Reed' })
  await make.person('bill@reed.example', { at: reed, name: 'Bill Moss' })
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      'A-1,Ana,Reyes-Moore,ana.moore@reed.example,,,',
      ',Jane,Smith,jane@reed.example,004217,,',
      ',Tom,Reed,TOM@reed.example,,,',
      ',Zoë,Adeyemi,zoe@reed.example,,,',
    ),
  )
  const rows = await rowsOf(head, list)
  assert.deepEqual(inShort(rows), [
    '2 update source Ana Reyes-Moore',
    '3 unchanged staff_number Jane Smith',
    '4 unchanged email Tom Reed',
    '5 add Zoë Adeyemi',
  ])
  assert.deepEqual(
    rows.map((row) => row.matchedBy?.sentence),
    ['Same id in your MIS', 'Same staff number, 004217', 'Same email', undefined],
  )
  assert.deepEqual(
    rows[0].changes.map((each: { field: string; before: string; after: string; taken: boolean }) => [
      each.field,
      each.before,
      each.after,
      each.taken,
    ]),
    [
      ['familyName', 'Reyes', 'Reyes-Moore', true],
      ['email', 'ana@reed.example', 'ana.moore@reed.example', true],
    ],
  )
})

test('an address changes by a staff number only when a person says that it is the same person', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Smith', staffNumber: '004217' })
  const list = await upload(head, reed, csv(HEAD, ',Jane,Smith,j.smith@reed.example,004217,,'))
  const row = await rowOf(head, list, 'Jane Smith')
  assert.equal(row.outcome, 'conflict')
  assert.equal(row.question, 'Same person? The address would change to j.smith@reed.example.')
  const [candidate] = row.candidates
  assert.equal(candidate.personId, jane.id)
  assert.equal(candidate.why, 'Same staff number, 004217, but another email')
  assert.deepEqual(
    candidate.facts.map((fact: { label: string; theirs: string; ours: string; same: boolean }) => [
      fact.label,
      fact.theirs,
      fact.ours,
      fact.same,
    ]),
    [
      ['Name', 'Jane Smith', 'Jane Smith', true],
      ['Work email', 'j.smith@reed.example', 'jane@reed.example', false],
      ['Staff number', '004217', '004217', true],
    ],
  )
  const same = await change(head, list, row, { decision: 'same', personId: jane.id })
  assert.equal(same.row.outcome, 'update')
  assert.equal(same.row.matchedBy.sentence, 'You said that this is the same person')
  assert.deepEqual(same.row.changes[0].after, 'j.smith@reed.example')
  assert.equal(same.list.counts.conflict, 0)
  const two = await change(head, list, row, { decision: 'different' })
  assert.deepEqual([two.row.outcome, two.row.personId], ['add', null])
  const undecided = await change(head, list, row, { decision: null })
  assert.equal(undecided.row.outcome, 'conflict', 'and it can be asked again')
})

test('what a person said are two people is not asked again by the next list', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  await make.person('john@reed.example', { at: reed, name: 'John Smith' })
  const content = csv(HEAD, ',John,Smith,john.smith2@reed.example,,,')
  const first = await upload(head, reed, content)
  const row = await rowOf(head, first, 'John Smith')
  assert.deepEqual([row.outcome, row.candidates[0].why], ['conflict', 'Same name, another email'])
  await change(head, first, row, { decision: 'different' })
  const next = await upload(head, reed, content)
  assert.equal((await rowOf(head, next, 'John Smith')).outcome, 'add')
})

test('names only suggest: the same, nearly the same, and a new last name with the same first day', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  await make.person('kath@reed.example', { at: reed, name: 'Katherine Okonkwo' })
  const mia = await make.person('mia@reed.example', { at: reed, name: 'Mia Brown' })
  await knownAs(lanyard, mia, { start_date: '2020-09-01' })
  await make.person('sian@reed.example', { at: reed, name: 'Siân Ó’Brien' })
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      ',Katherine,Okonkwoo,k.okonkwo@reed.example,,,',
      ',Mia,Walsh,mia.walsh@reed.example,,,2020-09-01',
      ',Sian,OBrien,sian.obrien@reed.example,,,',
      ',Mira,Brook,mira@reed.example,,,',
    ),
  )
  assert.deepEqual(
    (await rowsOf(head, list)).map((row) => [row.name, row.outcome, row.candidates[0]?.why, row.question]),
    [
      [
        'Katherine Okonkwoo',
        'conflict',
        'Nearly the same name',
        'Same person? The address would change to k.okonkwo@reed.example.',
      ],
      [
        'Mia Walsh',
        'conflict',
        'Same first name, and the same start date or job; perhaps a new last name',
        'Same person? The last name would change to Walsh. The address would change to mia.walsh@reed.example.',
      ],
      [
        'Sian OBrien',
        'conflict',
        'Same name, another email',
        'Same person? The address would change to sian.obrien@reed.example.',
      ],
      ['Mira Brook', 'add', undefined, null],
    ],
  )
})

test('an address that was given to somebody else, and a shared mailbox that passes on, are asked about', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  const jo = await make.person('jsmith@reed.example', { at: reed, name: 'Jo Smith' })
  await saidBefore(lanyard, jo, { sourceId: 'A-7' })
  await make.person('head@reed.example', { at: reed, name: 'Ruth Evans' })
  await make.person('omar@reed.example', { at: reed, name: 'Omar Walsh' })
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      'A-99,Jo,Smith,jsmith@reed.example,,,',
      ',Ruth,Chukwu,head@reed.example,,,',
      ',Grace,Dempsey,omar@reed.example,,,',
    ),
  )
  const rows = await rowsOf(head, list)
  assert.deepEqual(
    rows.map((row) => [row.outcome, row.candidates[0]?.why]),
    [
      [
        'conflict',
        'Same email, but another id in your MIS: the address may have been given to somebody else',
      ],
      ['conflict', 'Same email, which is a shared mailbox, but another name'],
      ['conflict', 'Same email, but another name'],
    ],
  )
  const two = await change(head, list, rows[1], { decision: 'different' })
  assert.deepEqual(
    two.row.problems.map((each: { code: string; detail: string }) => [each.code, each.detail]),
    [
      [
        'address_kept',
        'Somebody here has this address, so a new person can’t have it. Enter another, or leave the row out.',
      ],
    ],
  )
  const own = await change(head, list, rows[1], { values: { email: 'ruth.chukwu@reed.example' } })
  assert.equal(own.row.outcome, 'add')
})

test('rules that point at two people, and two rows that are one person, wait for somebody', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Smith', staffNumber: '1' })
  const kim = await make.person('kim@reed.example', { at: reed, name: 'Kim Lee', staffNumber: '2' })
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      ',Jane,Smith,kim@reed.example,1,,',
      ',Kay,Ford,kay@reed.example,9,,',
      ',Kay,Barlow,kay@reed.example,10,,',
      ',Tim,Ford,tim@reed.example,11,,',
      ',Tim,Ford,tim.ford@reed.example,11,,',
    ),
  )
  const [both, ...twice] = await rowsOf(head, list)
  assert.equal(both.outcome, 'conflict')
  assert.equal(both.question, 'Which of these people is it, or is it somebody new?')
  assert.deepEqual(
    both.candidates.map((each: { personId: string }) => each.personId).sort(),
    [jane.id, kim.id].sort(),
  )
  assert.deepEqual(
    twice.map((row) => [row.outcome, row.problems[0].detail]),
    [
      ['error', 'Rows 3 and 4 have the same email address. Correct one of them, or leave one out.'],
      ['error', 'Rows 3 and 4 have the same email address. Correct one of them, or leave one out.'],
      ['error', 'Rows 5 and 6 have the same staff number. Correct one of them, or leave one out.'],
      ['error', 'Rows 5 and 6 have the same staff number. Correct one of them, or leave one out.'],
    ],
  )
  const left = await change(head, list, twice[0], { decision: 'skip' })
  assert.deepEqual([left.row.outcome, left.list.counts.error], ['skipped', 2])
  const reply = await head.patch(`/api/v1/staff-lists/${list.id}/rows/${both.place}`, {
    decision: 'same',
    personId: twice[0].personId ?? list.id,
  })
  assert.deepEqual([reply.status, reply.body.code], [409, 'not_a_candidate'])
})

test('two rows that are the same person by two rules are settled by saying which one is', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Smith', staffNumber: '1' })
  const list = await upload(
    head,
    reed,
    csv(HEAD, ',Jane,Smith,,1,,', ',Jane,Smith,jane@reed.example,,Teacher,'),
  )
  const rows = await rowsOf(head, list)
  assert.deepEqual(inShort(rows), ['2 conflict Jane Smith', '3 conflict Jane Smith'])
  const one = await change(head, list, rows[1], { decision: 'same', personId: jane.id })
  assert.equal(one.row.outcome, 'update')
  assert.equal((await rowsOf(head, list))[0].outcome, 'conflict', 'the other can’t be her as well')
})

test('a row that stands in the file twice, word for word, counts once', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const line = ',Kay,Ford,kay@reed.example,9,,'
  const list = await upload(head, reed, csv(HEAD, line, line, line))
  const rows = await rowsOf(head, list)
  assert.deepEqual(inShort(rows), ['2 add Kay Ford', '3 skipped Kay Ford', '4 skipped Kay Ford'])
  assert.equal(rows[1].warnings[0].detail, 'The same as row 2.')
  assert.deepEqual(list.sums, ['1 new + 2 left out = 3 people in the file'])
})

test('a shared mailbox that passes on is asked about even where number or id stay, and another spelling is not', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  await make.person('principal@reed.example', { at: reed, name: 'Harry Oldman', staffNumber: '1' })
  const office = await make.person('office@reed.example', { at: reed, name: 'Una Ford' })
  await saidBefore(lanyard, office, { sourceId: 'A-2' })
  await make.person('head@reed.example', { at: reed, name: 'Ruth Evans', staffNumber: '3' })
  await make.person('jo@reed.example', { at: reed, name: 'Jo Smith', staffNumber: '4' })
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      ',Petra,Newhead,principal@reed.example,1,,',
      'A-2,Max,Webb,office@reed.example,,,',
      ',Rúth,Evans,head@reed.example,3,,',
      ',Jo,Smith-Lee,jo@reed.example,4,,',
    ),
  )
  const rows = await rowsOf(head, list)
  assert.deepEqual(
    rows.map((row) => [row.outcome, row.candidates[0]?.why]),
    [
      ['conflict', 'Same email, which is a shared mailbox, but another name'],
      ['conflict', 'Same email, which is a shared mailbox, but another name'],
      ['update', undefined],
      ['update', undefined],
    ],
  )
  const own = await change(head, list, rows[0], {
    decision: 'different',
    values: { email: 'petra@reed.example', staffNumber: '21' },
  })
  assert.deepEqual([own.row.outcome, own.row.personId], ['add', null], 'somebody new, and not a rename')
})
