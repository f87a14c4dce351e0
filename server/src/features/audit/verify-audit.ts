import { createHash, type Hash } from 'node:crypto'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { readAnchors } from './anchors.ts'
import { countStrayEvents, sealedRows } from './audit.queries.ts'
import { anchorIsGenuine, CHAIN_START, chainHash } from './chain.ts'
import { addPosition, signedRuns } from './forget-events.ts'

export interface AuditVerdict {
  tenantId: string
  /** Events whose place in the chain was proved. */
  sealed: number
  anchors: number
  /** Positions whose event was forgotten in its time, each signed for. */
  forgotten: number
  /** First position that is not as it was sealed; null when all is well. */
  firstBad: number | null
  problem: string | null
}

const STRETCH = 5000

/** Checks rows against chain, and chain against the signed anchors outside the database; names the first bad position. */
export async function verifyAudit(app: App, tenantId: string): Promise<AuditVerdict> {
  const anchors = await readAnchors(app.config.dataDir, tenantId)
  const genuine = anchors.filter((anchor) => anchorIsGenuine(app.keys, anchor))
  // A position has two anchors when the end was cut off and sealed again: then one of them does not fit.
  const expected = Map.groupBy(genuine, (anchor) => anchor.sequence)
  let forgotten = 0
  const verdict = (sealed: number, firstBad: number | null, problem: string | null): AuditVerdict => ({
    tenantId,
    sealed,
    anchors: genuine.length,
    forgotten,
    firstBad,
    problem,
  })

  return inTenant(app.database, tenantId, async (tx) => {
    const signed = await signedRuns(app.keys, tx, tenantId)
    const runs = new Map<string, { digest: Hash; first: number }>()
    let hash: Buffer = CHAIN_START
    let at = 0
    // The first look goes below 1 as well, where nothing may stand.
    for (let after = Number.MIN_SAFE_INTEGER; ; after = at) {
      const rows = await sealedRows(tx, after, STRETCH)
      for (const row of rows) {
        const position = at + 1
        if (row.sequence < position)
          return verdict(at, position, `Something was slipped in before position ${position}.`)
        if (row.sequence > position) return verdict(at, position, `Position ${position} is missing.`)
        if (!row.record && !(row.runId && signed.has(row.runId)))
          return verdict(at, position, `The event at position ${position} is gone.`)
        if (row.record) hash = chainHash(hash, row.record)
        else {
          const run = runs.get(row.runId ?? '') ?? { digest: createHash('sha256'), first: position }
          runs.set(row.runId ?? '', run)
          addPosition(run.digest, row.sequence, row.hash)
          hash = row.hash
          forgotten++
        }
        if (!hash.equals(row.hash))
          return verdict(at, position, `Position ${position} was changed after it was sealed.`)
        const sealedAs = hash.toString('hex')
        if (expected.get(position)?.some((anchor) => anchor.hash !== sealedAs))
          return verdict(
            at,
            position,
            `The chain was written anew: position ${position} differs from its signed anchor.`,
          )
        at = position
      }
      if (rows.length < STRETCH) break
    }
    for (const [id, { digest, first }] of runs)
      if (digest.digest('hex') !== signed.get(id))
        return verdict(
          first - 1,
          first,
          `More is gone than was forgotten in its time, from position ${first} on.`,
        )
    const last = genuine.reduce((highest, anchor) => Math.max(highest, anchor.sequence), 0)
    if (last > at)
      return verdict(
        at,
        at + 1,
        `The end of the record is cut off: ${last} events were sealed, ${at} are left.`,
      )
    if (at > 0 && anchors.length === 0)
      return verdict(
        at,
        at,
        'No signed anchor is here, so nobody can tell whether the record was written anew. They are kept in DATA_DIR/audit-anchors of the process that works; put your copy back.',
      )
    if (genuine.length < anchors.length) return verdict(at, at, 'An anchor does not carry our signature.')
    const strays = await countStrayEvents(tx)
    if (strays > 0) return verdict(at, at + 1, `${strays} events were taken off the list of those to seal.`)
    return verdict(at, null, null)
  })
}
