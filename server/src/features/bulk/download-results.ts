import { csvOf } from '@lanyard/reader/write-csv.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import type { Download } from '../../platform/http/route.ts'
import { PEOPLE_AT_MOST } from './bulk.ts'
import { listResults } from './results.queries.ts'
import { asSeen, jobInSight } from './see-job.ts'

const HEADINGS = ['Name', 'Email', 'School', 'Result', 'Reason']
const RESULTS = { done: 'Done', skipped: 'Not done', undone: 'Undone', kept: 'Not undone' } as const

/**
 * What became of each person of a job, as a CSV file in the order of the list.
 * @throws Refusal not_found, forbidden
 */
export async function downloadResults(app: App, actor: Actor, id: string): Promise<Download> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const { sheet } = await jobInSight(tx, actor, id)
    const rows = await listResults(tx, id, { outcome: null, after: null, limit: PEOPLE_AT_MOST })
    const lines = rows
      .map(asSeen)
      .map(({ name, email, school, outcome, sentence }) => [
        name,
        email,
        school,
        RESULTS[outcome],
        sentence ?? '',
      ])
    return {
      name: `${sheet.action.replaceAll('_', '-')}-${sheet.madeAt.toISOString().slice(0, 10)}.csv`,
      type: 'text/csv; charset=utf-8',
      bytes: Buffer.from(csvOf([HEADINGS, ...lines])),
    }
  })
}
