import type pg from 'pg'
import type { Migration } from '../migrate.ts'

export interface KeptTable {
  name: string
  /** Those that are stored; computed ones come about by themselves. */
  columns: string[]
  /** Begins with a tenant and shows its rows only. */
  guarded: boolean
}

/** Names of what migrations make in the schema `public`: a database of one's own may hold things of others besides. */
export function namesMade(migrations: Migration[], kind: 'table' | 'function'): string[] {
  const made = new RegExp(`^create (?:or replace )?${kind} (\\w+)\\s*\\(`, 'gm')
  return [
    ...new Set(migrations.flatMap(({ sql }) => [...sql.matchAll(made)].map((match) => match[1] as string))),
  ]
}

/** The tables of Lanyard that are there, each after those it points to. */
export async function readTables(client: pg.ClientBase, migrations: Migration[]): Promise<KeptTable[]> {
  const found = await client.query<KeptTable & { pointsTo: string[] }>(
    `select c.relname as name, c.relrowsecurity as guarded,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "pointsTo"
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any($1)
     order by c.relname`,
    [namesMade(migrations, 'table')],
  )
  return parentsFirst(found.rows).map(({ name, columns, guarded }) => ({ name, columns, guarded }))
}

/** @throws when tables point at each other in a ring, which no table of ours does */
function parentsFirst<T extends { name: string; pointsTo: string[] }>(tables: T[]): T[] {
  const ordered: T[] = []
  let left = tables
  while (left.length > 0) {
    const waiting = new Set(left.map((table) => table.name))
    const free = left.filter((table) => !table.pointsTo.some((name) => waiting.has(name)))
    if (free.length === 0) throw new Error(`These tables point at each other: ${[...waiting].join(', ')}`)
    ordered.push(...free)
    left = left.filter((table) => !free.includes(table))
  }
  return ordered
}
