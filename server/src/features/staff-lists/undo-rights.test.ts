import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, inFew, peopleAt, undo } from '../../../test/support/apply-list.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'

const HEADINGS = 'Email,First name,Surname,Staff number,Job title,Role'

test('a training admin who undoes an organisation admin’s list takes back no more than they could do', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, trainer, reed, make } = lanyard
  await make.person('tom@reed.example', { at: reed, name: 'Tom Read', staffNumber: '43' })
  await make.person('kim@reed.example', { at: reed, name: 'Kim Lee', state: 'inactive' })
  const ana = await make.person('ana@reed.example', { at: reed, name: 'Ana Reyes' })
  const content = csv(
    HEADINGS,
    'sam@reed.example,Sam,Patel,,,',
    'tess@reed.example,Tess,Till,,,',
    'tom@reed.example,Tom,Reed,43,TA,',
    'kim@reed.example,Kim,Lee,,,',
    'zoe@reed.example,Zoë,Adeyemi,,,',
    'olu@reed.example,Olu,Bello,,,Organisation admin',
  )
  const mapping = { columns: { 5: 'role' } }
  const list = await upload(head, reed, content, { everyone: true, mapping })
  await apply(lanyard, head, list, { leavers: [ana.id] })
  const { body } = await trainer.get(`/api/v1/staff-lists/${list.id}/undo`)
  const said = (outcome: string) =>
    body.people.flatMap((each: { name: string; what: string; outcome: string; reason: string | null }) =>
      each.outcome === outcome ? [[each.name, each.what, each.reason].filter(Boolean).join(': ')] : [],
    )
  assert.deepEqual(said('kept'), [
    'Ana Reyes: Back from the archive: You don’t have the right to do this here',
    'Kim Lee: Archived again: You don’t have the right to do this here',
    'Olu Bello: Removed: Stands above you here',
    'Tom Reed: Last name back to Read: You don’t have the right to do this here',
    'Tom Reed: Job title empty again: You don’t have the right to do this here',
  ])
  assert.deepEqual(said('reversed'), ['Zoë Adeyemi: Removed'])
  assert.equal(
    body.summary,
    'Remove 1 account. We’ll leave 4 people as they are now, because you don’t have the right to change that.',
  )
  const before = inFew(await peopleAt(head, reed))
  await undo(lanyard, trainer, list)
  assert.deepEqual(
    inFew(await peopleAt(head, reed)),
    before.filter((each) => !each.startsWith('Zoë Adeyemi')),
  )
})

test('undoing changes neither name nor address of who also works somewhere else by now', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, olive, reed, make } = lanyard
  await make.person('jane@reed.example', { at: reed, name: 'Jane Smith' })
  const list = await upload(
    head,
    reed,
    csv('Email,First name,Surname,Staff number', 'jane@reed.example,Jane,Okafor,9'),
  )
  await apply(lanyard, head, list)
  const mill = await make.school('Mill Lane')
  await make.person('jane@reed.example', { at: mill })
  const { body } = await head.get(`/api/v1/staff-lists/${list.id}/undo`)
  assert.deepEqual(
    body.people.map((each: { what: string; outcome: string; reason: string | null }) => [
      each.what,
      each.outcome,
      each.reason,
    ]),
    [
      ['Last name back to Smith', 'kept', 'Also works somewhere that you don’t manage'],
      ['Staff number empty again', 'reversed', null],
    ],
  )
  const byOlive = await olive.get(`/api/v1/staff-lists/${list.id}/undo`)
  assert.equal(byOlive.body.kept, 0)
})
