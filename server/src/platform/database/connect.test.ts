import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { unfitness } from './connect.ts'

test('a role that may not make temporary tables is told what it lacks, before anybody uploads a list', async (t) => {
  const { app, ownerConnection } = await startLanyard(t, { mailWorker: false })
  assert.deepEqual(await unfitness(app.database.pool), [])
  const owner = await openConnection(t, ownerConnection)
  const { rows } = await owner.query<{ name: string }>('select quote_ident(current_database()) as name')
  await owner.query(`revoke temporary on database ${rows[0]?.name} from public`)
  const [problem] = await unfitness(app.database.pool)
  assert.match(problem ?? '', /Grant it TEMPORARY/)
})
