import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { insertPerson } from '../../src/features/people/people.queries.ts'
import { inTenant } from '../../src/platform/database/database.ts'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import { inviteOne, mailIsSettled, reedPrimary } from '../support/invite.ts'
import type { Person } from '../support/make.ts'

const DAY = 24 * 60 * 60
type Reed = Awaited<ReturnType<typeof reedPrimary>>

/** Reed Primary with somebody in every status. */
async function busySchool(t: TestContext) {
  const reed = await reedPrimary(t)
  const { make, app, id: tenantId, http, head, clock } = reed
  const science = await make.unit('Science', { at: reed.reed })
  await make.person('s.obrien@reed.example', { at: reed.reed, name: 'Siân O’Brien-Jones' })
  await make.person('zoe@reed.example', {
    at: reed.reed,
    name: 'Zoë Adeyemi',
    role: 'teacher',
    unit: science,
  })
  const grace = await make.person('grace@reed.example', { at: reed.reed, name: 'Grace Coyle' })
  await inviteOne(head, reed.reed, { email: 'tom@reed.example', givenName: 'Tom', familyName: 'Barlow' })
  await mailIsSettled(head, reed.reed)
  await clock.shift(8 * DAY)
  await inTenant(app.database, tenantId, (tx) =>
    insertPerson(tx, {
      email: 'fatima@reed.example',
      givenName: 'Fatima',
      familyName: 'Dar',
      organisationId: reed.reed.id,
      state: 'not_invited',
    }),
  )
  const units = { units: [science.id] }
  await inviteOne(
    head,
    reed.reed,
    { email: 'priya@reed.example', givenName: 'Priya', familyName: 'Shah' },
    units,
  )
  await mailIsSettled(head, reed.reed)
  for (let tries = 0; tries < 10; tries++)
    await http.fresh().post('/api/v1/sessions', { email: grace.email, password: 'not the right words' })
  return { ...reed, science, grace }
}

async function openPeople({ page }: View, { listens }: Reed, who: Person, path = 's/reed-primary/people') {
  await page.goto(`${listens}/${path}`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('table').waitFor()
}

const names = (page: Page) => page.locator('.register tbody th a').allTextContents()
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const choose = async (page: Page, name: string, action: string) => {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}
const outcome = (page: Page, words: string | RegExp) => page.locator('.outcome').getByText(words).waitFor()

for (const size of [WIDE, NARROW]) {
  test(`somebody is found by name, and the list found is in the address, at ${size.width} px`, async (t) => {
    const school = await busySchool(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openPeople(view, school, school.sam)
    await page.getByText('7 people, 4 registered (57%)').waitFor()
    await isSound('people-every-status')

    await page.keyboard.press('/')
    await page.keyboard.type('sian obrien')
    await page.getByText('1 matches').waitFor()
    assert.deepEqual(await names(page), ['Siân O’Brien-Jones'])
    assert.deepEqual(await page.locator('mark').allTextContents(), ['Siân', 'O’Brien'])
    assert.equal(new URL(page.url()).searchParams.get('q'), 'sian obrien')
    await isSound('people-search')
    await page.keyboard.press('Escape')
    await page.getByText('Grace Coyle').waitFor()

    await page.getByRole('button', { name: 'Status', exact: true }).click()
    const statuses = page.getByRole('listbox', { name: 'Status' })
    await statuses.getByRole('option', { name: 'Locked' }).click()
    await statuses.getByRole('option', { name: 'Expired' }).click()
    await isSound('people-filter-open')
    await page.keyboard.press('Escape')
    await page.getByText('2 match').waitFor()
    assert.deepEqual(await names(page), ['Grace Coyle', 'Tom Barlow'])
    assert.match((await rowOf(page, 'Grace Coyle').textContent()) ?? '', /LockedUnlocks \d\d:\d\d/)
    await isSound('people-filtered')

    const colleague = await openView(t, size)
    const shared = new URL(page.url())
    await openPeople(colleague, school, school.owner, shared.pathname.slice(1) + shared.search)
    await colleague.page.getByText('2 match').waitFor()
    assert.deepEqual(await names(colleague.page), ['Grace Coyle', 'Tom Barlow'])

    await page.getByRole('button', { name: 'Clear all' }).click()
    await page.getByRole('link', { name: /^Invitations/ }).click()
    await page.getByRole('link', { name: 'Priya Shah' }).waitFor()
    assert.deepEqual((await names(page)).sort(), ['Priya Shah', 'Tom Barlow'])
    await page.goBack()
    await page.getByText('Siân O’Brien-Jones').waitFor()
    await page.getByLabel('Search people').fill('smyth')
    await page.getByRole('heading', { name: 'No people match “smyth”' }).waitFor()
    await isSound('people-no-match')
  })

  test(`an invitation is resent, stopped, handed over as a link and cancelled from its row, at ${size.width} px`, async (t) => {
    const school = await busySchool(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openPeople(view, school, school.sam)
    await rowOf(page, 'Tom Barlow').getByText('Expired', { exact: true }).waitFor()
    await choose(page, 'Tom Barlow', 'Resend invitation')
    await outcome(page, 'A new invitation to Tom Barlow is waiting to be sent.')
    await isSound('people-resent')
    await page.getByRole('button', { name: 'Stop' }).click()
    await outcome(page, '1 invitation was stopped before it was sent.')
    await rowOf(page, 'Tom Barlow').getByText('Expired', { exact: true }).waitFor()

    await choose(page, 'Fatima Dar', 'Send invitation')
    await outcome(page, 'An invitation to Fatima Dar is waiting to be sent.')
    await rowOf(page, 'Fatima Dar').getByText('Pending').waitFor()

    await choose(page, 'Priya Shah', 'Copy personal link')
    await page.getByText('Anyone with this link can register as Priya Shah. Send it only to them.').waitFor()
    await isSound('people-link-asked')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const link = page.getByLabel('Link for Priya Shah')
    await link.waitFor()
    assert.match(await link.inputValue(), /\/i\/inv_/)
    await isSound('people-link')
    await page.getByRole('button', { name: 'Done' }).click()

    await choose(page, 'Priya Shah', 'Cancel invitation')
    await page.getByText(/Every link sent to Priya Shah at priya@reed.example stops working/).waitFor()
    await isSound('people-cancel-asked')
    await page.getByRole('button', { name: 'Cancel invitation', exact: true }).click()
    await outcome(page, 'The invitation to Priya Shah is cancelled.')
    await page.getByRole('link', { name: 'Priya Shah' }).waitFor({ state: 'detached' })
  })

  test(`those ticked are named before anything is sent, and never-invited people only when chosen, at ${size.width} px`, async (t) => {
    const school = await busySchool(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openPeople(view, school, school.sam)
    await page.getByRole('checkbox', { name: 'Select Tom Barlow' }).check()
    await page.getByRole('checkbox', { name: 'Select Fatima Dar' }).check()
    await page.getByRole('checkbox', { name: 'Select Zoë Adeyemi' }).check()
    await page.getByRole('button', { name: 'Resend to 1' }).waitFor()
    await page.getByText('(1 never invited, 1 already registered)').waitFor()
    await isSound('people-ticked')
    await page.getByRole('button', { name: 'Resend to 1' }).click()
    const never = page.getByRole('checkbox', { name: '1 person never invited' })
    await never.waitFor()
    assert.ok(!(await never.isChecked()), 'never-invited people are not ticked')
    await isSound('people-resend-dialog')
    await page.getByRole('button', { name: 'Not now' }).click()
    await page.getByRole('button', { name: 'Clear', exact: true }).click()

    await page.getByRole('button', { name: 'More for this list' }).click()
    await page.getByRole('menuitem', { name: 'Resend to all not set up' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: '1 person invited and not registered yet' }).waitFor()
    await dialog.getByText('tom@reed.example').waitFor()
    await dialog.getByRole('checkbox', { name: '1 person never invited' }).check()
    await dialog.getByRole('button', { name: 'Resend to 2' }).click()
    await outcome(page, '2 invitations are waiting to be sent.')
    await rowOf(page, 'Fatima Dar').getByText('Pending').waitFor()
    await rowOf(page, 'Tom Barlow').getByText('Pending').waitFor()
  })

  test(`a person’s page says where each field comes from and what became of each email, at ${size.width} px`, async (t) => {
    const school = await busySchool(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openPeople(view, school, school.sam, 's/reed-primary/people?q=priya')
    await page.getByRole('link', { name: 'Priya Shah' }).click()
    await page.getByRole('heading', { level: 1, name: 'Priya Shah' }).waitFor()
    await page.getByRole('rowheader', { name: 'Work email' }).waitFor()
    await page.getByText('Invited by Sam Patel').first().waitFor()
    await isSound('person-pending')
    for (const tab of ['Access', 'Emails', 'Activity']) {
      await page.getByRole('link', { name: tab, exact: true }).last().click()
      await page.waitForURL(`**/${tab.toLowerCase()}`)
      await page.getByRole('status').first().waitFor({ state: 'attached' })
      await isSound(`person-${tab.toLowerCase()}`)
    }
    await page.getByRole('link', { name: 'People' }).last().click()
    await page.getByText('1 matches').waitFor()
  })
}
