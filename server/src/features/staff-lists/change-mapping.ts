import { toRemember } from '@lanyard/reader/remember.ts'
import type { Actor, Place } from '../../kernel/actor.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { ROLE_KEYS, type RoleKey } from '../access/built-in-roles.ts'
import { whyNotGive } from '../access/give-role.policy.ts'
import { listUnitNames } from '../access/places.queries.ts'
import { inTurn, readList } from './analyse.ts'
import { replan } from './change-row.ts'
import { fold } from './fold.ts'
import { draftOf } from './list-in-sight.ts'
import { listOrganisationsHere } from './plan-ground.queries.ts'
import { isGivenAtUnits, PLAIN_ROLE } from './read-roles.ts'
import { answerList } from './see-staff-list.ts'
import type { Choices, StaffListRow, ValueChoice } from './staff-list.ts'
import { findList, saveChoices, saveMapping } from './staff-lists.queries.ts'
import type { MappingPatch, StaffListAnswer } from './staff-lists.shapes.ts'

/**
 * Decides how the file of a draft is read, what its columns and values mean, and which fields it changes for nobody.
 * The file is read anew where that matters, and the plan is made anew; what people typed and decided stays with its
 * rows. The next list with the same headings is read likewise.
 * @throws Refusal not_found, forbidden, list_applied, not_ready, file_gone, role_above_yours, value_unknown
 */
export async function changeMapping(
  app: App,
  actor: Actor,
  id: string,
  patch: MappingPatch,
): Promise<StaffListAnswer> {
  return inTurn(() =>
    changeAs(app, actor, async (tx) => {
      const { list, place } = await draftOf(tx, actor, id)
      if (patch.values) await checkValues(tx, actor, place, patch.values)
      const choices = withPatch(list.choices, patch)
      await saveChoices(tx, id, choices)
      const changed: StaffListRow = { ...list, choices }
      if (READ_BY.some((key) => patch[key] !== undefined)) await readList(tx, actor.tenantId, changed)
      else await replan(tx, actor, changed)
      if (patch.columns || patch.dateOrders || patch.values) await remember(tx, changed)
      return answerList(tx, actor, id)
    }),
  )
}

/** Keeps what was chosen for the next list with these headings, which may be read another way by now. */
async function remember(tx: Tx, { id, organisationId, choices }: StaffListRow): Promise<void> {
  const reading = (await findList(tx, id))?.reading
  if (!reading) return
  const { values } = choices
  await saveMapping(tx, organisationId, reading.fingerprint, {
    ...toRemember(reading, choices),
    ...(values ? { values } : {}),
  })
}

/** Choices by which the file itself is read. */
const READ_BY = ['encoding', 'delimiter', 'sheet', 'headingRow', 'columns', 'dateOrders'] as const
/** Those after which its columns are others. */
const OTHER_TABLE = ['delimiter', 'sheet', 'headingRow'] as const

/** What was chosen before with what is chosen now over it. */
function withPatch(before: Choices, patch: MappingPatch): Choices {
  const { values, columns, dateOrders, ...plain } = patch
  const otherTable = OTHER_TABLE.some((key) => patch[key] !== undefined && patch[key] !== before[key])
  const key = (choice: ValueChoice) => `${choice.field} ${fold(choice.value)}`
  const byValue = new Map([...(before.values ?? []), ...(values ?? [])].map((each) => [key(each), each]))
  return {
    ...before,
    ...plain,
    columns: { ...(otherTable ? {} : before.columns), ...columns },
    dateOrders: { ...(otherTable ? {} : before.dateOrders), ...dateOrders },
    ...(byValue.size > 0 ? { values: [...byValue.values()] } : {}),
  }
}

/** @throws Refusal value_unknown, role_above_yours */
async function checkValues(tx: Tx, actor: Actor, place: Place, values: ValueChoice[]): Promise<void> {
  const units = values.some((each) => each.field === 'unit')
    ? await listUnitNames(tx, place.organisationId)
    : []
  const schools = values.some((each) => each.field === 'school') ? await listOrganisationsHere(tx) : []
  for (const [index, { field, means }] of values.entries()) {
    if (means === null) continue
    const known =
      field === 'role'
        ? (ROLE_KEYS as string[]).includes(means)
        : field === 'unit'
          ? means === 'new' || units.some((unit) => unit.id === means)
          : schools.some((school) => school.id === means && school.path.includes(place.organisationId))
    if (!known)
      throw wrongFields([
        {
          pointer: `#/values/${index}/means`,
          code: 'value_unknown',
          detail: 'There is no such choice here.',
        },
      ])
    if (field !== 'role' || means === PLAIN_ROLE) continue
    const scope = isGivenAtUnits(means as RoleKey) ? 'unit' : 'organisation'
    const refusal = whyNotGive(actor, means, { scope, place }, 'users.invite')
    if (refusal) throw refusal
  }
}
