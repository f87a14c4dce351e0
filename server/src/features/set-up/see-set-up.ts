import type { Anonymous } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { type Check, runChecks } from './checks.ts'
import { alreadySetUp, isSetUp } from './set-up-code.ts'

/** The checks that the first page of set-up shows. @throws Refusal not_found once set up */
export async function seeSetUp(app: App, visitor: Anonymous): Promise<{ checks: Check[]; timeZone: string }> {
  if (await isSetUp(app.database)) throw alreadySetUp()
  return { checks: await runChecks(app, visitor.request.visitedAt), timeZone: 'Europe/London' }
}
