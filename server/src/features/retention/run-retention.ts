import { randomUUID } from 'node:crypto'
import type { System } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { lockTenant } from '../access/places.queries.ts'
import type { AuditEvent } from '../audit/audit-events.ts'
import { countForgettable, type Forgettable, forgetEvents } from '../audit/forget-events.ts'
import { record } from '../audit/record.ts'
import { deleteForGood } from '../leaving/delete-members.ts'
import { eraseAccounts } from '../leaving/erase-accounts.ts'
import { countSessionsOver, forgetSessions } from '../sign-in/sweep-sign-in.ts'
import { countFilesPastTheirTime } from '../staff-lists/forget-files.queries.ts'
import { forgetFiles } from '../staff-lists/forget-files.ts'
import { isTenantOnHold } from './holds.queries.ts'
import {
  type DuePerson,
  flagArchived,
  listArchivedDue,
  listLapsedInvited,
  listLeftOver,
} from './retention.queries.ts'
import { KINDS, type Kind } from './retention.ts'

/** Events of the record forgotten in one transaction, and people flagged at once. */
const EVENTS_MOST = 20_000
const PEOPLE_MOST = 5000

/** What a run does, or would do now. */
export interface Due {
  kind: Kind
  many: number
  /** How many are left, because they are on hold. */
  held: number
  /** Who, where the kind is about people. */
  people: { membershipId: string; accountId: string; name: string }[]
}

interface Keeper {
  event: AuditEvent
  /** What would be done, by the same rows that doing it takes. */
  look(tx: Tx): Promise<Omit<Due, 'kind'>>
  /** Does it. */
  act(app: App, tx: Tx, actor: System): Promise<Omit<Due, 'kind'>>
}

/**
 * Does what is due in a tenant: erases invitations that nobody accepted, deletes files and sessions, forgets what the
 * record has kept long enough, and puts archived people up for review. Each kind is a transaction and an event of its
 * own, and what is on hold stays. May run twice at once.
 * @returns what was done, by kind
 */
export async function runRetention(app: App, tenantId: string): Promise<Due[]> {
  const actor: System = { kind: 'system', tenantId, request: { id: randomUUID(), door: 'job' } }
  const done: Due[] = []
  for (const kind of KINDS) {
    const keeper = KEEPERS[kind]
    done.push({
      kind,
      ...(await inTenant(app.database, tenantId, async (tx) => {
        await lockTenant(tx, tenantId)
        return keeper.act(app, tx, actor)
      })),
    })
  }
  return done
}

/** What a run would do at this moment, without doing it. */
export async function lookAtRetention(tx: Tx): Promise<Due[]> {
  const found: Due[] = []
  for (const kind of KINDS) found.push({ kind, ...(await KEEPERS[kind].look(tx)) })
  return found
}

/** The same of a tenant, for who asks from the command line. */
export const whatIsDue = (app: App, tenantId: string): Promise<Due[]> =>
  inTenant(app.database, tenantId, lookAtRetention)

/** The event that a run of a kind leaves. */
export const eventOf = (kind: Kind): AuditEvent => KEEPERS[kind].event

const plain = (many: number, held = 0) => ({ many, held, people: [] })

/** A kind that is about things, not people, and of which the whole tenant is held or nothing. */
function ofThings(
  event: AuditEvent,
  count: (tx: Tx) => Promise<number>,
  forget: (tx: Tx) => Promise<number>,
): Keeper {
  return {
    event,
    look: async (tx) => plain(await count(tx)),
    async act(app, tx, actor) {
      const many = await forget(tx)
      if (many > 0) await record(app, tx, actor, [{ event, detail: { many } }])
      return plain(many)
    },
  }
}

/** A part of the record. Its own event, which signs for what is gone, is written where it is forgotten. */
function ofRecord(which: Forgettable, event: AuditEvent): Keeper {
  return {
    event,
    async look(tx) {
      const many = await countForgettable(tx, which)
      return (await isTenantOnHold(tx)) ? plain(0, many) : plain(many)
    },
    async act(app, tx, actor) {
      if (await isTenantOnHold(tx)) return plain(0, await countForgettable(tx, which))
      return plain(await forgetEvents(app, tx, actor, which, EVENTS_MOST))
    },
  }
}

const split = (found: DuePerson[]) => ({
  free: found.filter((each) => !each.held),
  held: found.filter((each) => each.held).length,
})
const told = (people: DuePerson[]) =>
  people.map(({ membershipId, accountId, name }) => ({ membershipId, accountId, name }))

/** Erases people who are a member nowhere any more, each with a line in the record as if they had been deleted now. */
async function eraseLeftOver(app: App, tx: Tx, actor: System, people: DuePerson[]): Promise<void> {
  await record(
    app,
    tx,
    actor,
    people.map(({ accountId, organisationId, membershipId }) => ({
      event: 'person.deleted',
      subjectId: accountId,
      organisationId,
      detail: { membershipId, because: 'retention' },
    })),
  )
  await eraseAccounts(
    tx,
    people.map((each) => each.accountId),
  )
}

const KEEPERS: Record<Kind, Keeper> = {
  invitations: {
    event: 'retention.invitations_erased',
    async look(tx) {
      const lapsed = split(await listLapsedInvited(tx))
      const left = split(await listLeftOver(tx))
      const people = [...lapsed.free, ...left.free]
      return { many: people.length, held: lapsed.held + left.held, people: told(people) }
    },
    async act(app, tx, actor) {
      const lapsed = split(await listLapsedInvited(tx))
      const left = split(await listLeftOver(tx))
      const { done } = await deleteForGood(app, tx, actor, lapsed.free, { because: 'retention' })
      await eraseLeftOver(app, tx, actor, left.free)
      const gone = new Set(done.map((each) => each.membershipId))
      const people = [...lapsed.free.filter((each) => gone.has(each.membershipId)), ...left.free]
      const held = lapsed.held + left.held
      if (people.length > 0)
        await record(app, tx, actor, [
          { event: 'retention.invitations_erased', detail: { many: people.length, held } },
        ])
      return { many: people.length, held, people: told(people) }
    },
  },
  staff_list_files: ofThings('retention.files_deleted', countFilesPastTheirTime, forgetFiles),
  sessions: ofThings('retention.sessions_deleted', countSessionsOver, forgetSessions),
  sign_ins: ofRecord('sign_ins', 'retention.sign_ins_forgotten'),
  record: ofRecord('record', 'retention.record_forgotten'),
  archived: {
    event: 'retention.archived_flagged',
    async look(tx) {
      const { free, held } = split(await listArchivedDue(tx, 'new', null, PEOPLE_MOST))
      return { many: free.length, held, people: told(free) }
    },
    async act(app, tx, actor) {
      const { free, held } = split(await listArchivedDue(tx, 'new', null, PEOPLE_MOST))
      await flagArchived(
        tx,
        free.map((each) => each.membershipId),
      )
      const places = Map.groupBy(free, (each) => each.organisationId)
      await record(
        app,
        tx,
        actor,
        [...places].map(([organisationId, people]) => ({
          event: 'retention.archived_flagged',
          organisationId,
          detail: { many: people.length },
        })),
      )
      return { many: free.length, held, people: told(free) }
    },
  },
}
