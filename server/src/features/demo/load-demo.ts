import type { Request } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { newReadableCode } from '../../platform/crypto/tokens.ts'
import type { Connection } from '../../platform/database/database.ts'
import type { MailKinds } from '../messages/message.ts'
import { openTenantDirectory } from '../organisations/tenants.ts'
import { setUp } from '../set-up/set-up.ts'
import { isSetUp } from '../set-up/set-up-code.ts'
import { isAlone, refuse } from './demo.ts'
import { demoSchools } from './demo-staff.ts'
import { removeDemo } from './remove-demo.ts'
import { goTo, openStage } from './stage.ts'
import { mistypedOf, opens, type Playing, STORY } from './story.ts'

export interface LoadedDemo {
  organisationId: string
  owner: string
  managers: string[]
  /** The same for everybody who has registered. */
  password: string
}

const TRUST = 'Beacon Trust'
/** Days before today on which the story begins. */
const FIRST_DAY = 42
const OWNER = { givenName: 'Ada', familyName: 'Ford', email: 'ada.ford@beacon.example' }

/**
 * Fills an empty installation with three made-up schools: 180 people, six weeks of what happens to them, all of it
 * through the verbs that people use. The clock is set back for each day of the story and stands right again at the end.
 * No mail leaves: it goes to a mail server of the demonstration's own. Whole, or nothing is left.
 * @param owner the role that owns the tables: only it may set the clock
 * @throws Refusal owner_needed, mail_is_set, already_set_up, lanyard_runs
 */
export async function loadDemo(
  app: App,
  owner: Connection | undefined,
  kinds: MailKinds,
  request: Request,
): Promise<LoadedDemo> {
  if (!owner) throw refuse.ownerNeeded()
  if (app.mail.mode === 'sending') throw refuse.mailIsSet()
  if (await isSetUp(app.database)) throw refuse.notEmpty()
  if (!(await isAlone(app.database))) throw refuse.running()
  const password = `${newReadableCode()}-${newReadableCode()}`
  const schools = demoSchools()
  try {
    await goTo(owner, FIRST_DAY)
    const { organisationId } = await setUp(
      app,
      { kind: 'operator', request },
      {
        owner: { ...OWNER, password },
        organisation: { name: TRUST, type: 'trust', domains: ['beacon.example'], timeZone: 'Europe/London' },
        demo: true,
      },
    )
    const [tenant] = await openTenantDirectory(app.database).all()
    const stage = openStage(app, owner, kinds, {
      tenantId: tenant?.tenantId ?? '',
      request,
      password,
      nobody: new Set(schools.map(mistypedOf)),
    })
    const first = await stage.as(OWNER.email)
    const playing: Playing[] = []
    for (const school of schools) playing.push(await opens(stage, first, organisationId, school))
    for (const { daysAgo, play } of STORY) {
      await stage.goTo(daysAgo)
      for (const at of playing) await play(stage, at)
    }
    return {
      organisationId,
      owner: OWNER.email,
      managers: schools.map((school) => school.manager.email),
      password,
    }
  } catch (error) {
    await removeDemo(app, owner).catch(() => {})
    throw error
  } finally {
    await goTo(owner, 0)
  }
}
