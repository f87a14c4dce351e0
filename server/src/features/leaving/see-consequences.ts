import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { whoMustStay } from '../access/keep-admins.ts'
import { mayNot } from '../access/require.ts'
import { type LeavingAction, whyNotMove } from '../people/leaving-actions.policy.ts'
import { moverOf } from '../people/seen-person.ts'
import { readMemberFacts } from './consequences.queries.ts'
import { type Found, findToMove } from './find-to-move.ts'
import { whoIsOutOfReach } from './may-move.ts'
import { type Consequences, sayConsequences } from './say-consequences.ts'

export interface SeenConsequences extends Consequences {
  action: LeavingAction
  /** Why it can't be done, in words; empty when it can. */
  blocks: { code: string; sentence: string }[]
  /** Day to offer as the last day of work: the one known if it has come, else today there. */
  leavingDate: string
  /** The last day that can be given. */
  today: string
}

/**
 * What pausing, archiving or bringing back a person would change and what would stay, before anything is done; where
 * something stands in the way, that instead.
 * @throws Refusal not_found, forbidden
 */
export async function seeConsequences(
  app: App,
  actor: Actor,
  membershipId: string,
  action: LeavingAction,
): Promise<SeenConsequences> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const found = await findToMove(tx, actor, membershipId)
    const { row, seen: person, place, today } = found
    if (!authorize(actor, 'users.archive', place)) throw mayNot('users.archive')
    const facts = await readMemberFacts(tx, membershipId)
    const refusal =
      whyNotMove(action, actor, moverOf(row), place) ?? (await whyBlocked(tx, actor, action, found))
    const elsewhere = row.holdings
      .filter((each) => each.membershipId !== membershipId && each.state === 'active')
      .map(({ organisation: { id, name, path, type } }) =>
        maySee(actor, { organisationId: id, path, type }) ? name : null,
      )
    const said = sayConsequences(action, { ...facts, person, elsewhere })
    const { leavingDate } = facts
    return {
      action,
      ...(refusal ? { changes: [], keeps: [] } : said),
      blocks: refusal ? [{ code: refusal.code, sentence: refusal.message }] : [],
      leavingDate: leavingDate && leavingDate <= today ? leavingDate : today,
      today,
    }
  })
}

/** What only a look at the others can say: that the last admin would go. */
async function whyBlocked(tx: Tx, actor: Actor, action: LeavingAction, { row }: Found) {
  const member = { membershipId: row.id, accountId: row.personId, organisationId: row.organisation.id }
  const { refused, admins } = await whoIsOutOfReach(tx, actor, [member])
  const stays = refused.get(row.id)
  if (stays || action === 'person.reactivate') return stays ?? null
  return (await whoMustStay(tx, actor, admins)).get(row.id) ?? null
}
