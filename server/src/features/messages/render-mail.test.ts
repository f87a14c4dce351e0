import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MailParts, renderMail } from './render-mail.ts'

const parts: MailParts = {
  subject: 'choose a new password',
  preview: 'The link works for an hour.',
  organisation: 'Reed Primary',
  heading: 'Choose a new password',
  paragraphs: ['Hello Jane,', 'Someone asked for a new password for your account.'],
  button: { label: 'Choose a password', url: 'https://accounts.reed.example/reset/rst_8Qm4?a=1&b=2' },
  afterButton: ['The link works until **10:42** and only once.', '**Not you?** Ignore this email.'],
  footer: {
    why: 'You got this because you have an account at Reed Primary.',
    ask: 'office@reed.example',
    base: 'https://accounts.reed.example/',
  },
  lang: 'en-GB',
}

test('the plain text says what the page says, with the whole link on a line of its own', () => {
  const { text, html } = renderMail(parts)
  assert.ok(text.split('\n').includes('https://accounts.reed.example/reset/rst_8Qm4?a=1&b=2'))
  const wordsOf = (from: string) => from.split(/\s+/)
  const seen = html.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]+>/g, ' ').replaceAll('&amp;', '&')
  for (const word of wordsOf(text).filter((it) => it !== '--' && it !== '')) {
    assert.ok(
      wordsOf(seen).some((it) => it.includes(word.replace(/:$/, ''))),
      `${word} is missing from the HTML`,
    )
  }
  assert.doesNotMatch(text, /\*\*/)
})

test('words between double asterisks are bold, and only they', () => {
  const { html } = renderMail({ ...parts, afterButton: ['Until **10:42** or **noon**, 2 * 3'] })
  assert.match(html, /Until <strong>10:42<\/strong> or <strong>noon<\/strong>, 2 \* 3<\/p>/)
})

test('the page links the button and the written address to the same place', () => {
  const links = [...renderMail(parts).html.matchAll(/<a\s[^>]*href="([^"]+)"/g)].map(([, href]) => href)
  assert.deepEqual(links, [
    'https://accounts.reed.example/reset/rst_8Qm4?a=1&amp;b=2',
    'https://accounts.reed.example/reset/rst_8Qm4?a=1&amp;b=2',
    'mailto:office@reed.example',
  ])
})

test('a mail without button or notes has no empty places for them', () => {
  const { button: _, afterButton: __, ...rest } = parts
  const { html, text } = renderMail({ ...rest, footer: { why: 'Because.', base: parts.footer.base } })
  assert.doesNotMatch(html, /paste this|Questions|border-top:solid|href=/)
  assert.doesNotMatch(text, /paste this|Questions/)
})

test('nothing handed in becomes markup, a placeholder or another header', () => {
  const evil = '<img src=x onerror=alert(1)>"\'&{{ footer.base }}{% raw %}'
  const { html } = renderMail({
    ...parts,
    organisation: evil,
    preview: evil,
    heading: evil,
    paragraphs: [evil, `**${evil}**`],
    button: { label: evil, url: 'https://a.example/"><img src=x>' },
    afterButton: [evil, evil],
    footer: { why: evil, ask: evil, base: evil },
    lang: '"><img src=x>',
  })
  assert.doesNotMatch(html, /<img/)
  assert.equal(html.match(/\{\{ footer\.base \}\}/g)?.length, 11, 'each is shown as it was written')
})

test('the subject is one clean line that starts with the organisation', () => {
  const subject = (organisation: string, about: string) =>
    renderMail({ ...parts, organisation, subject: about }).subject
  assert.equal(subject('Reed Primary', 'set up your account'), 'Reed Primary: set up your account')
  assert.equal(subject('Reed Primary', 'Reed Primary: you’re in'), 'Reed Primary: you’re in')
  assert.equal(
    subject('Reed\r\nBcc: all@reed.example', 'hello\u202e\u0000\n there'),
    'Reed Bcc: all@reed.example: hello there',
  )
})

test('a long name gives way to what the mail is about, and the subject ends at 60 characters', () => {
  const name = 'Saint Bartholomew’s Church of England Voluntary Aided Primary School and Nursery'
  const { subject } = renderMail({ ...parts, organisation: name })
  assert.equal(subject, 'Saint Bartholomew’s Church of…: choose a new password')
  assert.ok([...subject].length <= 60)
  const both = renderMail({ ...parts, organisation: name, subject: 'é'.repeat(100) }).subject
  assert.equal([...both].length, 60)
  assert.match(both, /^Saint Bartholomew’s…: é+…$/)
})

test('a link to anything but a web page is refused', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd']) {
    assert.throws(() => renderMail({ ...parts, button: { label: 'Go', url } }), /http\(s\) only/)
  }
})

test('a mail fetches nothing, tracks nothing and weighs under 30 kB', () => {
  const { html } = renderMail(parts)
  assert.doesNotMatch(html, /<img|<link|<script|@import|@font-face|url\(|\ssrc=/i)
  assert.ok(Buffer.byteLength(html) < 30_000)
  assert.match(html, /prefers-color-scheme: dark/)
  assert.match(html, /<html lang="en-GB"/)
})
