import type { Actor } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { endSessions } from '../accounts/end-sessions.ts'
import { labelMembers, labelsInWords } from '../accounts/label-members.ts'
import { sendResets } from '../accounts/send-resets.ts'
import { unlockAccounts } from '../accounts/unlock-accounts.ts'
import { whoMayBeActedOn } from '../accounts/who-may-act.ts'
import type { Member } from '../leaving/may-move.ts'
import { refuse } from '../people/account-actions.policy.ts'
import type { MovedMember } from '../people/inactive-members.queries.ts'
import { BULK_ACTIONS, type BulkWish, type Chosen, type JobRow, UNDO_DAYS } from './bulk.ts'
import { listLocked } from './choose.queries.ts'
import type { Changed, ManyAct, Refused } from './many-act.ts'
import { areOf, people } from './say-people.ts'

type Kind = 'unlock' | 'reset_password' | 'sign_out'

const ACCOUNT_ACTS = {
  unlock: unlockAccounts,
  reset_password: sendResets,
  sign_out: endSessions,
} satisfies Record<Kind, (app: App, tx: Tx, actor: Actor, members: Member[]) => Promise<Acted>>

interface Acted {
  done: MovedMember[]
  refused: Map<string, Refusal>
}

/** Unlocking, sending a password reset and signing out everywhere, for many. */
export const actingOnAccounts = (kind: Kind): ManyAct => ({
  destructive: kind === 'sign_out',
  async whoCannot(tx, actor, chosen) {
    const { open, refused } = await whoMayBeActedOn(tx, actor, BULK_ACTIONS[kind], chosen, () =>
      refuse.yourself(`account.${kind}`),
    )
    const codes = codesOf(refused)
    const locked = kind === 'unlock' ? new Set(await listLocked(tx, idsOf(open))) : null
    const states = new Map(chosen.map((each) => [each.membershipId, each.state]))
    for (const { membershipId } of open) {
      if (locked ? !locked.has(membershipId) : states.get(membershipId) !== 'active')
        codes.set(membershipId, locked ? 'not_locked' : 'not_active')
    }
    return codes
  },
  foretell: async (_tx, going) => SAID[kind](going.length),
  run: async (app, tx, actor, chosen) =>
    leftOut(chosen, await ACCOUNT_ACTS[kind](app, tx, actor, chosen), 'changed_meanwhile'),
})

const SAID: Record<Kind, (count: number) => { changes: string[]; keeps: string[] }> = {
  unlock: (count) => ({
    changes: [`${areOf(count)} let in again at once, and the count of wrong passwords begins anew.`],
    keeps: ['Passwords stay as they are.'],
  }),
  reset_password: (count) => ({
    changes: [
      count === 1
        ? '1 person gets an email with a link to choose a new password.'
        : `${people(count)} get an email each with a link to choose a new password.`,
    ],
    keeps: ['Passwords and sign-ins stay as they are until a new one is chosen.'],
  }),
  sign_out: (count) => ({
    changes: [`${areOf(count)} signed out on every device at once.`],
    keeps: ['They can sign in again straight away, with the same password.'],
  }),
}

/** Giving many the same labels, and taking the same away. */
export const labelling: ManyAct = {
  destructive: false,
  whoCannot: async (tx, actor, chosen) =>
    codesOf((await whoMayBeActedOn(tx, actor, BULK_ACTIONS.label, chosen, () => null)).refused),
  async foretell(_tx, going, _at, { labels }) {
    const given = labelsInWords(labels?.set ?? {})
    const gone = (labels?.remove ?? []).join(', ')
    const whom = people(going.length)
    return {
      changes: [
        ...(given
          ? [
              `${whom} ${going.length === 1 ? 'gets' : 'get'} ${given}; another value of the same label is replaced.`,
            ]
          : []),
        ...(gone ? [`The label ${gone} goes from whoever has it.`] : []),
      ],
      keeps: ['Labels give no access.', `You can undo this for ${UNDO_DAYS} days.`],
    }
  },
  async run(app, tx, actor, chosen, wish) {
    const { set = {}, remove = [] } = wish.labels ?? {}
    const labelled = await labelMembers(
      app,
      tx,
      actor,
      chosen.map((each) => ({ ...each, set, remove })),
    )
    return leftOut(chosen, labelled, 'labels_same')
  },
  async undo(app, tx, actor, job, changed) {
    const kept: Refused = new Map()
    for (const each of changed)
      if (!isAsItWasLeft(job.wish, each)) kept.set(each.membershipId, 'changed_since')
    const going = changed.filter((each) => !kept.has(each.membershipId))
    const { refused } = await labelMembers(
      app,
      tx,
      actor,
      going.map((each) => ({ ...each, ...putBack(job, each) })),
    )
    for (const [id, code] of codesOf(refused)) kept.set(id, code)
    return kept
  },
}

const touched = ({ labels }: BulkWish): string[] => [
  ...Object.keys(labels?.set ?? {}),
  ...(labels?.remove ?? []),
]

/** Whether the labels that a job touched are still what it made them. */
const isAsItWasLeft = (wish: BulkWish, { labels }: Changed): boolean =>
  touched(wish).every((key) => labels[key] === wish.labels?.set?.[key])

function putBack({ wish }: JobRow, { labelsBefore }: Changed) {
  const keys = touched(wish)
  const had = keys.filter((key) => labelsBefore[key] !== undefined)
  return {
    set: Object.fromEntries(had.map((key) => [key, labelsBefore[key] as string])),
    remove: keys.filter((key) => labelsBefore[key] === undefined),
  }
}

const idsOf = (members: Member[]) => members.map((each) => each.membershipId)

const codesOf = (refused: Map<string, Refusal>): Refused =>
  new Map([...refused].map(([id, { code }]) => [id, code]))

/** @param otherwise why somebody is left out of whom nothing was said */
function leftOut(chosen: Chosen[], { done, refused }: Acted, otherwise: string): Refused {
  const codes = codesOf(refused)
  const acted = new Set(idsOf(done))
  for (const { membershipId } of chosen)
    if (!acted.has(membershipId) && !codes.has(membershipId)) codes.set(membershipId, otherwise)
  return codes
}
