import { csvOf } from '@lanyard/reader/write-csv.ts'
import type { Actor } from '../../kernel/actor.ts'
import { cleanLine } from '../../kernel/plain-words.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import type { Download } from '../../platform/http/route.ts'
import { authorize } from '../access/authorize.policy.ts'
import { BUILT_IN_ROLES, permissionsOf, ROLE_KEYS } from '../access/built-in-roles.ts'
import { type Permission, permissionInfo } from '../access/permissions.ts'
import { findPlace } from '../access/places.queries.ts'
import { inSight } from '../access/require.ts'
import { keptHow } from './kept-how.ts'
import { useOf } from './personal-columns.ts'
import { findRoot, listPeriods } from './retention.queries.ts'
import { BACKUP_KEPT_DAYS, type Periods, periodsOf, refuse } from './retention.ts'
import { type LiveColumn, listColumns } from './schema.queries.ts'
import { BASES, CATEGORIES, type Use, useInfo } from './uses.ts'

const HEADINGS = [
  'Table',
  'Column',
  'What it is',
  'Whose',
  'Category',
  'Purpose',
  'Lawful basis (for you to fill in)',
  'Lawful basis (a suggestion)',
  'Who sees it or gets it',
  'How long it is kept',
  'How it goes',
]

const WHOSE = 'Staff, governors, volunteers, contractors and agency workers, now and before'

/**
 * The record of processing activities (Article 30 of the UK GDPR) as a CSV file: every column of the database that holds
 * something personal, as the database and the tenant's retention periods are now. A column that nobody has described yet
 * is in it, and says so. For who decides how long things are kept, at the root of the tenant.
 * @throws Refusal not_found, forbidden
 */
export async function processingRecord(app: App, actor: Actor, organisationId: string): Promise<Download> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    inSight(actor, await findPlace(tx, organisationId))
    const root = await findRoot(tx)
    if (!authorize(actor, 'settings.security', root.place)) throw refuse.recordKeptAbove(root.name)
    const periods = periodsOf(await listPeriods(tx))
    const lines = (await listColumns(tx)).flatMap((column) => {
      const line = lineOf(column, periods)
      return line ? [line] : []
    })
    return {
      name: `Record of processing ${root.name}.csv`,
      type: 'text/csv; charset=utf-8',
      bytes: Buffer.from(
        csvOf([HEADINGS, ...[...lines, ...outsideTheDatabase(periods)].map((line) => line.map(cleanLine))]),
      ),
    }
  })
}

function lineOf({ table, column, means }: LiveColumn, periods: Periods): string[] | null {
  const use = useOf(table, column)
  if (use === null) return null
  if (use === undefined)
    return [table, column, means, '', 'Not described yet: take it for personal', '', '', '', '', '', '']
  return [table, column, means, WHOSE, ...treatmentOf(use, periods)]
}

function treatmentOf(use: Use, periods: Periods): string[] {
  const { category, purpose, kept } = useInfo(use)
  const { label, basis } = CATEGORIES[category]
  const { long, goes } = keptHow(kept, periods)
  return [label, purpose, '', BASES[basis], recipientsOf(use), long, goes]
}

function recipientsOf(use: Use): string {
  const { seenBy, themselves, alsoTo } = useInfo(use)
  const parts = [...seenBy.map(holdersOf), ...(themselves ? ['the person'] : []), ...(alsoTo ? [alsoTo] : [])]
  return parts.length > 0 ? parts.join('; ') : 'Nobody: it is on no page'
}

/** A permission and the roles that bring it, as they are now; it may have been granted to others besides. */
const holdersOf = (permission: Permission): string => {
  const roles = ROLE_KEYS.filter((role) => permissionsOf(role).has(permission))
  const named = roles.map((role) => BUILT_IN_ROLES[role].label).join(', ')
  return `“${permissionInfo(permission).label}” (${named}, and whoever was granted it)`
}

/** Where personal data is besides the tables. */
function outsideTheDatabase(periods: Periods): string[][] {
  const { security, record } = CATEGORIES
  const line = (what: string, whose: string, purpose: string, who: string, long: string, goes: string) => [
    '(outside the database)',
    ...[what, whose, WHOSE, security.label, purpose, '', BASES[security.basis], who, long, goes],
  ]
  const operators = 'Whoever runs the server'
  return [
    line(
      'Backups',
      'Everything above, of one moment',
      'To have it all again after a loss',
      operators,
      `${BACKUP_KEPT_DAYS} days as a rule`,
      'Removed when a newer one is made',
    ),
    line(
      'Journal of leavers',
      'Ids of people who left, signed; no names',
      'To keep leavers out when a backup is restored',
      operators,
      'For good',
      'It stays: once somebody is erased, an id names nobody',
    ),
    line(
      'Log',
      'Requests by kind and id; no names, addresses, links or passwords',
      'To find faults',
      operators,
      'As the server is set up',
      'As the server is set up',
    ),
    [
      '(outside the database)',
      'Anchors of the record',
      'Signed marks of the record; nothing personal by themselves',
      WHOSE,
      record.label,
      'To show that nobody changed the record',
      '',
      BASES[record.basis],
      operators,
      keptHow('record', periods).long,
      'Kept aside with the record',
    ],
  ]
}
