import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { editGroundOf, replan } from './change-row.ts'
import {
  type DomainGroup,
  listDomainGroups,
  listProblemGroups,
  listSuggested,
  type ProblemGroup,
  type SuggestedEdit,
} from './groups.queries.ts'
import { draftOf, listInSight } from './list-in-sight.ts'
import { readEdits } from './read-edit.ts'
import { saveDecisions, saveEdits } from './rows.queries.ts'
import { FIELD_LABELS } from './say-row.ts'
import { answerList } from './see-staff-list.ts'
import { refuse, type StaffListRow } from './staff-list.ts'
import { touchList } from './staff-lists.queries.ts'
import type { GroupAnswer, StaffListAnswer } from './staff-lists.shapes.ts'

/** Rows of a draft that can be put right together. @throws Refusal not_found, forbidden */
export async function seeGroups(app: App, actor: Actor, id: string): Promise<{ data: GroupAnswer[] }> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const { list } = await listInSight(tx, actor, id)
    if (list.state !== 'ready') return { data: [] }
    return {
      data: [
        ...(await listDomainGroups(tx, id)).map(asDomainGroup),
        ...(await listProblemGroups(tx, id)).map(asProblemGroup),
      ],
    }
  })
}

/**
 * Puts the rows of a group right, each as it was suggested.
 * @throws Refusal not_found, forbidden, list_applied, not_ready, group_unknown
 */
export async function fixGroup(app: App, actor: Actor, id: string, key: string): Promise<StaffListAnswer> {
  return changeAs(app, actor, async (tx) => {
    const { list } = await draftOf(tx, actor, id)
    const domain = (await listDomainGroups(tx, id)).find((group) => domainKey(group) === key)
    if (domain) await saveDecisions(tx, id, domain.places, 'same', domain.membershipIds)
    else await useSuggestions(tx, list, key)
    await replan(tx, actor, list)
    await touchList(tx, id)
    return answerList(tx, actor, id)
  })
}

async function useSuggestions(tx: Tx, list: StaffListRow, key: string): Promise<void> {
  const rows = await listSuggested(tx, list.id, key)
  if (rows.length === 0) throw refuse.groupUnknown()
  const ground = await editGroundOf(tx, list)
  await saveEdits(
    tx,
    list.id,
    rows.map((row) => ({ place: row.place, edits: readEdits({ [row.field]: suggestionOf(row) }, ground) })),
  )
}

/** Of a cell with several departments only the one that is wrong becomes another. */
function suggestionOf({ field, typed, given, suggestion }: SuggestedEdit): string {
  if (field !== 'unit' || given === null) return suggestion
  return given
    .split(';')
    .map((part) => (part.trim() === typed ? suggestion : part.trim()))
    .join('; ')
}

const domainKey = ({ from, to }: DomainGroup) => `domain ${from} ${to}`
const forRows = (rows: number) => (rows === 1 ? 'for 1 row' : `for ${rows.toLocaleString('en-GB')} rows`)
const inRows = (rows: number) => (rows === 1 ? '1 row has' : `${rows.toLocaleString('en-GB')} rows have`)

function asDomainGroup(group: DomainGroup): GroupAnswer {
  const rows = group.rows.toLocaleString('en-GB')
  return {
    key: domainKey(group),
    outcome: 'conflict',
    rows: group.rows,
    detail: `${rows} emails would change from @${group.from} to @${group.to}. Is that right?`,
    fix: `Yes, the same ${rows} people`,
  }
}

function asProblemGroup({ key, code, field, value, suggestion, rows }: ProblemGroup): GroupAnswer {
  const all = rows.toLocaleString('en-GB')
  const group = { key, outcome: 'error' as const, rows }
  if (code === 'two_addresses')
    return {
      ...group,
      detail: `${inRows(rows)} two addresses in one cell.`,
      fix: `Use ${suggestion} for all ${all}`,
    }
  if (code === 'email_incomplete')
    return {
      ...group,
      detail: `${inRows(rows)} a user name in place of an address.`,
      fix: `Add @${suggestion} to all ${all}`,
    }
  if (field === 'email')
    return {
      ...group,
      detail: `${inRows(rows)} an address at @${value}.`,
      fix: `Use @${suggestion} for all ${all}`,
    }
  if (code === 'unit_unknown')
    return {
      ...group,
      detail: `“${value}” isn’t a department here.`,
      fix: `Use ${suggestion} ${forRows(rows)}`,
    }
  const label = (FIELD_LABELS[field] ?? field).toLowerCase()
  return {
    ...group,
    detail: `${inRows(rows)} “${value}” as the ${label}.`,
    fix: `Use ${suggestion} ${forRows(rows)}`,
  }
}
