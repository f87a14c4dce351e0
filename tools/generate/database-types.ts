import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { PostgresDialect as CodegenDialect, generate } from 'kysely-codegen'
import pg from 'pg'
import { readConfig } from '../../server/src/platform/config/config.ts'
import { connect } from '../../server/src/platform/database/connect.ts'
import type { Connection } from '../../server/src/platform/database/database.ts'
import { migrate } from '../../server/src/platform/database/migrate.ts'
import type { Generator } from './generator.ts'

/** Writes the types of the tables as they are after every migration, in a database made for the purpose. */
export const databaseTypes: Generator = {
  async make() {
    const dataDir = await mkdtemp(join(tmpdir(), 'lanyard-types-'))
    try {
      const { owner, appRole, stop } = await connect(readConfig({ DATA_DIR: dataDir }), () => {})
      try {
        if (!owner) throw new Error('The embedded database has no owner role.')
        await migrate(owner, appRole)
        return [{ path: 'server/src/platform/database/tables.generated.ts', text: await typesOf(owner) }]
      } finally {
        await stop()
      }
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

async function typesOf(owner: Connection): Promise<string> {
  const pool = new pg.Pool(owner)
  // A connection may still be saying goodbye when the database stops; nothing is lost with it.
  pool.on('error', () => {})
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await generate({
      db,
      dialect: new CodegenDialect(),
      camelCase: false,
      outFile: null,
      includePattern: 'public.*',
      // As the pool reads them: see platform/database/database.ts.
      typeMapping: { int8: 'number' },
    })
  } finally {
    await db.destroy()
  }
}
