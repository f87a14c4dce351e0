import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import type { Behaviour, JournalEntry } from '../../../test/support/smtp-sink.ts'
import { newMachine } from '../../../test/support/start-process.ts'
import { MAIL_KINDS } from '../../entrances/worker/mail-kinds.ts'
import { openMail } from '../../platform/mail/mail.ts'
import { openMailSender } from './send-messages.ts'

const SOAK = process.env.LANYARD_SOAK === '1'
const MESSAGES = SOAK ? 2000 : 120
const KILLS = SOAK ? 3 : 1
/** How long a server may hang here, instead of a minute: still longer than a busy machine takes to answer. */
const PATIENCE_MS = 3000
const SLOW_MS = 50
const MORE_THAN_A_LEASE = 3 * 60 + 5
const MORE_THAN_ANY_PAUSE = 8 * 3600 + 5

/** What each of the server's ways must look like to people. */
const SHOWN: Record<Behaviour, string> = {
  accept: 'accepted',
  refuse: 'bounced',
  defer: 'deferred',
  hang: 'deferred',
  drop: 'unknown',
  mute: 'unknown',
}

/** Bad luck that is the same at every run: a number below `n` from an address and the number of the attempt. */
function luck(to: string, nth: number, n: number): number {
  let mixed = nth * 2654435761
  for (const character of to) mixed = Math.imul(mixed ^ character.charCodeAt(0), 16777619) >>> 0
  return (mixed >>> 8) % n
}

/** Misbehaves to most at first; from the fourth attempt on it takes everything. */
const among =
  (ways: Behaviour[]) =>
  (to: string, nth: number): Behaviour =>
    nth > 3 ? 'accept' : (ways[luck(to, nth, ways.length)] ?? 'accept')

interface Stored {
  to: string
  state: string
  answer: string | null
  attempts: number
}

test(`${MESSAGES} messages, a mail server that does what it likes and a worker that is killed: every state is what the server did`, async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'sink', mailWorker: false })
  const { app, head, reed, mailbox, clock } = lanyard
  const people = Array.from({ length: MESSAGES }, (_, n) => ({ email: `p${n}@reed.example` }))
  const sent = await head.post(`/api/v1/organisations/${reed.id}/invitations`, { people })
  assert.equal(sent.body.counts.queued, MESSAGES)

  // A worker of flesh and blood, killed in the middle of its work and started again.
  mailbox.behaveTo(among(['accept', 'defer', 'refuse', 'drop', 'accept', 'accept']))
  const machine = await newMachine(t, {
    DATABASE_URL: app.config.databaseUrl ?? '',
    SECRET_KEY: app.config.secretKey ?? '',
    SMTP_URL: mailbox.url,
    PUBLIC_URL: app.config.publicUrl,
  })
  for (let kill = 0; kill < KILLS; kill++) {
    const attempts = mailbox.journal().length
    const worker = await machine.serve()
    await mailbox.attempts(attempts + MESSAGES / (KILLS + 2))
    await worker.kill('SIGKILL')
    await clock.shift(MORE_THAN_A_LEASE)
  }

  // And one with little patience, until everything has ended.
  mailbox.behaveTo(among(['accept', 'defer', 'refuse', 'drop', 'hang', 'mute', 'accept', 'accept', 'accept']))
  const impatient = { ...app, mail: openMail(app.config, PATIENCE_MS) }
  const sender = openMailSender(impatient, MAIL_KINDS, SLOW_MS)
  const db = await openConnection(t, lanyard.ownerConnection)
  await db.query(`select set_config('lanyard.tenant', $1, false)`, [lanyard.id])
  const stored = async () =>
    (
      await db.query<Stored>(
        `select to_address as "to", state, server_answer as answer, attempts from messages where kind = 'invitation'`,
      )
    ).rows

  for (let round = 0; ; round++) {
    await sender.sendDue()
    await sender.finished()
    const rows = await stored()
    compare(rows, mailbox.journal())
    if (rows.every((row) => row.state === 'accepted' || row.state === 'bounced')) break
    assert.ok(round < 12, `it ends: ${rows.filter((row) => row.state === 'deferred').length} are left`)
    await clock.shift(MORE_THAN_ANY_PAUSE)
  }
  await sender.stop()
  impatient.mail.close()

  const letters = mailbox.journal().filter((entry) => entry.messageId)
  for (const [to, copies] of Map.groupBy(letters, (entry) => entry.to))
    assert.equal(
      new Set(copies.map((entry) => entry.messageId)).size,
      1,
      `${to} got letters of one Message-ID`,
    )
  const reached = new Set(mailbox.journal().map((entry) => entry.to))
  assert.equal(reached.size, MESSAGES, 'everybody’s letter was handed over, or refused by the server')
})

/** The state of every message beside the last thing the server did with it, in the server's own words. */
function compare(rows: Stored[], journal: JournalEntry[]): void {
  assert.equal(rows.length, MESSAGES)
  const last = new Map(journal.map((entry) => [entry.to, entry]))
  const wrong = rows.flatMap((row) => {
    const entry = last.get(row.to)
    const expected = entry ? SHOWN[entry.did] : 'queued'
    const sameWords = !entry?.said || row.answer === entry.said
    return row.state === expected && sameWords ? [] : [{ ...row, expected, entry }]
  })
  assert.deepEqual(wrong, [])
}
