import type { Actor } from '../../kernel/actor.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { mayNot, wantFreshProof } from '../access/require.ts'
import { keepRequest } from '../audit/promised-requests.ts'
import { BULK_ACTIONS, type BulkAction, type BulkWish, type Chosen } from './bulk.ts'
import { namesByKind, readChosen } from './choose.queries.ts'
import { type Choice, choosePeople, mustBeAsSeen, type Selection } from './choose-people.ts'
import { type HandingOver, NOTHING_TO_HAND_OVER } from './handing-over.ts'
import { insertJob } from './jobs.queries.ts'
import type { Refused } from './many-act.ts'
import { MANY_ACTS } from './many-acts.ts'
import { readWish, wantLabels } from './read-wish.ts'
import { sayAction } from './say-people.ts'
import { sayWhy } from './say-why.ts'

export interface BulkAsked extends BulkWish {
  action: BulkAction
  select: Selection
  /** How many the person saw, and which, where they saw them. */
  expectedCount?: number | undefined
  snapshot?: string | undefined
}

/** People who are left out for one reason. */
export interface Skipped {
  code: string
  sentence: string
  count: number
  /** Names of some of them. */
  people: string[]
}

export interface Foretold extends HandingOver {
  action: BulkAction
  /** What doing it would be: “Archive 11 people”. */
  title: string
  /** Who was chosen, and what tells them from any others. */
  count: number
  snapshot: string
  /** For how many of them it can be done. */
  fits: number
  skipped: Skipped[]
  changes: string[]
  keeps: string[]
  /** Why nothing can be done; empty when something can. */
  blocks: { code: string; sentence: string }[]
  /** Whether all this is to be shown, and asked for once more, before anything is done. */
  needsPage: boolean
  /** The last day that can be given as somebody's last day of work. */
  today: string
}

/** Names that are told of each reason. */
const NAMED = 20
/** From so many people on, whatever it is, it is asked once more. */
const MANY = 20

/**
 * What an action would do to the people chosen, and to whom it can't be done and why. Changes nothing.
 * @throws Refusal not_found, forbidden, person_unknown, too_many_people, leaving_date_to_come, end_past, and as handing
 *   over where somebody to hand over to is named
 */
export async function foretellBulk(
  app: App,
  actor: Actor,
  organisationId: string,
  asked: Pick<BulkAsked, 'action' | 'select'> & BulkWish,
): Promise<Foretold> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const { action } = asked
    const choice = await choosePeople(tx, actor, organisationId, asked.select)
    const today = await readWish(tx, organisationId, asked)
    const act = MANY_ACTS[action]
    const at = choice.sight.ground.organisations[0]?.name ?? ''
    const chosen = await readChosen(tx, choice.ids)
    const refused = await act.whoCannot(tx, actor, chosen, asked)
    if (!mayEverywhere(actor, action, choice)) mustBeAllowed(action, chosen, refused)
    const going = chosen.filter((each) => !refused.has(each.membershipId))
    const skipped = await skippedOf(tx, refused)
    const told = going.length > 0 ? await act.foretell(tx, going, at, asked) : { changes: [], keeps: [] }
    const over = going.length > 0 ? await act.handingOver?.(tx, actor, going, asked) : undefined
    return {
      action,
      title: sayAction('title', action, going.length),
      count: choice.ids.length,
      snapshot: choice.snapshot,
      fits: going.length,
      skipped,
      ...told,
      ...(over ?? NOTHING_TO_HAND_OVER),
      blocks: going.length > 0 ? [] : skipped.map(({ code, sentence }) => ({ code, sentence })),
      needsPage: act.destructive || going.length >= MANY,
      today,
    }
  })
}

/**
 * Promises to do something to the people chosen, if they are those whom the actor saw: from here on a job does it whole,
 * whatever happens to this process, and looks again at what the actor may.
 * @throws Refusal as foretellBulk, and selection_changed, labels_missing, reauth_required
 */
export async function startBulk(
  app: App,
  actor: Actor,
  organisationId: string,
  asked: BulkAsked,
): Promise<{ id: string }> {
  return changeAs(app, actor, async (tx) => {
    const { action, reason, leavingDate, on, tell, labels, handOverTo, expectedCount, snapshot } = asked
    if (expectedCount === undefined) throw howMany()
    wantLabels(asked)
    const choice = await choosePeople(tx, actor, organisationId, asked.select)
    await readWish(tx, organisationId, asked)
    // The job looks at everybody; here it is only asked whether there is anybody to whom the actor may do it.
    if (!mayEverywhere(actor, action, choice)) {
      const chosen = await readChosen(tx, choice.ids)
      mustBeAllowed(action, chosen, await MANY_ACTS[action].whoCannot(tx, actor, chosen, asked))
    }
    mustBeAsSeen(choice, { expectedCount, snapshot })
    if (handOverTo) await mustHandOver(tx, actor, choice, asked)
    const id = await insertJob(tx, {
      organisationId,
      action,
      wish: { leavingDate, on, tell, labels, handOverTo },
      reason: reason ?? null,
      membershipIds: choice.ids,
      madeBy: actor.kind === 'person' ? actor.accountId : null,
    })
    await keepRequest(app, tx, actor, id)
    await app.jobs.enqueue(tx, 'bulk', { tenantId: actor.tenantId, jobId: id })
    return { id }
  })
}

/** The job hands over; what stands in the way of it is heard of now. */
async function mustHandOver(tx: Tx, actor: Actor, choice: Choice, asked: BulkAsked): Promise<void> {
  const act = MANY_ACTS[asked.action]
  if (!act.handingOver) return
  wantFreshProof(actor)
  const chosen = await readChosen(tx, choice.ids)
  const refused = await act.whoCannot(tx, actor, chosen, asked)
  await act.handingOver(
    tx,
    actor,
    chosen.filter((each) => !refused.has(each.membershipId)),
    asked,
  )
}

const howMany = () =>
  wrongFields([{ pointer: '#/expectedCount', code: 'missing', detail: 'Say how many people you saw.' }])

const mayEverywhere = (actor: Actor, action: BulkAction, { sight }: Choice): boolean =>
  authorize(actor, BULK_ACTIONS[action], sight.ground.place)

/** Who has the right at none of these people learns that, and nothing else about them. */
function mustBeAllowed(action: BulkAction, chosen: Chosen[], refused: Refused): void {
  if (chosen.every((each) => refused.get(each.membershipId) === 'forbidden'))
    throw mayNot(BULK_ACTIONS[action])
}

async function skippedOf(tx: Tx, refused: Refused): Promise<Skipped[]> {
  if (refused.size === 0) return []
  const names = await namesByKind(tx, refused, NAMED)
  return [...Map.groupBy(refused, ([, code]) => code)]
    .map(([code, members]) => ({
      code,
      sentence: sayWhy(code),
      count: members.length,
      people: names.get(code) ?? [],
    }))
    .sort((a, b) => b.count - a.count)
}
