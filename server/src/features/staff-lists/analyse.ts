import type { Ground } from '@lanyard/reader/staff-list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, isConnectionError, isTimeout, type Tx } from '../../platform/database/database.ts'
import { findOrganisation, findToday } from '../organisations/organisations.queries.ts'
import { actorOf } from './actor-of.queries.ts'
import { planList } from './plan-list.ts'
import { readInWorker } from './read-in-worker.ts'
import { splitSchools } from './split-schools.ts'
import { ATTEMPTS_MAX, type Choices, refuse, type StaffListRow } from './staff-list.ts'
import {
  countAttempt,
  findFile,
  listMappings,
  lockFreeList,
  saveChoices,
  saveFailure,
  saveReading,
} from './staff-lists.queries.ts'
import { beginStage, keepUnplanned, replaceWithStaged, stageRows } from './stage.queries.ts'

/** Each holds a connection while it reads, and others need some. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/** Does what reads a file, when fewer than so many others do. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/**
 * Reads an uploaded list, keeps its rows and makes the plan, in one transaction: one that dies leaves the list as it
 * was, with one attempt more. Whoever has the list's row does it, so two at once do it once. A file that can't be read has failed, and so has
 * one over which we stumble.
 */
export async function analyse(app: App, tenantId: string, listId: string): Promise<void> {
  try {
    await inTurn(() =>
      inTenant(app.database, tenantId, async (tx) => {
        const list = await lockFreeList(tx, listId)
        if (list?.state !== 'analysing') return
        // Committed beside this transaction, so that it stands even if the file ends this process.
        const attempts = await inTenant(app.database, tenantId, (own) => countAttempt(own, listId))
        if (attempts > ATTEMPTS_MAX) throw refuse.stoppedUs()
        await readList(tx, tenantId, list)
      }),
    )
  } catch (error) {
    if (isConnectionError(error) || isTimeout(error)) throw error
    const problem =
      error instanceof Refusal
        ? { kind: error.kind, code: error.code, detail: error.message }
        : {
            code: 'fault',
            detail: 'Something went wrong at our end while this list was read. Please tell us its reference.',
          }
    await inTenant(app.database, tenantId, (tx) => saveFailure(tx, listId, problem))
    if (!(error instanceof Refusal)) throw error
  }
}

/**
 * Reads the file of a list by what people chose, and plans it unless something has to be chosen first. Edits and
 * decisions stay with their rows. The caller holds the list's row.
 * @throws Refusal file_gone, and those of reading
 */
export async function readList(tx: Tx, tenantId: string, list: StaffListRow): Promise<void> {
  const file = await findFile(tx, list.id)
  if (!file) throw refuse.fileGone()
  const { values, keep, ...choices } = list.choices
  const ground = await groundOf(tx, list.organisationId)
  const { reading, batches } = await readInWorker({ name: file.name, bytes: file.content }, choices, ground)
  await beginStage(tx)
  for (const batch of batches) await stageRows(tx, list.id, batch)
  const meant =
    values ?? ground.remembered[reading.fingerprint]?.values?.map((each) => ({ ...each, earlier: true }))
  await splitSchools(tx, list, meant ?? [])
  await replaceWithStaged(tx, list.id)
  await saveReading(tx, list.id, reading)
  if (reading.questions.length > 0) return keepUnplanned(tx)
  const planned: StaffListRow = {
    ...list,
    reading,
    choices: { ...list.choices, ...(meant ? { values: meant } : {}) },
  }
  if (meant && !values) await saveChoices(tx, list.id, planned.choices)
  await planList(tx, planned, await actorOf(tx, tenantId, list.madeBy), 'staged')
}

/** What has to be known of an organisation to understand its list. */
export async function groundOf(
  tx: Tx,
  organisationId: string,
): Promise<Ground & { remembered: Record<string, Choices> }> {
  const organisation = await findOrganisation(tx, organisationId)
  return {
    domains: organisation?.domains ?? [],
    today: await findToday(tx, organisationId),
    remembered: await listMappings(tx, organisationId),
  }
}
