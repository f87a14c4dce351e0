import pg from 'pg'
import type { Place } from './place.ts'
import { DATABASE, PORT, SUPERUSER } from './settings.ts'
import { checkSocketFolder } from './socket-folder.ts'

const ANSWER_WITHIN_MS = 5_000
const CANNOT_CONNECT_NOW = '57P03'
const TOO_MANY_CONNECTIONS = '53300'

/**
 * Asks the server behind the socket for one row.
 * @returns ready: it works. busy: it is there, but starting, recovering or stopping. silent: nobody answers.
 * @throws when it answers, but is not a database of ours
 */
export async function answer(place: Place): Promise<'ready' | 'busy' | 'silent'> {
  if (!checkSocketFolder(place)) return 'silent'
  const client = new pg.Client({
    host: place.socketDir,
    port: PORT,
    user: SUPERUSER,
    database: DATABASE,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  })
  // A connection that breaks reports it both here and from the call that waits for it; the call is listened to.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return 'ready'
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) return 'silent'
    if (error.code === CANNOT_CONNECT_NOW) return 'busy'
    if (error.code === TOO_MANY_CONNECTIONS) return 'ready'
    if (error.code?.startsWith('57P')) return 'busy'
    throw new Error(`The database in ${place.cluster} is not one that Lanyard made: ${error.message}.`)
  } finally {
    await client.end().catch(() => undefined)
  }
}
