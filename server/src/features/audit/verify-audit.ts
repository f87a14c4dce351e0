import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { readAnchors } from './anchors.ts'
import { countStrayEvents, sealedRows } from './audit.queries.ts'
import { anchorIsGenuine, CHAIN_START, chainHash } from './chain.ts'

export interface AuditVerdict {
  tenantId: string
  /** Events whose place in the chain was proved. */
  sealed: number
  anchors: number
  /** First position that is not as it was sealed; null when all is well. */
  firstBad: number | null
  problem: string | null
}

const STRETCH = 5000

/** Checks rows against chain, and chain against the signed anchors outside the database; names the first bad position. */
export async function verifyAudit(app: App, tenantId: string): Promise<AuditVerdict> {
  const anchors = await readAnchors(app.config.dataDir, tenantId)
  const expected = new Map(
    anchors.filter((anchor) => anchorIsGenuine(app.keys, anchor)).map((anchor) => [anchor.sequence, anchor.hash]),
  )
  const verdict = (sealed: number, firstBad: number | null, problem: string | null): AuditVerdict => ({
    tenantId,
    sealed,
    anchors: expected.size,
    firstBad,
    problem,
  })

  return inTenant(app.database, tenantId, async (tx) => {
    let hash: Buffer = CHAIN_START
    let at = 0
    for (;;) {
      const rows = await sealedRows(tx, at, STRETCH)
      for (const row of rows) {
        const position = at + 1
        if (row.sequence !== position) return verdict(at, position, `Position ${position} is missing.`)
        if (!row.record) return verdict(at, position, `The event at position ${position} is gone.`)
        hash = chainHash(hash, row.record)
        if (!hash.equals(row.hash)) return verdict(at, position, `Position ${position} was changed after it was sealed.`)
        const anchored = expected.get(position)
        if (anchored && anchored !== hash.toString('hex'))
          return verdict(at, position, `The chain was written anew: position ${position} differs from its signed anchor.`)
        at = position
      }
      if (rows.length < STRETCH) break
    }
    const last = Math.max(0, ...expected.keys())
    if (last > at) return verdict(at, at + 1, `The end of the record is cut off: ${last} events were sealed, ${at} are left.`)
    if (expected.size < anchors.length) return verdict(at, at, 'An anchor does not carry our signature.')
    const strays = await countStrayEvents(tx)
    if (strays > 0) return verdict(at, at + 1, `${strays} events were taken off the list of those to seal.`)
    return verdict(at, null, null)
  })
}
