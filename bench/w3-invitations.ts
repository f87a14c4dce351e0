import { ensureConsole } from '../server/src/platform/http/console-build.ts'
import { CONNECTIONS } from '../server/src/platform/mail/mail.ts'
import type { Sending, Sent } from './support/bare-mail-pool.ts'
import { type Child, startChild } from './support/child.ts'
import type { Counted, Counting } from './support/counting-mail-server.ts'
import { median, percent, spread } from './support/figures.ts'
import { type Running, startLanyardProcess } from './support/lanyard-process.ts'
import { inTurn, noise, ratios } from './support/rounds.ts'
import { withDataDir } from './support/scratch.ts'
import { type SetUp, setUpOwner } from './support/set-up-owner.ts'
import type { Workload } from './support/workload.ts'

const OF_THE_POOL = 0.7
const SECONDS_FOR_ALL = 15
const ROUNDS = 3

/** From the request that invites until the last letter was taken, against the same letters over a bare pool. */
export const workload: Workload = {
  about:
    'Invitations: from one request until the mail server has every letter, against a bare nodemailer pool',
  size: { meaning: 'people', usual: 10_000 },
  async run(people, say) {
    await ensureConsole()
    const server = startChild<Counting, Counted>('counting-mail-server.ts')
    const pool = startChild<Sending, Sent>('bare-mail-pool.ts')
    try {
      const { port } = await server.ask({})
      return await withDataDir(async (dataDir) => {
        const lanyard = await startLanyardProcess(dataDir, {
          SMTP_URL: `smtp://127.0.0.1:${port}`,
          MAIL_FROM: 'lanyard@localhost',
        })
        try {
          const owner = await setUpOwner(lanyard)
          const letter = await previewOf(lanyard, owner)
          let batch = 0
          const answered: number[] = []
          const invite = async () => {
            batch++
            const started = performance.now()
            await invitePeople(lanyard, owner, batch, people)
            answered.push((performance.now() - started) / 1000)
            await allCame(server, people)
            return (performance.now() - started) / 1000
          }
          const bare = async () => {
            const { seconds } = await pool.ask({ port, letters: people, connections: CONNECTIONS, ...letter })
            await allCame(server, people)
            return seconds
          }
          const each = await inTurn(ROUNDS, invite, bare)
          const perSecond = (seconds: number) => people / seconds
          const ofPool = ratios(each, perSecond)
          const seconds = each.map((round) => round.lanyard)
          say(
            `invited and handed over ${spread(seconds, ' s')}, of which the request ${spread(answered.slice(1), ' s')}`,
          )
          say(
            `${spread(seconds.map(perSecond), ' letters/s', 0)}; bare pool ${spread(
              each.map((round) => perSecond(round.before)),
              ' letters/s',
              0,
            )}`,
          )
          say(`  ${percent(ofPool)} of the pool; the pool against itself ${percent(noise(each, perSecond))}`)
          return [
            {
              name: 'letters a second, of a bare pool',
              found: percent(ofPool),
              goal: `≥ ${OF_THE_POOL * 100} %`,
              met: median(ofPool) >= OF_THE_POOL,
            },
            {
              name: `${people} people, from the request to the last letter`,
              found: spread(seconds, ' s'),
              goal: `≤ ${SECONDS_FOR_ALL} s`,
              met: median(seconds) <= SECONDS_FOR_ALL,
            },
          ]
        } finally {
          await lanyard.stop()
        }
      })
    } finally {
      await pool.stop()
      await server.stop()
    }
  },
}

/** A figure counts only when every letter came, each to somebody else. */
async function allCame(server: Child<Counting, Counted>, people: number): Promise<void> {
  const { letters, recipients } = await server.ask({ count: people })
  if (letters !== people || recipients !== people)
    throw new Error(`${letters} letters to ${recipients} people came, not ${people}`)
}

async function invitePeople(lanyard: Running, owner: SetUp, batch: number, people: number): Promise<void> {
  const answer = (await ask(lanyard, owner, 'invitations', {
    people: Array.from({ length: people }, (_, n) => ({
      email: `person${n}.${batch}@reed.example`,
      givenName: 'Ann',
      familyName: `Ford ${n}`,
    })),
  })) as { counts: { queued: number } }
  if (answer.counts.queued !== people) throw new Error(`${answer.counts.queued} were queued, not ${people}`)
}

async function previewOf(lanyard: Running, owner: SetUp) {
  const { mails } = (await ask(lanyard, owner, 'invitations/preview', {})) as {
    mails: { subject: string; text: string; html: string }[]
  }
  const [{ subject, text, html } = { subject: '', text: '', html: '' }] = mails
  return { subject, text, html }
}

async function ask(lanyard: Running, owner: SetUp, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${lanyard.baseUrl}/api/v1/organisations/${owner.organisationId}/${path}`, {
    method: 'POST',
    headers: { origin: lanyard.baseUrl, cookie: owner.cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
