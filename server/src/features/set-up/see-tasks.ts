import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { listAdmins } from '../access/access.queries.ts'
import { authorize } from '../access/authorize.policy.ts'
import { isAbleAdmin } from '../access/last-admin.policy.ts'
import { findPlace } from '../access/places.queries.ts'
import { inSight } from '../access/require.ts'
import { countLeavers, type LeaverCounts } from '../people/leavers.queries.ts'
import { wantedBy } from '../people/people-filter.ts'
import { type Counts, countForTasks } from './set-up.queries.ts'

export interface Task {
  task:
    | 'not_registered'
    | 'leavers'
    | 'add_schools'
    | 'upload_staff_list'
    | 'add_people'
    | 'add_domains'
    | 'add_units'
    | 'set_up_email'
    | 'appoint_another_admin'
  state: 'to_do' | 'done' | 'optional'
  detail: string
}

/** What is left to do after set-up, for who may do it: only tasks that this release can really do. @throws Refusal not_found */
export async function seeTasks(app: App, actor: Actor, organisationId: string): Promise<Task[]> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const place = inSight(actor, await findPlace(tx, organisationId))
    const counts = await countForTasks(tx, organisationId)
    const tasks: Task[] = []

    if (authorize(actor, 'users.view', place)) tasks.push(...notRegistered(counts))
    if (authorize(actor, 'users.view', place) && authorize(actor, 'users.archive', place))
      tasks.push(...leavers(await countLeavers(tx, await leaversAt(tx, actor, organisationId))))
    if (place.type === 'trust' && authorize(actor, 'organisations.create', place))
      tasks.push(
        counts.schools > 0
          ? {
              task: 'add_schools',
              state: 'done',
              detail: counts.schools === 1 ? '1 school' : `${counts.schools} schools`,
            }
          : {
              task: 'add_schools',
              state: 'to_do',
              detail: 'Nobody can belong to a school that isn’t there yet.',
            },
      )
    if (authorize(actor, 'staff_list.upload', place)) tasks.push(uploadList(counts))
    if (authorize(actor, 'users.invite', place))
      tasks.push(
        counts.people > 1
          ? { task: 'add_people', state: 'done', detail: `${counts.people} people` }
          : { task: 'add_people', state: 'to_do', detail: 'Paste their addresses; each gets an invitation.' },
      )
    if (authorize(actor, 'organisations.edit', place))
      tasks.push(
        counts.domains > 0
          ? {
              task: 'add_domains',
              state: 'done',
              detail: counts.domains === 1 ? '1 domain' : `${counts.domains} domains`,
            }
          : { task: 'add_domains', state: 'optional', detail: 'So that addresses from elsewhere stand out.' },
      )
    if (authorize(actor, 'units.manage', place))
      tasks.push(
        counts.units > 0
          ? {
              task: 'add_units',
              state: 'done',
              detail: counts.units === 1 ? '1 unit' : `${counts.units} units`,
            }
          : { task: 'add_units', state: 'optional', detail: 'Departments, subjects, groups and classes.' },
      )
    if (authorize(actor, 'settings.mail', place))
      tasks.push(
        app.mail.mode === 'sending'
          ? { task: 'set_up_email', state: 'done', detail: `Handed to ${app.config.mail?.url.hostname}` }
          : {
              task: 'set_up_email',
              state: 'to_do',
              detail: 'Nothing is sent until whoever runs the server sets SMTP_URL.',
            },
      )
    if (authorize(actor, 'roles.assign', place)) {
      const admins = [...(await listAdmins(tx, place)), ...(await listAdmins(tx, 'tenant'))]
      const able = new Set(
        admins.filter((admin) => isAbleAdmin(admin, place)).map((admin) => admin.accountId),
      )
      tasks.push(
        able.size > 1
          ? {
              task: 'appoint_another_admin',
              state: 'done',
              detail: `${able.size} people can sign in as an admin`,
            }
          : {
              task: 'appoint_another_admin',
              state: 'to_do',
              detail:
                'Only one person can sign in as an admin. Invite a second, or give somebody here the role.',
            },
      )
    }
    return tasks
  })
}

const leaversAt = async (tx: Tx, actor: Actor, organisationId: string) =>
  (await wantedBy(tx, actor, organisationId, { view: 'leavers' })).wanted

/**
 * Who may have left or leaves soon: there only while there is somebody. A last day that is over wants an answer; whom a
 * list doesn't name was asked about when it was applied.
 */
function leavers({ deleted, passed, missing, soon }: LeaverCounts): Task[] {
  const count = deleted + passed + missing + soon
  if (count === 0) return []
  const parts = [
    [passed, 'last day passed'],
    [missing, 'not on the last full list'],
    [soon, 'leaving soon'],
    [deleted, 'archived and to be deleted'],
  ] as const
  return [
    {
      task: 'leavers',
      state: passed > 0 ? 'to_do' : 'optional',
      detail: `${count === 1 ? '1 person' : `${count} people`}: ${parts.flatMap(([part, words]) => (part > 0 ? `${part} ${words}` : [])).join(', ')}`,
    },
  ]
}

/** The quickest way to everybody, so it comes before inviting by hand; with people there it is a way to compare. */
function uploadList({ people, lists }: Counts): Task {
  const task = 'upload_staff_list'
  if (lists > 0)
    return { task, state: 'done', detail: lists === 1 ? '1 list applied' : `${lists} lists applied` }
  return people > 1
    ? {
        task,
        state: 'optional',
        detail: 'See who is new, who changed and who may have left, before anything does.',
      }
    : {
        task,
        state: 'to_do',
        detail: 'The quickest way to everybody. Any order, any headings, from any system.',
      }
}

/** Who was invited and has not registered, with what stands in the way: there only while there is somebody. */
function notRegistered({ expired, refused, waiting }: Counts): Task[] {
  if (expired + refused + waiting === 0) return []
  const parts = [
    [refused, refused === 1 ? 'email problem' : 'email problems'],
    [expired, 'expired'],
    [waiting, 'waiting'],
  ] as const
  return [
    {
      task: 'not_registered',
      state: expired + refused > 0 ? 'to_do' : 'optional',
      detail: parts.flatMap(([count, word]) => (count > 0 ? `${count} ${word}` : [])).join(' · '),
    },
  ]
}
