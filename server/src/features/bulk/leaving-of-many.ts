import type { Actor } from '../../kernel/actor.ts'
import { sayDay } from '../../kernel/say-day.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { whoMustStay } from '../access/keep-admins.ts'
import { deactivate } from '../leaving/deactivate.ts'
import { handOver } from '../leaving/hand-over.ts'
import { whoIsOutOfReach } from '../leaving/may-move.ts'
import { planEnds } from '../leaving/plan-ends.ts'
import { reactivate } from '../leaving/reactivate.ts'
import { type BulkWish, type Chosen, UNDO_DAYS } from './bulk.ts'
import { type LeavingFacts, readLeavingFacts } from './choose.queries.ts'
import { seeHandingOver } from './handing-over.ts'
import type { ManyAct } from './many-act.ts'
import { areOf, people, said } from './say-people.ts'
import { undoMove } from './undo-move.ts'
import { type Move, whoDoesNotFit } from './who-does-not-fit.ts'

const HANDING_OVER = {
  handingOver: seeHandingOver,
  async handOver(app, tx, actor, going, to) {
    const ids = going.map((each) => each.membershipId)
    return (await handOver(app, tx, actor, ids, to))?.units.length ?? 0
  },
} satisfies Partial<ManyAct>

/** Pausing, archiving and bringing back many, by the same functions as one. */
export const leavingOfMany = (move: Move): ManyAct => ({
  destructive: move !== 'reactivate',
  async whoCannot(tx, actor, chosen) {
    const refused = await whoDoesNotFit(tx, actor, move, chosen)
    const rest = chosen.filter((each) => !refused.has(each.membershipId))
    const reach = await whoIsOutOfReach(tx, actor, rest)
    const staying = move === 'reactivate' ? [] : await whoMustStay(tx, actor, reach.admins)
    for (const [id, { code }] of [...reach.refused, ...staying]) refused.set(id, code)
    return refused
  },
  async foretell(tx, going, at, wish) {
    const facts = await readLeavingFacts(
      tx,
      going.map((each) => each.membershipId),
    )
    if (move === 'reactivate') return comingBack(going.length, facts)
    return wish.on ? leavingLater(move, wish.on, at) : leaving(move, going.length, at, facts)
  },
  async run(app, tx, actor, chosen, wish) {
    const refused = await whoDoesNotFit(tx, actor, move, chosen)
    const going = chosen.filter((each) => !refused.has(each.membershipId))
    const moved = await moveMany(app, tx, actor, move, going, wish)
    for (const [id, { code }] of moved.refused) refused.set(id, code)
    const done = new Set(moved.done.map((each) => each.membershipId))
    for (const { membershipId } of going)
      if (!done.has(membershipId) && !refused.has(membershipId))
        refused.set(membershipId, 'changed_meanwhile')
    return refused
  },
  undo: undoMove,
  ...(move === 'reactivate' ? {} : HANDING_OVER),
})

function moveMany(app: App, tx: Tx, actor: Actor, move: Move, going: Chosen[], wish: BulkWish) {
  const { leavingDate = null, on, reason, tell } = wish
  if (move === 'reactivate') return reactivate(app, tx, actor, going, { tell })
  const leavers = going.map((each) => ({ ...each, leavingDate }))
  const as = move === 'pause' ? ('paused' as const) : ('archived' as const)
  if (on) return planEnds(app, tx, actor, leavers, { as, on, reason, tell })
  return deactivate(app, tx, actor, leavers, { as, reason, tell })
}

function leaving(move: 'pause' | 'archive', count: number, at: string, facts: LeavingFacts) {
  const { active, elsewhere, invited, paused, seats } = facts
  const signedOut = active - elsewhere
  return {
    changes: said(
      signedOut > 0 && `${areOf(signedOut)} signed out everywhere at once and can’t sign in any more.`,
      elsewhere > 0 && `${haveOf(elsewhere)} no access here from that moment, and stay signed in elsewhere.`,
      invited === 1 &&
        'The open invitation of 1 person ends: its links stop working, and email that hasn’t left yet is not sent.',
      invited > 1 &&
        `The open invitations of ${people(invited)} end: their links stop working, and email that hasn’t left yet is not sent.`,
      paused > 0 && `${areOf(paused)} paused and without access already.`,
      seats > 0 && (seats === 1 ? '1 seat is freed.' : `${seats.toLocaleString('en-GB')} seats are freed.`),
      move === 'archive'
        ? `They count as having left ${at}.`
        : 'They count as away for a while, and stay on the list as Inactive.',
    ),
    keeps: [
      'Roles, departments and groups, without effect meanwhile.',
      'What they did here stays in the record.',
      `You can undo this for ${UNDO_DAYS} days, and reactivate ${count === 1 ? 'them' : 'anyone'} at any time.`,
    ],
  }
}

function leavingLater(move: 'pause' | 'archive', on: string, at: string) {
  return {
    changes: said(
      `Access to ${at} ends with ${sayDay(on)}. Until then nothing changes for them.`,
      move === 'archive'
        ? 'From then on they count as having left.'
        : 'From then on they count as away for a while.',
    ),
    keeps: [
      'Roles, departments and groups, without effect from then on.',
      `You can undo this for ${UNDO_DAYS} days, and call it off for anyone until then.`,
    ],
  }
}

function comingBack(count: number, { comeBack }: LeavingFacts) {
  const uninvited = count - comeBack
  const seats = comeBack === 1 ? 'A seat is' : `${comeBack.toLocaleString('en-GB')} seats are`
  return {
    changes: said(
      comeBack > 0 && `${areOf(comeBack)} active again and sign in as before. ${seats} taken again.`,
      uninvited > 0 && `${areOf(uninvited)} on the list again, not invited yet. No email is sent.`,
    ),
    keeps: [
      'Everybody gets back the roles, departments and groups they had.',
      'Sign-ins and links from before don’t come back.',
    ],
  }
}

const haveOf = (count: number) => `${people(count)} ${count === 1 ? 'has' : 'have'}`
