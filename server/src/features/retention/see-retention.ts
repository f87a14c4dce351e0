import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlace } from '../access/places.queries.ts'
import { type Action, actionFor, allowedAt } from '../access/require.ts'
import { type Hold, listHolds } from './holds.queries.ts'
import { findRoot, listArchivedDue, listLastRuns, listPeriods } from './retention.queries.ts'
import { KINDS, type Kind, periodsOf, RETENTION, refuse } from './retention.ts'
import { eventOf, lookAtRetention } from './run-retention.ts'

/** Most people named on the page. */
const NAMED_MOST = 50
const REVIEWED_MOST = 200

export interface SeenKind {
  kind: Kind
  label: string
  means: string
  unit: 'days' | 'months'
  amount: number
  standard: number
  least: number
  most: number
  /** What the next run would do; null for who doesn't decide about the tenant. */
  due: { many: number; held: number; people: { id: string; name: string }[] } | null
  lastRun: { at: string; many: number } | null
}

export interface SeenRetention {
  /** Who decides: the root of the tenant. */
  decidedAt: { id: string; name: string }
  kinds: SeenKind[]
  /** Archived people here whose time is over, the longest archived first. */
  reviews: {
    id: string
    name: string
    organisation: { id: string; name: string }
    archivedAt: string
    leavingDate: string | null
    restoredAs: 'archived' | 'deleted' | null
    held: boolean
  }[]
  holds: (Omit<Hold, 'placedAt'> & { placedAt: string })[]
  /** Whether everything here is held, here or above. */
  held: boolean
  actions: Action[]
}

/**
 * How long a tenant keeps what, what is due, who came up for review and what is on hold: as far as the place reaches.
 * @throws Refusal not_found, forbidden
 */
export async function seeRetention(app: App, actor: Actor, organisationId: string): Promise<SeenRetention> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const place = allowedAt(actor, 'settings.security', await findPlace(tx, organisationId))
    const root = await findRoot(tx)
    const decides = authorize(actor, 'settings.security', root.place)
    const periods = periodsOf(await listPeriods(tx))
    const due = decides ? await lookAtRetention(tx) : []
    const runs = new Map((await listLastRuns(tx, KINDS.map(eventOf))).map((run) => [run.event, run]))
    const holds = await listHolds(tx, organisationId)
    const archived = await listArchivedDue(tx, 'all', organisationId, REVIEWED_MOST)
    return {
      decidedAt: { id: root.place.organisationId, name: root.name },
      kinds: KINDS.map((kind) => {
        const run = runs.get(eventOf(kind))
        const found = due.find((each) => each.kind === kind)
        return {
          kind,
          ...RETENTION[kind],
          amount: periods[kind],
          due: found
            ? {
                many: found.many,
                held: found.held,
                people: found.people
                  .slice(0, NAMED_MOST)
                  .map(({ membershipId, name }) => ({ id: membershipId, name })),
              }
            : null,
          lastRun: run && decides ? { at: run.at.toISOString(), many: run.many } : null,
        }
      }),
      reviews: archived.map((each) => ({
        id: each.membershipId,
        name: each.name,
        organisation: { id: each.organisationId, name: each.organisationName },
        archivedAt: each.archivedAt.toISOString(),
        leavingDate: each.leavingDate,
        restoredAs: each.restoredAs,
        held: each.held,
      })),
      holds: holds.map((hold) => ({ ...hold, placedAt: hold.placedAt.toISOString() })),
      held: holds.some((hold) => hold.person === null && place.path.includes(hold.organisation.id)),
      actions: [
        decides
          ? { action: 'retention.change', allowed: true }
          : { action: 'retention.change', allowed: false, reason: refuse.decidedAbove(root.name).message },
        decides
          ? { action: 'processing_record.download', allowed: true }
          : {
              action: 'processing_record.download',
              allowed: false,
              reason: refuse.recordKeptAbove(root.name).message,
            },
        { ...actionFor(actor, 'settings.security', place), action: 'hold.place' },
        actionFor(actor, 'users.archive', place),
        actionFor(actor, 'users.delete', place),
      ],
    }
  })
}
