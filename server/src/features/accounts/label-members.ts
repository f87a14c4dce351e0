import type { Actor } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import type { Member } from '../leaving/may-move.ts'
import {
  changeLabels,
  type LabelChange,
  type LabelledMember,
  type Labels,
} from '../people/label-members.queries.ts'
import { whoMayBeActedOn } from './who-may-act.ts'

/** Most labels that somebody may have. */
export const LABELS_MAX = 20

export type Labelling = Member & Omit<LabelChange, 'membershipId'>

export interface Labelled {
  /** Whose labels are others now, as they were and as they are. */
  done: LabelledMember[]
  refused: Map<string, Refusal>
}

/**
 * Gives people labels and takes others away, each as it says at them: to undo it, set what was `before` and remove what
 * is only in `after`. Who had it all already is neither done nor refused. Refuses one by one people above the actor or
 * out of their right, and who would have more than LABELS_MAX. Labels give no access, so one's own may be changed. The
 * caller holds the tenant's row.
 */
export async function labelMembers(app: App, tx: Tx, actor: Actor, members: Labelling[]): Promise<Labelled> {
  const { refused } = await whoMayBeActedOn(tx, actor, 'labels.manage', members, () => null)
  const open = members.filter((each) => !refused.has(each.membershipId))
  const { changed: done, tooMany } = await changeLabels(tx, open, LABELS_MAX)
  for (const membershipId of tooMany) refused.set(membershipId, full())
  await record(
    app,
    tx,
    actor,
    done.map(({ membershipId, accountId, organisationId, before, after }) => ({
      event: 'person.labelled',
      subjectId: accountId,
      organisationId,
      detail: { membershipId, fields: ['labels'] },
      subjectDetail: {
        changes: [{ field: 'labels', before: labelsInWords(before), after: labelsInWords(after) }],
      },
    })),
  )
  return { done, refused }
}

/** Labels as people write them, in order; null for none. */
export const labelsInWords = (labels: Labels): string | null =>
  Object.entries(labels)
    .map(([key, value]) => `${key}: ${value}`)
    .sort()
    .join(', ') || null

const full = () =>
  new Refusal('unprocessable', 'labels_too_many', `Somebody can have ${LABELS_MAX} labels. Remove one first.`)
