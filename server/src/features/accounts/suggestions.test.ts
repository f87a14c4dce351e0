import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { reedPrimary } from '../../../test/support/invite.ts'

const suggestedTo = async (who: Client, person: { id: string }) =>
  (await who.get(`/api/v1/people/${person.id}`)).body.suggestion?.sentence ?? null
const titled = (who: Client, person: { id: string }, jobTitle: string | null) =>
  who.patch(`/api/v1/people/${person.id}`, { jobTitle })

test('a job title suggests a role, at the subject it names', async (t) => {
  const { make, head, reed } = await reedPrimary(t, {})
  await make.unit('Art', { at: reed, kind: 'subject_area' })
  const pat = await make.person('pat@reed.example', { at: reed })
  const said: [string, string | null][] = [
    ['SENCO', 'Leader of every subject area, because the job title is SENCO.'],
    ['Head of Year 9', 'Leader of every subject area, because the job title is Head of Year 9.'],
    ['Head of art', 'Leader of Art, because the job title is Head of art.'],
    ['Head of Latin', null],
    ['Assistant Head', 'Organisation admin, because the job title is Assistant Head.'],
    ['Cook', null],
  ]
  for (const [title, sentence] of said) {
    assert.equal((await titled(head, pat, title)).status, 200)
    assert.equal(await suggestedTo(head, pat), sentence, title)
  }
})

test('a suggestion is only an offer: whoever decides otherwise, or turns it down, is not asked again', async (t) => {
  const { make, head, reed } = await reedPrimary(t, {})
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  await titled(head, pat, 'SENCO')
  const otherwise = await head.put(`/api/v1/people/${pat.id}/roles`, { roles: [{ role: 'moderated_user' }] })
  assert.equal(otherwise.status, 200, 'saved without complaint')
  assert.equal(await suggestedTo(head, pat), null)
  await titled(head, pat, 'Deputy head')
  assert.match(await suggestedTo(head, pat), /^Organisation admin/, 'another title is another question')
  const off = await head.delete(`/api/v1/people/${pat.id}/suggestion`)
  assert.deepEqual(
    [off.status, off.body.sentence],
    [200, 'Organisation admin won’t be suggested for Pat Ford again.'],
  )
  assert.equal(await suggestedTo(head, pat), null)
  assert.equal((await head.delete(`/api/v1/people/${pat.id}/suggestion`)).body.code, 'no_suggestion')
})

test('nothing is suggested to who could not give it, for oneself, or for who has it already', async (t) => {
  const { make, http, head, olive, reed, sam } = await reedPrimary(t, {})
  const pat = await make.person('pat@reed.example', { at: reed })
  const admin = await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' })
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  await titled(olive, pat, 'Deputy head')
  await titled(olive, admin, 'Deputy head')
  await titled(olive, sam, 'Head of Year 3')
  assert.equal(await suggestedTo(tia, pat), null)
  assert.equal(await suggestedTo(head, sam), null)
  assert.equal(await suggestedTo(olive, admin), null)
  assert.match(await suggestedTo(head, pat), /^Organisation admin/)
  assert.equal((await tia.delete(`/api/v1/people/${pat.id}/suggestion`)).body.code, 'no_suggestion')
})

test('who could not make somebody a leader is not told that they might be one, of one subject or of all', async (t) => {
  const { make, http, head, olive, reed } = await reedPrimary(t, {})
  await make.unit('Art', { at: reed, kind: 'subject_area' })
  const pat = await make.person('pat@reed.example', { at: reed })
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  for (const [title, sentence] of [
    ['SENCO', /^Leader of every subject area/],
    ['Head of Art', /^Leader of Art/],
  ] as const) {
    assert.equal((await titled(olive, pat, title)).status, 200)
    assert.match((await suggestedTo(head, pat)) ?? 'nothing', sentence)
    assert.equal(await suggestedTo(tia, pat), null, title)
  }
})
