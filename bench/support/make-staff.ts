import { openApp } from '../../server/src/entrances/open-app.ts'
import { readConfig } from '../../server/src/platform/config/config.ts'
import { openLog } from '../../server/src/platform/log/log.ts'
import { makersFor, type Person } from '../../server/test/support/make.ts'

/** Makes people who can sign in, at one organisation of the Lanyard that runs on this data folder. */
export async function makeStaff(dataDir: string, organisationId: string, count: number): Promise<Person[]> {
  const { app, close } = await openApp(readConfig({ DATA_DIR: dataDir }), openLog('silent'), 'join')
  try {
    const { rows } = await app.database.pool.query<{ id: string }>('select id from tenants')
    const root = { id: organisationId, name: 'Beacon Trust' }
    const make = makersFor(app, rows[0]?.id ?? '', root)
    const staff: Person[] = []
    for (let n = 1; n <= count; n++) staff.push(await make.person(`person${n}@beacon.example`, { at: root }))
    return staff
  } finally {
    await close()
  }
}
