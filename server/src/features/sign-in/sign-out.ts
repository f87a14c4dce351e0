import type { Person } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { endEverything } from './end-everything.ts'
import { endSession } from './sign-in.queries.ts'

/** Ends this session, at once and on every node. */
export async function signOut(app: App, person: Person): Promise<void> {
  await inTenant(app.database, person.tenantId, async (tx) => {
    await endSession(tx, person.sessionId)
    await record(app, tx, person, [
      { event: 'session.ended', subjectId: person.accountId, detail: { sessionId: person.sessionId } },
    ])
  })
}

/** Ends everything that was issued to the person, this session too: what they left behind elsewhere opens nothing more. */
export async function signOutEverywhere(app: App, person: Person): Promise<void> {
  await inTenant(app.database, person.tenantId, async (tx) => {
    const ended = await endEverything(tx, [person.accountId])
    const sessions = ended.get(person.accountId) ?? 0
    await record(app, tx, person, [
      { event: 'sessions.ended_everywhere', subjectId: person.accountId, detail: { sessions } },
    ])
  })
}
