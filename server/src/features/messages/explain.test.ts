import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain } from './explain.ts'
import { EXPLANATIONS } from './message.ts'

test('what mail servers say is told in the sentence it means', () => {
  for (const [answer, key] of [
    ['550 5.1.1 <j@x.example>: Recipient address rejected: User unknown', 'no_such_address'],
    ['550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found', 'no_such_address'],
    ['550 Requested action not taken: mailbox unavailable', 'no_such_address'],
    ['551 User not local', 'no_such_address'],
    ['552 5.2.2 Mailbox full', 'mailbox_full'],
    ['552 Storage allocation exceeded', 'mailbox_full'],
    ['550 5.7.1 Message rejected by content filter (mx1.schoolfilter.net)', 'blocked'],
    ['554 5.7.9 Message not accepted for policy reasons', 'blocked'],
    ['554 Transaction failed: spam', 'blocked'],
    ['550 Blocked by policy 14', 'blocked'],
    ['550 5.7.26 This mail is unauthenticated', 'not_proved'],
    ['550 5.7.1 Unauthenticated email is not accepted due to the domain’s DMARC policy', 'not_proved'],
    ['554 SPF check failed', 'not_proved'],
    ['550 5.1.2 Bad destination system address', 'no_mail_domain'],
    ['550 5.4.4 Unable to route: no MX', 'no_mail_domain'],
    ['550 Domain not found: NXDOMAIN', 'no_mail_domain'],
    ['550 5.6.0 Something of its own', 'refused'],
    ['553 5.3.0 Who are you', 'refused'],
  ] as const)
    assert.equal(explain({ state: 'bounced', answer, trouble: null }), key, answer)
})

test('what is not over yet, and trouble that is nobody’s letter’s, are told as such', () => {
  const told = (state: 'accepted' | 'deferred' | 'unknown', answer: string) =>
    explain({ state, answer, trouble: null })
  assert.equal(told('accepted', '250 queued'), null)
  assert.equal(told('unknown', 'Connection closed'), 'outcome_unknown')
  assert.equal(told('deferred', '450 4.7.1 Greylisted'), 'asked_to_wait')
  assert.equal(told('deferred', '421 4.3.0 Busy'), 'asked_to_wait')
  assert.equal(told('deferred', 'Connection closed unexpectedly'), 'no_answer')
  for (const trouble of [
    'unreachable',
    'our_account',
    'sender_refused',
    'no_encryption',
    'bad_certificate',
  ] as const) {
    assert.equal(explain({ state: 'deferred', answer: '535 5.7.8 No', trouble }), trouble)
    assert.ok(EXPLANATIONS[trouble])
  }
})
