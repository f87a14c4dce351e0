import type { Command } from 'commander'
import { z } from 'zod'
import { sendReset, signPersonOut, unlockPerson } from '../../../features/accounts/act-on-account.ts'
import { editPerson } from '../../../features/accounts/edit-person.ts'
import { editShape } from '../../../features/accounts/edit-shape.ts'
import { seeEdit } from '../../../features/accounts/see-edit.ts'
import { deletePerson } from '../../../features/leaving/delete-person.ts'
import { movePerson } from '../../../features/leaving/move-elsewhere.ts'
import {
  archivePerson,
  bringPersonBack,
  letPersonStay,
  pausePerson,
} from '../../../features/leaving/move-person.ts'
import { chooseTenant } from '../../../features/organisations/tenants.ts'
import { commandRequest } from '../../../features/set-up/set-up.ts'
import type { Operator } from '../../../kernel/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { App } from '../../../platform/app.ts'
import { print, withApp } from '../with-app.ts'
import { labelFrom } from './people-flags.ts'

interface Common {
  url?: string
  json?: boolean
}

type Verb = (app: App, operator: Operator, id: string) => Promise<{ sentence: string }>

/** Asks a verb of the pages about one person, as the operator, and says what it answers. */
async function act(person: string, { url, json }: Common, verb: Verb): Promise<void> {
  const id = given(z.uuid(), person, 'person')
  await withApp(async ({ app }) => {
    const { tenantId } = await chooseTenant(app.database, url)
    const done = await verb(app, { kind: 'operator', tenantId, request: commandRequest() }, id)
    print(json, done, [done.sentence])
  })
}

/** What was typed, if it has the shape the API asks for. @throws Refusal wrong_shape, with the flag it is about */
function given<Shape extends z.ZodType>(shape: Shape, typed: unknown, what: string): z.output<Shape> {
  const read = shape.safeParse(typed)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const [field] = issue?.path ?? []
  throw new Refusal(
    'unprocessable',
    'wrong_shape',
    `${field ? flagOf(String(field)) : what}: ${issue?.message}`,
  )
}

const flagOf = (field: string) => `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

function command(people: Command, name: string, description: string): Command {
  return people
    .command(`${name} <person>`)
    .description(`${description}; the person’s id is what people list prints last`)
    .option('--url <address>', 'which tenant, when there is more than one')
    .option('--json', 'print JSON')
}

const leaving = z.object({
  leavingDate: z.iso.date().optional(),
  on: z.iso.date().optional(),
  reason: z.string().optional(),
  tell: z.boolean().optional(),
  handOverTo: z.uuid().optional(),
})
type Leaving = z.output<typeof leaving> & Common

const ON = ['--on <day>', 'last day with access, such as 2026-08-31; left out: now'] as const
const REASON = ['--reason <words>', 'kept in the record'] as const
const HAND_OVER = [
  '--hand-over-to <person>',
  'who leads at once what nobody would lead any more, by id',
] as const
const TELL = ['--tell', 'tell the person by email'] as const

/** What the menu of a row does, one person at a time, by the same verbs. */
export function peopleActionCommands(people: Command): void {
  command(people, 'unlock', 'let somebody who is locked out sign in at once').action(
    (person: string, options: Common) => act(person, options, unlockPerson),
  )
  command(people, 'reset-password', 'send somebody a link to choose a new password').action(
    (person: string, options: Common) => act(person, options, sendReset),
  )
  command(people, 'sign-out', 'sign somebody out everywhere').action((person: string, options: Common) =>
    act(person, options, signPersonOut),
  )
  command(people, 'pause', 'pause somebody: access ends, everything is kept')
    .option(...ON)
    .option(...REASON)
    .option(...HAND_OVER)
    .option(...TELL)
    .action((person: string, options: Leaving) =>
      act(person, options, (app, operator, id) =>
        pausePerson(app, operator, id, given(leaving, options, 'pause')),
      ),
    )
  command(people, 'archive', 'archive somebody who has left, or leaves on a day')
    .option('--leaving-date <day>', 'last day of work')
    .option(...ON)
    .option(...REASON)
    .option(...HAND_OVER)
    .option(...TELL)
    .action((person: string, options: Leaving) =>
      act(person, options, (app, operator, id) =>
        archivePerson(app, operator, id, given(leaving, options, 'archive')),
      ),
    )
  command(people, 'stay', 'call off the end that is planned for somebody').action(
    (person: string, options: Common) => act(person, options, letPersonStay),
  )
  command(people, 'reactivate', 'bring back somebody who was paused or archived')
    .option(...TELL)
    .action((person: string, options: Leaving) =>
      act(person, options, (app, operator, id) =>
        bringPersonBack(app, operator, id, given(leaving, options, 'reactivate')),
      ),
    )
  command(people, 'move', 'move somebody to another organisation of the trust')
    .requiredOption('--to <organisation>', 'where to, by id')
    .option('--role <key...>', 'roles there; left out: those they have')
    .option('--unit <id...>', 'units there')
    .action((person: string, options: Common & { to: string; role?: string[]; unit?: string[] }) =>
      act(person, options, (app, operator, id) =>
        movePerson(app, operator, id, {
          to: given(z.uuid(), options.to, '--to'),
          roles: options.role,
          units: options.unit,
        }),
      ),
    )
  command(people, 'delete', 'delete somebody for good')
    .requiredOption('--name <name>', 'their name, as it is shown')
    .action((person: string, options: Common & { name: string }) =>
      act(person, options, (app, operator, id) => deletePerson(app, operator, id, { name: options.name })),
    )
  editCommand(people)
}

interface EditOptions extends Common {
  label?: string[]
  removeLabel?: string[]
}

/** Fields of the shape that have a flag of their own; labels are given one by one. */
const EDIT_FLAGS: Record<Exclude<keyof z.input<typeof editShape>, 'labels'>, string> = {
  givenName: 'first name',
  familyName: 'last name',
  email: 'work email; of somebody who can sign in it has to be confirmed',
  language: 'language of pages and emails, such as en-GB',
  jobTitle: 'job title',
  jobCategory: 'kind of work, by key',
  staffNumber: 'staff number',
  relationship: 'employee, volunteer, governor, contractor or agency',
  startDate: 'first day of work',
  leavingDate: 'last day of work',
  deletionDate: 'day on which the account is deleted',
}

function editCommand(people: Command): void {
  const edit = command(people, 'edit', 'change what is known of somebody; empty text takes a value away')
  for (const [field, description] of Object.entries(EDIT_FLAGS))
    edit.option(`${flagOf(field)} <value>`, description)
  edit
    .option('--label <key=value...>', 'labels to set')
    .option('--remove-label <key...>', 'labels to take away')
    .action((person: string, options: EditOptions) =>
      act(person, options, async (app, operator, id) => {
        const typed = Object.entries(options)
          .filter(([field]) => field in EDIT_FLAGS)
          .map(([field, value]) => [field, value === '' && !field.endsWith('Name') ? null : value])
        const labels =
          (options.label ?? options.removeLabel) ? await labelsOf(app, operator, id, options) : {}
        return editPerson(
          app,
          operator,
          id,
          given(editShape, { ...Object.fromEntries(typed), ...labels }, 'edit'),
        )
      }),
    )
}

async function labelsOf(
  app: App,
  operator: Operator,
  id: string,
  { label = [], removeLabel = [] }: EditOptions,
) {
  const { values } = await seeEdit(app, operator, id)
  const kept = Object.entries(values.labels).filter(([key]) => !removeLabel.includes(key))
  return { labels: Object.fromEntries([...kept, ...label.map(labelFrom)]) }
}
