import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openView, WIDE } from '../support/browser.ts'
import { mailedLink, reedPrimary } from '../support/invite.ts'
import type { Person } from '../support/make.ts'

const DAY_SECONDS = 24 * 60 * 60
/** After this what was sent from the list can no longer be stopped, and leaves. */
const HOLD_SECONDS = 11
const EMAIL = 'jane@reed.example'
const PASSWORD_OF_JANE = 'sunny desk lamp'

/** Reed and Oak Primary, with Sam Patel who looks after both. */
async function twoSchools(t: TestContext) {
  const scene = await reedPrimary(t)
  const oak = await scene.make.school('Oak Primary')
  await scene.make.person(scene.sam.email, { at: oak, role: 'organisation_admin', password: false })
  await scene.make.person('priya@reed.example', { at: scene.reed, name: 'Priya Shah' })
  return scene
}

async function signIn(page: Page, { email, password }: Pick<Person, 'email' | 'password'>) {
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** The next thing to do about somebody, at the top of their page. */
const pressNext = (page: Page, name: string) =>
  page.locator('.person-head').getByRole('button', { name, exact: true }).click()
const outcome = (page: Page, words: string) => page.locator('.outcome').getByText(words).waitFor()
const notice = (page: Page, words: string | RegExp) => page.locator('.notice').getByText(words).waitFor()
const row = (page: Page) => page.getByRole('row', { name: /Jane Smith/ })

/** Goes to the list by the navigation, and reads there how Jane stands. */
async function list(page: Page, label: string | null, line?: RegExp, view = 'Everyone') {
  await page.getByRole('link', { name: 'People', exact: true }).first().click()
  await page.getByRole('table').waitFor()
  if (view !== 'Everyone') await page.getByRole('link', { name: new RegExp(`^${view}`) }).click()
  if (label === null) {
    await page.getByRole('link', { name: 'Sam Patel' }).waitFor()
    return row(page).waitFor({ state: 'detached' })
  }
  await row(page).locator('.status-cell').getByText(label, { exact: true }).waitFor()
  if (line) await row(page).getByText(line).waitFor()
}

async function openJane(page: Page) {
  await row(page).getByRole('link', { name: 'Jane Smith' }).click()
  await heading(page, 'Jane Smith')
}

async function fromRow(page: Page, action: string) {
  await press(page, 'Actions for Jane Smith')
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

async function fromPage(page: Page, action: string) {
  await press(page, 'More for Jane Smith')
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

async function reactivate(page: Page) {
  await page.getByRole('dialog', { name: 'Reactivate Jane Smith?' }).waitFor()
  await press(page, 'Reactivate Jane Smith')
  await outcome(page, 'Jane Smith is active again, with the roles as before: User.')
}

/** What the page of a person tells under Activity, from the first day on, without days and hours. */
async function told(page: Page): Promise<string[]> {
  await page.getByRole('link', { name: 'Activity', exact: true }).last().click()
  await page.waitForURL('**/activity')
  await page.locator('.timeline li').first().waitFor()
  const lines = await page.locator('.timeline li').allInnerTexts()
  return lines.flatMap((line) => /^\d\d:\d\d\n(.+)$/.exec(line)?.[1] ?? []).reverse()
}

test('a colleague’s whole working life is led from the list of people, and told there as it was', async (t) => {
  const { listens, sam, clock, sendMail, mailbox } = await twoSchools(t)
  const { page, isSound } = await openView(t, WIDE)
  const mailLeaves = async () => {
    await clock.shift(HOLD_SECONDS)
    await sendMail()
  }
  await page.goto(`${listens}/s/reed-primary/people`)
  await signIn(page, sam)

  await press(page, 'Add people')
  await page.getByRole('menuitem', { name: /^Add one person/ }).click()
  await page.getByLabel('First name').fill('Jane')
  await page.getByLabel('Last name').fill('Smith')
  await page.getByLabel('Work email').fill(EMAIL)
  await page.getByRole('radio', { name: /^Don’t invite yet/ }).check()
  await press(page, 'Save without inviting')
  await heading(page, 'Jane Smith')
  await list(page, 'Not invited', /^Added /)

  await fromRow(page, 'Send invitation')
  await outcome(page, 'An invitation to Jane Smith is waiting to be sent.')
  await mailLeaves()
  await mailedLink(mailbox, EMAIL)
  await list(page, 'Pending', /^Sent .*, expires /)

  await clock.shift(8 * DAY_SECONDS)
  await page.reload()
  await signIn(page, sam)
  await list(page, 'Expired', /^Expired /)
  await openJane(page)
  await pressNext(page, 'Resend invitation')
  await outcome(page, 'A new invitation to Jane Smith is waiting to be sent.')
  await mailLeaves()
  const link = `${listens}/i/${await mailedLink(mailbox, EMAIL, 2)}`
  await list(page, 'Pending', /^Sent .*, expires /)

  const { page: hers } = await openView(t, WIDE)
  await hers.goto(link)
  await heading(hers, 'Jane, set up your staff account')
  await press(hers, 'Start')
  await press(hers, 'Continue')
  await press(hers, 'I don’t have a work mobile')
  await hers.getByLabel('Password', { exact: true }).fill(PASSWORD_OF_JANE)
  await press(hers, 'Create my account')
  await heading(hers, 'You’re in, Jane')
  await page.reload()
  await list(page, 'Active')

  const { page: elsewhere } = await openView(t, WIDE)
  await elsewhere.goto(`${listens}/sign-in`)
  for (let tries = 0; tries < 10; tries++) {
    const answered = elsewhere.waitForResponse('**/api/v1/sessions')
    await signIn(elsewhere, { email: EMAIL, password: 'not the right words' })
    await answered
  }
  await page.reload()
  await list(page, 'Locked', /^Unlocks \d\d:\d\d$/)
  await openJane(page)
  await page.getByText('Jane can’t sign in with a password for now').waitFor()
  await pressNext(page, 'Unlock now')
  await outcome(page, 'Jane Smith is unlocked and can sign in now.')
  await list(page, 'Active')
  await signIn(elsewhere, { email: EMAIL, password: PASSWORD_OF_JANE })
  await heading(elsewhere, 'Hello, Jane')

  await isSound('life-list')
  await fromRow(page, 'Pause')
  await heading(page, 'Pause Jane Smith')
  await page.getByText('Jane is signed out everywhere at once and can’t sign in any more.').waitFor()
  await isSound('life-consequences')
  await press(page, 'Pause Jane Smith')
  await notice(page, 'Jane Smith is paused and has no access to Reed Primary.')
  for (const each of [hers, elsewhere]) {
    await each.goto(listens)
    await each.waitForURL('**/sign-in**')
  }
  await list(page, 'Inactive', /^Paused by Sam Patel, /)
  await openJane(page)
  await pressNext(page, 'Reactivate')
  await reactivate(page)
  await list(page, 'Active')

  await fromRow(page, 'Archive')
  await heading(page, 'How does Jane Smith leave?')
  await page.getByLabel('Reason (optional)').fill('New job')
  await press(page, 'Archive Jane Smith')
  await notice(page, 'Jane Smith is archived and has no access to Reed Primary.')
  await list(page, null)
  await list(page, 'Inactive', /^Archived, left /, 'Archived')
  await fromRow(page, 'Reactivate')
  await reactivate(page)
  await list(page, 'Active')

  await openJane(page)
  await fromPage(page, 'Move')
  await page.getByLabel('Where to').first().click()
  await page.getByRole('option', { name: 'Oak Primary' }).click()
  await press(page, 'Move Jane Smith')
  await notice(page, 'Jane Smith is at Oak Primary now as User, and archived at Reed Primary.')
  const ofAnywhere = ['Signed in', 'A sign-in failed 10 times', 'Sign-in was paused after 10 wrong passwords']
  assert.deepEqual(await told(page), [
    'Added by hand, not invited, by Sam Patel',
    'Invited, by Sam Patel',
    'The invitation was sent again, by Sam Patel',
    'Registered with the invitation',
    ...ofAnywhere,
    'Unlocked, by Sam Patel',
    'Signed in',
    'Paused, by Sam Patel',
    'Reactivated, by Sam Patel',
    'Archived, by Sam Patel',
    'Reactivated, by Sam Patel',
    'Archived on moving to another organisation, by Sam Patel',
  ])
  await isSound('life-timeline')
  await list(page, null)
  await list(page, 'Inactive', /^Archived, left /, 'Archived')
  await page.goto(`${listens}/s/oak-primary/people`)
  await list(page, 'Active')
  await signIn(elsewhere, { email: EMAIL, password: PASSWORD_OF_JANE })
  await heading(elsewhere, 'Hello, Jane')

  await openJane(page)
  assert.deepEqual(await told(page), [
    ...ofAnywhere,
    'Signed in',
    'Moved here from another organisation, by Sam Patel',
    'Signed in',
  ])
  await fromPage(page, 'Delete for good')
  await page.getByLabel('Type Jane Smith to confirm').fill('Jane Smith')
  await press(page, 'Delete Jane Smith for good')
  await notice(page, /^Deleted at Oak Primary for good\./)
  await list(page, null)
  await page.goto(`${listens}/s/reed-primary/people`)
  await list(page, 'Inactive', /^Archived, left /, 'Archived')
  await fromRow(page, 'Delete for good')
  await page.getByLabel('Type Jane Smith to confirm').fill('Jane Smith')
  await press(page, 'Delete Jane Smith for good')
  await notice(page, /the email address is free again\.$/)
  await list(page, null)
  await page.getByLabel('Search people').fill('jane')
  await page.getByRole('heading', { name: 'No people match “jane”' }).waitFor()
  await elsewhere.goto(listens)
  await elsewhere.waitForURL('**/sign-in**')

  await page.getByRole('link', { name: 'Activity', exact: true }).first().click()
  await page.getByText(/Sam Patel deleted Erased person [0-9A-F]{4} for good/).waitFor()
  await isSound('life-activity')
  // Browsers hold connections open that they never use, and a server that closes would wait for them.
  for (const each of [hers, elsewhere, page]) await each.context().close()
})
