/**
 * The least that an authenticated request could be: a bare fastify route that looks one row up by its key, with one
 * prepared statement over the same pool, and answers JSON. Serves until its standard input ends.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fastify } from 'fastify'
import { type Connection, openDatabase } from '../../server/src/platform/database/database.ts'

/** Where the rows stand; the bench makes it. */
export const LOOK_UP_TABLE = 'bench_look_up'

if (import.meta.main) {
  const connection = JSON.parse(process.argv[2] ?? '') as Connection
  const database = openDatabase(connection)
  const server = fastify()
  server.get<{ Params: { key: string } }>('/look-up/:key', async (request) => {
    const found = await database.pool.query<{ answer: object }>({
      name: 'look-up',
      text: `select answer from ${LOOK_UP_TABLE} where key = $1`,
      values: [request.params.key],
    })
    return found.rows[0]?.answer
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  console.log((server.server.address() as AddressInfo).port)
  await once(process.stdin.resume(), 'end')
  await server.close()
  await database.close()
}
