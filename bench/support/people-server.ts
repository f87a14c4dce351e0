/**
 * The least that a page of people could be: a bare fastify route that runs the list's own statements, prepared, over the
 * same pool, and answers their rows as JSON. Serves until its standard input ends.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fastify } from 'fastify'
import { Kysely, PostgresDialect } from 'kysely'
import { listPeople } from '../../server/src/features/people/list-people.queries.ts'
import { findPersonRows } from '../../server/src/features/people/person-rows.queries.ts'
import { daysFor } from '../../server/src/features/people/school-days.ts'
import {
  countMatching,
  UNFILTERED,
  type Wanted,
} from '../../server/src/features/people/wanted-people.queries.ts'
import { type Connection, openDatabase, type Tx } from '../../server/src/platform/database/database.ts'
import type { DB } from '../../server/src/platform/database/tables.generated.ts'

/** What the route answers: people of the whole tenant with these labels, by name. */
export interface PeopleServed {
  connection: Connection
  tenantId: string
  statuses: Wanted['statuses']
  rows: number
}

interface Statement {
  name: string
  text: string
  values: unknown[]
}

if (import.meta.main) {
  const served = JSON.parse(process.argv[2] ?? '') as PeopleServed
  const { pool, close } = openDatabase(served.connection)
  const statements = await statementsOf(served)
  const server = fastify()
  server.get('/people', async () => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('lanyard.tenant', $1, true)`, [served.tenantId])
      const answers: unknown[][] = []
      for (const statement of statements) answers.push((await client.query({ ...statement })).rows)
      await client.query('commit')
      return { answers }
    } finally {
      client.release()
    }
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  console.log((server.server.address() as AddressInfo).port)
  await once(process.stdin.resume(), 'end')
  await server.close()
  await close()
}

/** The statements behind a page and its count, as the list asks them. */
async function statementsOf({ connection, tenantId, statuses, rows }: PeopleServed): Promise<Statement[]> {
  const asked: Statement[] = []
  const { pool } = openDatabase(connection, 1)
  const database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      asked.push({ name: `people-${asked.length}`, text: query.sql, values: [...query.parameters] })
    },
  })
  await pool.query(`select set_config('lanyard.tenant', $1, false)`, [tenantId])
  const tx = database as unknown as Tx
  const wanted: Wanted = {
    ...UNFILTERED,
    statuses,
    organisationIds: null,
    sightUnitIds: null,
    hiddenUnitIds: [],
    lockedIds: [],
    days: daysFor({ now: new Date(), timeZone: 'UTC' }),
  }
  const page = await listPeople(tx, wanted, { sort: 'name', after: null, limit: rows + 1 })
  await findPersonRows(
    tx,
    page.rows.slice(0, rows).map((each) => each.id),
  )
  await countMatching(tx, wanted, {})
  await database.destroy()
  return asked
}
