import { setTimeout as sleep } from 'node:timers/promises'
import { PASSWORD } from '../../server/test/support/make.ts'
import type { Running } from './lanyard-process.ts'

const OWNER = { email: 'olive@beacon.example', password: PASSWORD }

export interface SetUp {
  /** Of the root. */
  organisationId: string
  /** The owner's session. */
  cookie: string
}

/** Sets a fresh Lanyard up by its code, as a person would, and signs its owner in. */
export async function setUpOwner(lanyard: Running): Promise<SetUp> {
  const made = await post(lanyard, '/api/v1/setup', {
    code: await setUpCode(lanyard),
    owner: { ...OWNER, givenName: 'Olive', familyName: 'Owner' },
    organisation: { name: 'Beacon Trust', type: 'trust' },
  })
  const signedIn = await post(lanyard, '/api/v1/sessions', OWNER)
  const cookie = signedIn.headers.getSetCookie().find((line) => line.startsWith('sid='))
  if (!cookie) throw new Error('Signing in gave no session')
  const { organisationId } = (await made.json()) as { organisationId: string }
  return { organisationId, cookie: cookie.split(';')[0] as string }
}

/** The code stands on the line that Lanyard prints once it listens, which may come a moment after it is ready. */
async function setUpCode(lanyard: Running): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const code = /set-up code (\S+)/.exec(lanyard.printed())?.[1]
    if (code) return code
    await sleep(10)
  }
  throw new Error(`No set-up code was printed: ${lanyard.printed()}`)
}

async function post(lanyard: Running, path: string, body: object): Promise<Response> {
  const answer = await fetch(lanyard.baseUrl + path, {
    method: 'POST',
    headers: { origin: lanyard.baseUrl, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}
