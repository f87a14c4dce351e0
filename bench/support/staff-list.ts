import { setTimeout as sleep } from 'node:timers/promises'
import type { Running } from './lanyard-process.ts'
import type { SetUp } from './set-up-owner.ts'

const LOOK_EVERY_MS = 20
const GIVEN = ['Siân', 'Ada', 'Ben', 'Zoë', 'Priya', 'Tom', 'Leah', 'Omar', 'Grace', 'Jonas', 'Mei', 'Ruth']
const FAMILY = [
  'O’Brien',
  'Ford',
  'Smith',
  'Patel',
  'Jones',
  'Adeyemi',
  'Chukwu',
  'Barlow',
  'Dempsey',
  'Evans',
]
const JOBS = ['Teacher', 'Teaching assistant', 'Cook', 'Caretaker', 'Head of Year', 'SENCO', 'Librarian']

/** The list of so many people as CSV; in every `changedEach`th row the job title is another. Drawn without chance. */
export function staffListOf(people: number, changedEach = 0): Buffer {
  const rows = Array.from({ length: people }, (_, n) => {
    const family = `${FAMILY[(n * 7) % FAMILY.length]}${letters(n)}`
    const changed = changedEach > 0 && n % changedEach === 0
    const job = changed ? 'Cover supervisor' : JOBS[(n * 3) % JOBS.length]
    const number = String(n + 1).padStart(6, '0')
    return `${number},${GIVEN[(n * 5) % GIVEN.length]},${family},person${n}@beacon.example,${job},2019-09-01`
  })
  return Buffer.from(
    `Staff number,First name,Last name,Work email,Job title,Start date\r\n${rows.join('\r\n')}\r\n`,
  )
}

const letters = (n: number) => String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26))

export interface List {
  id: string
  state: string
  counts: Record<string, number> | null
  problem: { detail: string } | null
}

/** Milliseconds until the plan stood, and the list. */
export async function uploadAndPlan(
  at: Running,
  owner: SetUp,
  file: Buffer,
): Promise<{ ms: number; list: List }> {
  const form = new FormData()
  form.set('everyone', 'true')
  form.set('file', new Blob([new Uint8Array(file)]), 'staff.csv')
  const started = performance.now()
  const made = await ask(at, owner, `/api/v1/organisations/${owner.organisationId}/staff-lists`, {
    method: 'POST',
    body: form,
  })
  const list = await until(at, owner, made, 'ready')
  return { ms: performance.now() - started, list }
}

/** Milliseconds from asking to apply until everybody was applied. */
export async function applyList(
  at: Running,
  owner: SetUp,
  id: string,
  invite: 'now' | 'later',
): Promise<number> {
  const started = performance.now()
  const promised = await ask(at, owner, `/api/v1/staff-lists/${id}/apply`, {
    method: 'POST',
    body: JSON.stringify({ invite }),
    headers: { 'content-type': 'application/json' },
  })
  await until(at, owner, promised, 'applied')
  return performance.now() - started
}

export async function countPeople(at: Running, owner: SetUp): Promise<number> {
  const path = `/api/v1/organisations/${owner.organisationId}/people?include=below&limit=1&count=exact`
  return ((await ask(at, owner, path, {})) as unknown as { total: number }).total
}

async function until(at: Running, owner: SetUp, first: List, state: string): Promise<List> {
  let list = first
  while (list.state !== state) {
    if (list.state === 'failed' || list.problem)
      throw new Error(`The list came to ${list.state}: ${list.problem?.detail}`)
    await sleep(LOOK_EVERY_MS)
    list = await ask(at, owner, `/api/v1/staff-lists/${first.id}`, {})
  }
  return list
}

async function ask(at: Running, owner: SetUp, path: string, init: RequestInit): Promise<List> {
  const answer = await fetch(at.baseUrl + path, {
    ...init,
    headers: { ...init.headers, origin: at.baseUrl, cookie: owner.cookie },
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as List
}
