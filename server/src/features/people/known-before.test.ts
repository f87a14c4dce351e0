import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { inviteOne } from '../../../test/support/invite.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'

const HEADINGS = 'Email,First name,Surname'

const sourceOf = async (who: Client, person: { id: string }) => {
  const { fields } = (await who.get(`/api/v1/people/${person.id}`)).body
  return (field: string) => fields.find((each: { field: string }) => each.field === field)?.source as string
}

test('only who was a member somewhere before was known before; whom a list added came from that list', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make, http, olive } = lanyard
  const mill = await make.school('Mill Lane')
  const mel = http.as(await make.person('mel@mill.example', { at: mill, role: 'organisation_admin' }))
  await inviteOne(mel, mill, { email: 'ann@reed.example', givenName: 'Ann', familyName: 'Moss' })
  await inviteOne(mel, mill, { email: 'gus@reed.example', givenName: 'Gus', familyName: 'Moss' })
  const rows = ['zoe@reed.example,Zoë,Adeyemi', 'ann@reed.example,Ann,Moss', 'gus@reed.example,Gus,Moss']
  await apply(lanyard, head, await upload(head, reed, csv(HEADINGS, ...rows)))
  const there = (await peopleAt(mel, mill)).get('gus@reed.example')
  const gone = await olive.send('DELETE', `/api/v1/people/${there.id}`, { name: 'Gus Moss' })
  assert.equal(gone.status, 200, JSON.stringify(gone.body))
  const people = await peopleAt(head, reed)
  const zoe = await sourceOf(head, people.get('zoe@reed.example'))
  for (const field of ['givenName', 'familyName', 'email', 'language'])
    assert.match(zoe(field), /staff list/i, field)
  for (const email of ['ann@reed.example', 'gus@reed.example'])
    assert.match((await sourceOf(head, people.get(email)))('email'), /^Known here before, since /, email)
})
