import type { GivenField, Reading } from '@lanyard/reader/staff-list.ts'
import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import type { Download } from '../../platform/http/route.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { findPlaces } from '../access/places.queries.ts'
import { allowedAt, inSight, mayNot } from '../access/require.ts'
import { type Ground, readGround } from '../people/people-ground.queries.ts'
import { everybodyHere, fieldsSaid, packPeople, packProblemRows, packResult } from './downloads.queries.ts'
import { fieldsOfList, headingOf, LIST_HEADINGS, widthOf } from './list-headings.ts'
import { listInSight, maySeeLists } from './list-in-sight.ts'
import { type HowTaken, takePeople } from './take-people.ts'
import { templateNotes } from './template-notes.ts'
import { writeInWorker } from './write-in-worker.ts'
import { TABLE_TYPES, type Table, type TableFormat, writeTable } from './write-table.ts'

const NUMBER_WIDTH = 8
const SENTENCE_WIDTH = 60
/** Roles as a list says them: of several that somebody holds, the highest. */
const ROLES_DOWN = ROLE_KEYS.toSorted((a, b) => roleOf(b).level - roleOf(a).level)
export const ROLES = { keys: ROLES_DOWN, labels: ROLES_DOWN.map((key) => roleOf(key).label) }

/** An empty list with the headings that are read best, for whoever has no list yet. @throws Refusal not_found, forbidden */
export async function staffListTemplate(
  app: App,
  actor: Actor,
  organisationId: string,
  format: TableFormat,
): Promise<Download> {
  const ground = await inTenant(app.database, actor.tenantId, (tx) => groundAt(tx, actor, organisationId))
  if (!maySeeLists(actor, ground.place)) throw mayNot('staff_list.view')
  const isTrust = ground.place.type === 'trust'
  const table: Table = { name: 'Staff list', headings: headingsOf(fieldsOfList(isTrust)), rows: [] }
  return {
    name: `Staff list template.${format}`,
    type: TABLE_TYPES[format],
    bytes: await writeTable(format, table, templateNotes(isTrust)),
  }
}

/**
 * The people who are here as a list that can be uploaded again; nothing would change then. At a trust those of its
 * schools too. `takePeople` says what is asked of the actor, and who hears of it.
 * @throws Refusal not_found, forbidden, reauth_required, export_limit, reason_required
 */
export async function exportPeople(
  app: App,
  actor: Actor,
  organisationId: string,
  how: HowTaken,
): Promise<Download> {
  const { name, fields, parts, reference } = await inTenant(app.database, actor.tenantId, async (tx) => {
    const ground = await groundAt(tx, actor, organisationId)
    allowedAt(actor, 'users.export', ground.place)
    const isTrust = ground.place.type === 'trust'
    const places = await findPlaces(
      tx,
      ground.organisations.map(({ id }) => id),
    )
    const fields = fieldsOfList(isTrust)
    const organisationIds = [...places.values()].flatMap((place) =>
      mayExport(actor, place) ? [place.organisationId] : [],
    )
    const hiddenUnitIds = ground.privateUnits.flatMap((at) => (maySee(actor, at) ? [] : (at.unit?.id ?? [])))
    const taken = await takePeople(app, tx, actor, ground.place, how, () =>
      packPeople(tx, {
        who: everybodyHere(organisationIds),
        organisationIds,
        sameNamedIds: sameNamed(ground.organisations),
        fields,
        roles: ROLES,
        hiddenUnitIds,
      }),
    )
    return { name: ground.organisations[0]?.name ?? '', fields, ...taken }
  })
  return fileOf(how.format, `Staff list ${name} ${reference}`, {
    name: 'Staff list',
    headings: headingsOf(fields),
    parts,
    reference,
  })
}

/** The rows of a list that have to be put right, to be uploaded again. @throws Refusal not_found, forbidden */
export async function downloadProblemRows(
  app: App,
  actor: Actor,
  id: string,
  format: TableFormat,
): Promise<Download> {
  const { headings, parts } = await inTenant(app.database, actor.tenantId, async (tx) => {
    const { list } = await listInSight(tx, actor, id)
    const fields = await fieldsIn(tx, id)
    return { headings: headingsOf(fields, list.reading), ...(await packProblemRows(tx, id, fields)) }
  })
  return fileOf(format, 'Rows to fix', {
    name: 'Rows to fix',
    headings: [{ text: 'Row', width: NUMBER_WIDTH }, ...headings, { text: 'Problem', width: SENTENCE_WIDTH }],
    parts,
  })
}

/** What became of each row of a list, or would. @throws Refusal not_found, forbidden */
export async function downloadResult(
  app: App,
  actor: Actor,
  id: string,
  format: TableFormat,
): Promise<Download> {
  const { headings, parts } = await inTenant(app.database, actor.tenantId, async (tx) => {
    const { list } = await listInSight(tx, actor, id)
    const fields = await fieldsIn(tx, id)
    return { headings: headingsOf(fields, list.reading), ...(await packResult(tx, id, fields)) }
  })
  return fileOf(format, 'What became of each row', {
    name: 'Result',
    headings: [
      { text: 'Row', width: NUMBER_WIDTH },
      ...headings,
      { text: 'Planned', width: 16 },
      { text: 'Done', width: 16 },
      { text: 'Note', width: SENTENCE_WIDTH },
    ],
    parts,
  })
}

export async function fileOf(
  format: TableFormat,
  name: string,
  table: Parameters<typeof writeInWorker>[1],
): Promise<Download> {
  return { name: `${name}.${format}`, type: TABLE_TYPES[format], bytes: await writeInWorker(format, table) }
}

/** The ground below an organisation that the actor sees. @throws Refusal not_found */
async function groundAt(tx: Tx, actor: Actor, organisationId: string): Promise<Ground> {
  const ground = await readGround(tx, { organisationId, below: true, q: '' })
  if (!ground) throw notFound()
  inSight(actor, ground.place)
  return ground
}

/** Those whose name is also that of another. */
export function sameNamed(organisations: Ground['organisations']): string[] {
  const byName = Map.groupBy(organisations, ({ name }) => name.toLowerCase())
  return [...byName.values()].flatMap((same) => (same.length > 1 ? same.map(({ id }) => id) : []))
}

export function mayExport(actor: Actor, place: Place): boolean {
  return authorize(actor, 'users.export', place) && authorize(actor, 'users.view', place)
}

/** Fields of a list's rows, in the order of our own lists. */
async function fieldsIn(tx: Tx, listId: string): Promise<GivenField[]> {
  const said = new Set<GivenField>(['givenName', 'familyName', 'email', ...(await fieldsSaid(tx, listId))])
  return (Object.keys(LIST_HEADINGS) as GivenField[]).filter((field) => said.has(field))
}

export function headingsOf(fields: GivenField[], reading?: Reading | null): Table['headings'] {
  return fields.map((field) => ({ text: headingOf(field, reading), width: widthOf(field) }))
}
