import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

test('each person invited gets a letter of their own with a link, and stands in the list as pending', async (t) => {
  const lanyard = await startLanyard(t, { mail: 'sink' })
  const { http, make, owner } = lanyard
  const reed = await make.school('Reed Primary')
  const sent = await http.as(owner).post(`/api/v1/organisations/${reed.id}/invitations`, {
    people: [
      { email: 'Jane@reed.example', givenName: 'Jane', familyName: 'Smith' },
      { email: 'tom@reed.example' },
      { email: 'jane@reed.example' },
      { email: 'ben@school' },
    ],
    message: 'Welcome to the team',
  })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  assert.deepEqual(sent.body.counts, { queued: 2, scheduled: 0, notSent: 2 })
  assert.deepEqual(
    sent.body.results.map((each: { outcome: string; code?: string }) => each.code ?? each.outcome),
    ['queued', 'queued', 'repeat_in_list', 'email_format'],
  )
  await lanyard.mailbox.letter(2)
  const letters = lanyard.mailbox.all()
  assert.deepEqual(letters.flatMap((letter) => letter.to).sort(), ['jane@reed.example', 'tom@reed.example'])
  const jane = letters.find((letter) => letter.to[0] === 'jane@reed.example')
  assert.match(jane?.mail.text ?? '', /Hello Jane,/)
  console.log(jane?.mail.subject, jane?.mail.text)
  const list = await http.as(owner).get(`/api/v1/organisations/${reed.id}/people`)
  console.log(JSON.stringify(list.body.data, null, 1).slice(0, 3000))
  const open = await http.as(owner).get(`/api/v1/organisations/${reed.id}/invitations`)
  console.log(JSON.stringify(open.body, null, 1).slice(0, 2000), open.status)
})
