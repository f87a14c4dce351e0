import type { Person } from '../../kernel/actor.ts'
import { editPerson } from '../accounts/edit-person.ts'
import { invite, type PersonWish } from '../invitations/invite.ts'
import { register } from '../invitations/register.ts'
import { resendMany } from '../invitations/resend.ts'
import { saveProgress } from '../invitations/save-progress.ts'
import { archivePerson, bringPersonBack, pausePerson } from '../leaving/move-person.ts'
import { createPerson } from '../newcomers/create-person.ts'
import { addOrganisation } from '../organisations/add-organisation.ts'
import { addUnit } from '../organisations/add-unit.ts'
import { LOCK_AFTER } from '../sign-in/lock.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { applyStaffList } from '../staff-lists/apply.ts'
import { uploadStaffList } from '../staff-lists/upload.ts'
import { workStaffList } from '../staff-lists/work-staff-list.ts'
import type { Colleague, DemoSchool } from './demo-staff.ts'
import type { Stage } from './stage.ts'

/** A school on the stage. */
export interface Playing {
  school: DemoSchool
  organisationId: string
  /** Departments by name. */
  units: Map<string, string>
  /** Memberships by address. */
  members: Map<string, string>
}

const DAY_MS = 86_400_000

/** What becomes of whom, by their line on the list. */
const AT_ONCE = 24
const AFTER_A_REMINDER = { from: 24, to: 39 }
const INVITED = 45
const LATE = { from: 45, to: 51 }
const MISTYPED = 45
const STARTED = 46
const SCHEDULED = { from: 51, to: 53 }
const PAUSED = 14
const CAME_BACK = 15
const LEFT = [16, 17]
const LOCKED = 18
const LEAVES_SOON = 19
const DELETED_SOON = 20
const LABELLED = { from: 0, to: 6 }
const REGISTER_DAYS = [35, 34, 33, 31]
const LATER_DAYS = [19, 18, 16]

/** The one address of a school that was written down wrongly. */
export const mistypedOf = ({ staff }: DemoSchool): string => colleague(staff, MISTYPED).email

/** The days of the story, so many before today; each is played in every school before the next comes. */
export const STORY: { daysAgo: number; play: (stage: Stage, at: Playing) => Promise<void> }[] = [
  { daysAgo: 41, play: managerRegisters },
  { daysAgo: 40, play: listIsUploaded },
  { daysAgo: 36, play: staffAreInvited },
  ...REGISTER_DAYS.map((daysAgo, day) => ({
    daysAgo,
    play: (stage: Stage, at: Playing) =>
      someRegister(stage, at, { from: 0, to: AT_ONCE }, [day, REGISTER_DAYS.length]),
  })),
  { daysAgo: 20, play: lapsedOnesAreRemembered },
  ...LATER_DAYS.map((daysAgo, day) => ({
    daysAgo,
    play: (stage: Stage, at: Playing) => someRegister(stage, at, AFTER_A_REMINDER, [day, LATER_DAYS.length]),
  })),
  { daysAgo: 14, play: someLeave },
  { daysAgo: 9, play: somePause },
  { daysAgo: 5, play: oneComesBack },
  { daysAgo: 2, play: lateOnesAreInvited },
  { daysAgo: 3, play: oneIsSetUp },
  { daysAgo: 1, play: someSignIn },
  { daysAgo: 1, play: datesAreSet },
  { daysAgo: 0, play: oneLocksThemselvesOut },
]

export async function opens(
  stage: Stage,
  owner: Person,
  trustId: string,
  school: DemoSchool,
): Promise<Playing> {
  const { app } = stage
  const { name, domain, manager } = school
  const { id: organisationId } = await addOrganisation(app, owner, {
    name,
    type: 'school',
    parentId: trustId,
    domains: [domain],
  })
  const units = new Map<string, string>()
  for (const department of school.departments) {
    const { id } = await addUnit(app, owner, organisationId, { name: department, kind: 'department' })
    units.set(department, id)
  }
  await invite(app, owner, organisationId, { people: [manager], roles: ['organisation_admin'] })
  await stage.deliver()
  return { school, organisationId, units, members: new Map() }
}

async function managerRegisters(stage: Stage, { school }: Playing): Promise<void> {
  await registers(stage, school.manager)
}

async function listIsUploaded(stage: Stage, { school, organisationId }: Playing): Promise<void> {
  const { app, tenantId } = stage
  const manager = await stage.as(school.manager.email)
  const { id } = await uploadStaffList(app, manager, organisationId, {
    everyone: false,
    rows: school.staff.map((each) => ({
      'Staff number': each.staffNumber,
      'First name': each.givenName,
      'Last name': each.familyName,
      Email: each.email,
      'Job title': each.jobTitle,
      Department: each.department,
    })),
  })
  await applyStaffList(app, manager, id, { invite: 'later' })
  await workStaffList(app, tenantId, id)
}

async function staffAreInvited(stage: Stage, at: Playing): Promise<void> {
  const { staff, departments } = at.school
  const asked = staff.slice(0, INVITED).map((each, line) => ({
    ...named(each),
    // The first of each department stands at its head.
    roles:
      line < departments.length
        ? [{ role: 'leader', unit: unitAt(at, each.department) }]
        : [line % 7 === 0 ? 'moderated_user' : 'user'],
  }))
  await invites(stage, at, asked, {})
}

/** Of some lines of the list, those whose turn it is on one of several days. */
async function someRegister(
  stage: Stage,
  { school }: Playing,
  lines: { from: number; to: number },
  [day, days]: [number, number],
): Promise<void> {
  const today = school.staff.slice(lines.from, lines.to).filter((_, line) => line % days === day)
  for (const each of today) await registers(stage, each)
}

async function lapsedOnesAreRemembered(stage: Stage, at: Playing): Promise<void> {
  const manager = await stage.as(at.school.manager.email)
  const { from, to } = AFTER_A_REMINDER
  const people = at.school.staff.slice(from, to).map((_, index) => memberAt(at, from + index))
  await resendMany(stage.app, manager, at.organisationId, { people })
  await stage.deliver()
}

async function someLeave(stage: Stage, at: Playing): Promise<void> {
  const manager = await stage.as(at.school.manager.email)
  for (const line of LEFT)
    await archivePerson(stage.app, manager, memberAt(at, line), { reason: 'New job in another trust' })
}

async function somePause(stage: Stage, at: Playing): Promise<void> {
  const manager = await stage.as(at.school.manager.email)
  for (const line of [PAUSED, CAME_BACK])
    await pausePerson(stage.app, manager, memberAt(at, line), { reason: 'Parental leave' })
}

async function oneComesBack(stage: Stage, at: Playing): Promise<void> {
  const manager = await stage.as(at.school.manager.email)
  await bringPersonBack(stage.app, manager, memberAt(at, CAME_BACK))
}

async function lateOnesAreInvited(stage: Stage, at: Playing): Promise<void> {
  const { staff } = at.school
  await invites(stage, at, staff.slice(LATE.from, LATE.to).map(named), {})
  await saveProgress(stage.app, stage.visitor, stage.post.linkOf(colleague(staff, STARTED).email), {
    step: 'mobile',
    givenName: colleague(staff, STARTED).givenName,
    familyName: colleague(staff, STARTED).familyName,
  })
}

/** A supply teacher is there before the next list is, with a password by email. */
async function oneIsSetUp(stage: Stage, at: Playing): Promise<void> {
  const manager = await stage.as(at.school.manager.email)
  await createPerson(stage.app, manager, at.organisationId, {
    givenName: 'Robin',
    familyName: at.school.name.split(' ')[0] as string,
    email: `supply@${at.school.domain}`,
    jobTitle: 'Supply teacher',
    relationship: 'agency',
    notify: 'credentials',
  })
  await stage.deliver()
}

async function datesAreSet(stage: Stage, at: Playing): Promise<void> {
  const { app } = stage
  const manager = await stage.as(at.school.manager.email)
  await archivePerson(app, manager, memberAt(at, LEAVES_SOON), { on: dayAhead(12), reason: 'Retires' })
  await editPerson(app, manager, memberAt(at, DELETED_SOON), { deletionDate: dayAhead(20) })
  for (let line = LABELLED.from; line < LABELLED.to; line++)
    await editPerson(app, manager, memberAt(at, line), {
      labels: { house: HOUSES[line % HOUSES.length] as string },
    })
}

const HOUSES = ['Oak', 'Ash', 'Elm']
const dayAhead = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

async function someSignIn(stage: Stage, at: Playing): Promise<void> {
  for (const line of [0, 1, 2, 5, 8, 11]) await stage.as(colleague(at.school.staff, line).email)
}

async function oneLocksThemselvesOut(stage: Stage, at: Playing): Promise<void> {
  const { app, visitor } = stage
  const { staff } = at.school
  const inThreeDays = new Date(Date.now() + 3 * DAY_MS).toISOString()
  await invites(stage, at, staff.slice(SCHEDULED.from, SCHEDULED.to).map(named), { sendAt: inThreeDays })
  const { email } = colleague(staff, LOCKED)
  for (let attempt = 0; attempt < LOCK_AFTER; attempt++)
    await signIn(app, visitor, { email, password: 'a password of another year' }).catch(() => {})
  await stage.deliver()
}

async function invites(
  stage: Stage,
  at: Playing,
  people: PersonWish[],
  terms: { sendAt?: string },
): Promise<void> {
  const manager = await stage.as(at.school.manager.email)
  const { results } = await invite(stage.app, manager, at.organisationId, { people, ...terms })
  for (const { email, personId } of results) if (personId) at.members.set(email, personId)
  await stage.deliver()
}

async function registers(stage: Stage, who: { email: string; givenName: string; familyName: string }) {
  await register(stage.app, stage.visitor, stage.post.linkOf(who.email), {
    givenName: who.givenName,
    familyName: who.familyName,
    mobile: '',
    password: stage.password,
  })
}

const named = ({ email, givenName, familyName }: Colleague) => ({ email, givenName, familyName })

function colleague(staff: Colleague[], line: number): Colleague {
  const found = staff[line]
  if (!found) throw new Error(`Nobody stands on line ${line} of the list`)
  return found
}

function unitAt(at: Playing, department: string): string {
  const id = at.units.get(department)
  if (!id) throw new Error(`There is no ${department} at ${at.school.name}`)
  return id
}

function memberAt(at: Playing, line: number): string {
  const { email } = colleague(at.school.staff, line)
  const id = at.members.get(email)
  if (!id) throw new Error(`${email} is no member yet`)
  return id
}
