import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { whoMustStay } from '../access/keep-admins.ts'
import type { LeftUnit } from '../access/leaderless.queries.ts'
import { type HandOver, planHandOver, seeUnitsLeft } from '../leaving/hand-over.ts'
import { whoIsOutOfReach } from '../leaving/may-move.ts'
import { namesInWords } from '../leaving/say-hand-over.ts'
import type { BulkWish, Chosen } from './bulk.ts'
import { readSenders, type Senders } from './handing-over.queries.ts'
import { said } from './say-people.ts'

/** What somebody else takes over when many leave. */
export interface HandingOver {
  /** In sentences: admin roles, units, open invitations. */
  handsOver: string[]
  /** Units that could be given somebody along with it; null where there are none, or where nobody leaves. */
  handOver: HandOver | null
}

export const NOTHING_TO_HAND_OVER: HandingOver = { handsOver: [], handOver: null }

/** Units that are told one by one before the rest are only counted, and people who are named of each. */
const TOLD = 20
const NAMED = 5

/**
 * Duties of those who are to leave that nobody else has: looked at together, so that of two leaders who both leave
 * neither counts as staying.
 * @throws Refusal as handing over, where a successor is named
 */
export async function seeHandingOver(
  tx: Tx,
  actor: Actor,
  going: Chosen[],
  { handOverTo }: BulkWish,
): Promise<HandingOver> {
  const ids = going.map((each) => each.membershipId)
  const { units, handOver } = await seeUnitsLeft(tx, actor, ids)
  const planned = handOverTo ? await planHandOver(tx, actor, ids, handOverTo) : null
  const given = new Set(planned?.unitIds)
  const left = units.filter((unit) => !given.has(unit.id))
  const more = left.length - TOLD
  const severalPlaces = new Set(units.map((unit) => unit.organisationId)).size > 1
  return {
    handsOver: [
      ...(await lastAdmins(tx, actor, going)),
      ...(planned
        ? [`${planned.handedOver.successor} will lead ${namesInWords(planned.handedOver.units)} at once.`]
        : []),
      ...left.slice(0, TOLD).map((unit) => sayLeft(unit, severalPlaces)),
      ...said(
        more > 0 &&
          `${more.toLocaleString('en-GB')} more ${more === 1 ? 'unit' : 'units'} will have no leader.`,
      ),
      ...saySenders(await readSenders(tx, ids)),
    ],
    handOver,
  }
}

function sayLeft({ name, organisation, leaders, active }: LeftUnit, severalPlaces: boolean): string {
  const unit = severalPlaces ? `${name} at ${organisation}` : name
  const who = namesInWords(leaders, NAMED)
  const one = leaders.length === 1
  return active
    ? `${unit} will have no leader: ${who} ${one ? 'leads' : 'lead'} it now.`
    : `${unit} has no active leader: only ${who} ${one ? 'holds' : 'hold'} that role.`
}

function saySenders({ names, invitations }: Senders): string[] {
  if (invitations === 0) return []
  const one = invitations === 1
  return [
    `${one ? 'An open invitation was' : `${invitations.toLocaleString('en-GB')} open invitations were`} sent by ${namesInWords(names, NAMED)}. Send ${one ? 'it' : 'them'} again yourself, or nobody can accept ${one ? 'it' : 'them'}.`,
  ]
}

/** Those without whom a place has no admin; whoever may not decide that does not come so far. */
async function lastAdmins(tx: Tx, actor: Actor, going: Chosen[]): Promise<string[]> {
  const { admins } = await whoIsOutOfReach(tx, actor, going)
  const nobody: Actor = { kind: 'system', tenantId: actor.tenantId, request: actor.request }
  const last = await whoMustStay(tx, nobody, admins)
  return admins.flatMap(({ member }) => {
    const at = member.holdings.find((each) => each.membershipId === member.membershipId)?.organisation.name
    return last.has(member.membershipId) && at
      ? [
          `${at} will have no admin of its own. After this only people above it can look after its staff accounts.`,
        ]
      : []
  })
}
