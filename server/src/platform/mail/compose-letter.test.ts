import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { composeLetter, type Letter } from './compose-letter.ts'

const LETTER: Letter = {
  to: 'jane@reed.example',
  fromName: 'Reed Primary via Lanyard',
  replyTo: { name: 'Sam Patel', address: 'sam@reed.example' },
  subject: 'Reed Primary: set up your staff account',
  text: 'Hello Jane,\n\nhttps://accounts.reed.example/i/inv_1\n',
  html: '<p>Hello Jane</p>\n<a href="https://accounts.reed.example/i/inv_1">Set up</a>',
  messageId: '0199-1@accounts.reed.example',
}
const HEADERS = [
  'from',
  'to',
  'reply-to',
  'subject',
  'message-id',
  'date',
  'auto-submitted',
  'x-auto-response-suppress',
  'mime-version',
  'content-type',
]

const rawOf = (more: Partial<Letter> = {}) => composeLetter({ ...LETTER, ...more }, 'lanyard@reed.example')
const read = (more: Partial<Letter> = {}) => PostalMime.parse(rawOf(more))

test('a letter says who writes, to whom answers go, and that no machine should answer', async () => {
  const mail = await read()
  assert.deepEqual(mail.from, { name: 'Reed Primary via Lanyard', address: 'lanyard@reed.example' })
  assert.deepEqual(mail.to, [{ name: '', address: 'jane@reed.example' }])
  assert.deepEqual(mail.replyTo, [{ name: 'Sam Patel', address: 'sam@reed.example' }])
  assert.equal(mail.subject, LETTER.subject)
  assert.equal(mail.messageId, '<0199-1@accounts.reed.example>')
  assert.ok(Math.abs(Date.parse(mail.date ?? '') - Date.now()) < 60_000)
  assert.match(rawOf().toString(), /^Auto-Submitted: auto-generated\r$/m)
})

test('text and HTML both carry the link', async () => {
  const mail = await read()
  assert.match(mail.text ?? '', /^https:\/\/accounts\.reed\.example\/i\/inv_1$/m)
  assert.match(mail.html ?? '', /href="https:\/\/accounts\.reed\.example\/i\/inv_1"/)
})

test('names and words of any script come out as they went in', async () => {
  const mail = await read({
    fromName: 'Ysgol Llŷn “Ffôr” via Lanyard',
    subject: 'Ysgol Llŷn: 学校 ✓ — your account, set up in a minute by anybody who reads this',
    text: `Zoë O’Malley 👋\n${'long '.repeat(400)}`,
    html: '<p>Zoë O’Malley 👋</p>',
  })
  assert.equal(mail.from?.name, 'Ysgol Llŷn “Ffôr” via Lanyard')
  assert.equal(
    mail.subject,
    'Ysgol Llŷn: 学校 ✓ — your account, set up in a minute by anybody who reads this',
  )
  assert.equal(mail.text?.trim(), `Zoë O’Malley 👋\n${'long '.repeat(400)}`.trim())
  assert.match(mail.html ?? '', /Zo(ë|&#235;) O(’|&#8217;)Malley (👋|&#128075;)/)
})

test('whatever stands in names, subject and words, there is one letter to one person with our headers and no others', async () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      'Sam\r\nBcc: all@reed.example',
      'Sam\u0000\nX-Evil: 1',
      'Sam\u2028Bcc: all@reed.example',
      '=?UTF-8?B?QmNjOiBhQGIuY29t?=',
      '"><script>" <all@reed.example>, ',
      '\r\n.\r\nMAIL FROM:<x@y.example>',
    ),
  )
  await fc.assert(
    fc.asyncProperty(nasty, nasty, nasty, async (name, subject, text) => {
      const raw = rawOf({ fromName: name, replyTo: { name, address: 'sam@reed.example' }, subject, text })
      const mail = await PostalMime.parse(raw)
      assert.deepEqual(
        mail.headers.map((header) => header.key),
        HEADERS,
      )
      assert.deepEqual(
        [mail.from?.address, mail.to?.map((each) => each.address), mail.replyTo?.map((each) => each.address)],
        ['lanyard@reed.example', ['jane@reed.example'], ['sam@reed.example']],
      )
      assert.doesNotMatch(`${mail.from?.name}${mail.subject}`, /[\p{Cc}\u2028\u2029\u202e]/u)
      assert.match(mail.html ?? '', /Hello Jane/)
      for (const line of raw.toString('latin1').split('\r\n')) {
        assert.ok(line.length <= 998)
        assert.doesNotMatch(line, /[\r\n]/)
      }
    }),
    { numRuns: 300 },
  )
})

test('what is no plain address goes nowhere', () => {
  for (const wrong of [
    'a@b.example, c@d.example',
    'a@b.example>\r\nRCPT TO:<c@d.example',
    '"a b"@c.example',
    'a@b.example\u0000',
    'Jane <a@b.example>',
    'a(comment)@b.example',
  ]) {
    assert.throws(() => rawOf({ to: wrong }), /canonical/, wrong)
    assert.throws(() => rawOf({ replyTo: { name: 'Sam', address: wrong } }), /canonical/, wrong)
  }
})
