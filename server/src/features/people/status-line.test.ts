import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STATUS_ORDER, type Status } from './status.ts'
import { type InactiveFacts, type InvitationFacts, problemOf, statusLine } from './status-line.ts'

const clock = { now: new Date('2026-09-03T09:00:00Z'), timeZone: 'Europe/London' }
const at = (text: string) => new Date(text)
const plain: InvitationFacts = {
  inviter: 'Sam Patel',
  sendAt: null,
  sentAt: null,
  captured: false,
  expiresAt: null,
  startedAt: null,
  stoppedAt: null,
  newLinkAskedAt: null,
  needsReapprovalAt: null,
}
const line = (status: Status, invitation: Partial<InvitationFacts> | null) =>
  statusLine(
    status,
    {
      createdAt: at('2026-09-02T10:00:00Z'),
      unlocksAt: at('2026-09-03T09:42:00Z'),
      invitation: invitation && { ...plain, ...invitation },
    },
    clock,
  )
const sent = { sentAt: at('2026-09-02T10:00:00Z'), expiresAt: at('2026-09-09T10:00:00Z') }

test('the second line says what is known beside the label', () => {
  for (const [status, invitation, said] of [
    ['pending', {}, 'Waiting to be sent'],
    ['pending', { sendAt: at('2026-09-07T07:00:00Z') }, 'Sends Mon 7 Sept, 8am'],
    ['pending', { sendAt: at('2026-09-03T08:59:00Z') }, 'Waiting to be sent'],
    ['pending', sent, 'Sent 2 Sept, expires Wed 9 Sept'],
    ['pending', { ...sent, captured: true }, 'Kept here, not sent; expires Wed 9 Sept'],
    ['pending', { expiresAt: sent.expiresAt }, 'Personal link copied, expires Wed 9 Sept'],
    ['pending', { ...sent, stoppedAt: 'mobile' }, 'Started, stopped at mobile number'],
    ['pending', { ...sent, needsReapprovalAt: clock.now }, 'Sam Patel can no longer invite; send it again'],
    ['expired', { ...sent, expiresAt: at('2026-09-02T10:00:00Z') }, 'Expired yesterday'],
    ['expired', { ...sent, newLinkAskedAt: clock.now }, 'Asked for a new link 3 Sept'],
    ['locked', null, 'Unlocks 10:42'],
    ['not_invited', null, 'Added 2 Sept'],
    ['active', null, null],
    ['inactive', null, null],
    ['awaiting_approval', null, null],
  ] as const)
    assert.equal(line(status, invitation), said)
  for (const status of STATUS_ORDER) assert.doesNotThrow(() => line(status, null))
})

test('who is inactive: paused or archived, by whom and when, or on which day they left', () => {
  const said = (inactive: Partial<InactiveFacts>) =>
    statusLine(
      'inactive',
      {
        createdAt: clock.now,
        unlocksAt: null,
        invitation: null,
        inactive: {
          as: 'archived',
          at: at('2026-09-02T23:30:00Z'),
          by: 'Sam Patel',
          leavingDate: null,
          ...inactive,
        },
      },
      clock,
    )
  assert.equal(said({ as: 'paused' }), 'Paused by Sam Patel, 3 Sept')
  assert.equal(said({ as: 'paused', by: null }), 'Paused 3 Sept')
  assert.equal(said({}), 'Archived by Sam Patel, 3 Sept')
  assert.equal(said({ leavingDate: '2026-08-31' }), 'Archived, left 31 Aug')
  assert.equal(said({ as: 'paused', leavingDate: '2026-08-31' }), 'Paused by Sam Patel, 3 Sept')
})

test('mail is a problem when it came back, was given up, vanished or was put off three times', () => {
  const mail = (
    state: NonNullable<Parameters<typeof problemOf>[0]>['state'],
    explanation: string | null,
    attempts = 1,
  ) => problemOf({ state, explanation, attempts })
  assert.equal(mail('bounced', 'blocked'), 'blocked by a mail filter')
  assert.equal(mail('failed', 'gave_up'), 'given up after two days')
  assert.equal(mail('unknown', 'outcome_unknown'), 'the connection was lost, so nobody knows if it arrived')
  assert.equal(mail('deferred', 'asked_to_wait', 2), null)
  assert.equal(mail('deferred', 'asked_to_wait', 3), 'the receiving server keeps asking us to wait')
  assert.equal(mail('bounced', 'something new'), 'it could not be handed over')
  for (const state of ['queued', 'sending', 'accepted', 'suppressed'] as const)
    assert.equal(mail(state, null), null)
  assert.equal(problemOf(null), null)
})
