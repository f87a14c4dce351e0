import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

const ADDRESS = /[\p{L}\p{N}._%+'’-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Whose words stay: everything else that is an address or the name of somebody here is another person's. */
export interface Own {
  accountId: string
  name: string
  addresses: string[]
}

/**
 * Takes other people out of what was written freely, such as a reason or the words of an invitation: addresses that are
 * not this person's, and full names of anybody else known here.
 */
export async function withoutOthers<T>(tx: Tx, kept: T, own: Own): Promise<T> {
  const texts = new Set<string>()
  mapTexts(kept, (text) => {
    if (/\s/.test(text)) texts.add(text)
    return text
  })
  const names = (await findNamed(tx, own, [...texts].join('\n'))).filter(
    (name) => fold(name) !== fold(own.name),
  )
  const addresses = new Set(own.addresses.map(fold))
  const named = wholeWords([own.name, ...names])
  return mapTexts(kept, (text) =>
    text
      .replace(ADDRESS, (address) => (addresses.has(fold(address)) ? address : 'another address'))
      .replace(named, (name) => (fold(name) === fold(own.name) ? name : 'another person')),
  )
}

/** Full names of other people that stand in a text. */
async function findNamed(tx: Tx, own: Own, text: string): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select distinct n.name from (
      select btrim(a.given_name || ' ' || a.family_name) as name from accounts a
      where a.tenant_id = current_tenant() and a.id <> ${own.accountId} and a.given_name <> '' and a.family_name <> ''
    ) n where strpos(lower(${text}), lower(n.name)) > 0`.execute(tx)
  return found.rows.map((row) => row.name)
}

/** The longest first, so that a name inside another one is not taken for it. */
const wholeWords = (names: string[]) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names
      .filter((name) => name !== '')
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
      .join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  )

const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase('en')

/** The same with every text in it changed; what it is called stays. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (value instanceof Date || value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change)) as T
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)])) as T
}
