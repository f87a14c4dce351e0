import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { backUp, folderFor, nobodyYet, restore } from '../../../test/support/backups.ts'
import { PASSWORD } from '../../../test/support/make.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'

test('who left after a backup was made stays out when it is restored beside the journal, until somebody decides', async (t) => {
  const here = await startLanyard(t, { mailWorker: false })
  const { app, id, make } = here
  const olive = here.http.as(here.owner)
  const reed = await make.school('Reed Primary')
  const [ann, ben, cat, dan, eve] = await Promise.all(
    ['Ann', 'Ben', 'Cat', 'Dan', 'Eve'].map((name) =>
      make.person(`${name.toLowerCase()}@reed.example`, { at: reed, name: `${name} Moss` }),
    ),
  )
  assert.ok(ann && ben && cat && dan && eve)
  await olive.post(`/api/v1/people/${eve.id}/archive`, {})
  await sealAudit(app, id)
  const folder = await folderFor(t)
  const file = join(folder, 'before.backup.gz')
  await backUp(here, file)

  await olive.post(`/api/v1/people/${ann.id}/archive`, {})
  await olive.post(`/api/v1/people/${ben.id}/pause`, {})
  await olive.send('DELETE', `/api/v1/people/${cat.id}`, { name: 'Cat Moss' })
  await olive.post(`/api/v1/people/${dan.id}/archive`, {})
  await olive.post(`/api/v1/people/${dan.id}/reactivate`, {})
  await olive.post(`/api/v1/people/${eve.id}/reactivate`, {})
  await sealAudit(app, id)

  const there = await nobodyYet(t)
  await cp(join(app.config.dataDir, 'leavers'), join(there.app.config.dataDir, 'leavers'), {
    recursive: true,
  })
  const forged = join(there.app.config.dataDir, 'leavers', `${id}.jsonl`)
  const line = { eventId: randomUUID(), membershipId: dan.id, became: 'archived', keyId: '1', mac: 'x' }
  await writeFile(forged, `${await readFile(forged, 'utf8')}${JSON.stringify(line)}\n{"eventId":`)
  const restored = await restore(there, file)
  assert.deepEqual([restored.ended.keptOut, restored.ended.notKeptOut], [3, 0])
  const signsIn = async (who: { email: string }) =>
    (await there.http.fresh().post('/api/v1/sessions', { email: who.email, password: PASSWORD })).status
  assert.deepEqual(await Promise.all([ann, ben, cat, dan].map(signsIn)), [401, 401, 401, 201])
  const owner = there.http.fresh()
  await owner.post('/api/v1/sessions', { email: here.owner.email, password: here.owner.password })
  const reviews = async () => (await owner.get(`/api/v1/organisations/${reed.id}/retention`)).body.reviews
  assert.deepEqual(
    (await reviews())
      .map((each: { name: string; restoredAs: string }) => [each.name, each.restoredAs])
      .sort(),
    [
      ['Ann Moss', 'archived'],
      ['Cat Moss', 'deleted'],
    ],
  )
  assert.equal((await owner.post(`/api/v1/people/${ann.id}/keep`)).status, 204)
  assert.equal((await reviews()).length, 1)
  assert.equal((await owner.post(`/api/v1/people/${ben.id}/reactivate`, {})).status, 200)
  assert.equal(await signsIn(ben), 201)
  assert.equal((await verifyAudit(there.app, id)).problem, null)
})
