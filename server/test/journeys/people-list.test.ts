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
  const { make, app, id: tenantId, http, head, olive, clock } = reed
  const science = await make.unit('Science', { at: reed.reed })
  await make.person('s.obrien@reed.example', { at: reed.reed, name: 'Siân O’Brien-Jones' })
  await make.person('zoe@reed.example', {
    at: reed.reed,
    name: 'Zoë Adeyemi',
    role: 'teacher',
    unit: science,
  })
  const grace = await make.person('grace@reed.example', { at: reed.reed, name: 'Grace Coyle' })
  await inviteOne(olive, reed.reed, { email: 'tom@reed.example', givenName: 'Tom', familyName: 'Barlow' })
  await mailIsSettled(olive, reed.reed)
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
    assert.deepEqual(await page.locator('mark').allTextContents(), ['Siân', 'O’Brien', 'obrien'])
    assert.equal(new URL(page.url()).searchParams.get('q'), 'sian obrien')
    await isSound('people-search')
    await page.keyboard.press('Escape')
    await page.getByText('Grace Coyle').waitFor()

    await page.locator('.filters').getByRole('button', { name: 'Status', exact: true }).click()
    const statuses = page.getByRole('listbox', { name: 'Status' })
    await statuses.getByRole('option', { name: 'Locked' }).click()
    await statuses.getByRole('option', { name: 'Expired' }).click()
    // The open list follows its button only after a change of size, so it is looked at where nothing changes much.
    if (size === NARROW) await isSound('people-filter-open')
    await page.keyboard.press('Escape')
    await page.getByText('2 match').waitFor()
    assert.deepEqual(await names(page), ['Tom Barlow', 'Grace Coyle'])
    assert.match((await rowOf(page, 'Grace Coyle').textContent()) ?? '', /LockedUnlocks \d\d:\d\d/)
    await isSound('people-filtered')

    const colleague = await openView(t, size)
    const shared = new URL(page.url())
    await openPeople(colleague, school, school.owner, shared.pathname.slice(1) + shared.search)
    await colleague.page.getByText('2 match').waitFor()
    assert.deepEqual(await names(colleague.page), ['Tom Barlow', 'Grace Coyle'])

    await page.getByRole('button', { name: 'Clear all' }).click()
    await page.getByRole('link', { name: /^Invitations/ }).click()
    await page.getByRole('link', { name: 'Zoë Adeyemi' }).waitFor({ state: 'detached' })
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
    const link = page.getByRole('textbox', { name: 'Link for Priya Shah' })
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
    await page.getByRole('button', { name: 'Not now' }).last().click()
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

for (const size of [WIDE, NARROW])
  test(`an email that came back is said in the list, and why on the person’s page, at ${size.width} px`, async (t) => {
    const reed = await reedPrimary(t)
    reed.mailbox.behave('refuse')
    await inviteOne(reed.head, reed.reed, {
      email: 'priya@reed.example',
      givenName: 'Priya',
      familyName: 'Shah',
    })
    await mailIsSettled(reed.head, reed.reed)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openPeople(view, reed, reed.sam)
    await page.getByRole('link', { name: 'Email problems 1' }).click()
    await page.getByRole('link', { name: 'Sam Patel' }).waitFor({ state: 'detached' })
    const row = rowOf(page, 'Priya Shah')
    await row.getByText('Pending', { exact: true }).waitFor()
    await row.getByText('Email problem: the address doesn’t exist').waitFor()
    await isSound('people-email-problem')
    await page.getByRole('link', { name: 'Priya Shah' }).click()
    await page.getByText('Priya can’t sign in yet, and the last email didn’t get through.').waitFor()
    await page
      .getByText(/5\.1\.1 No such user here/)
      .first()
      .waitFor()
    await isSound('person-email-problem')
  })

test('with the keyboard alone somebody is found, filtered, resent to and opened', async (t) => {
  const school = await busySchool(t)
  const view = await openView(t, WIDE)
  const { page } = view
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focused = () =>
    page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent')
  await openPeople(view, school, school.sam)
  await press('/')
  assert.equal(await focused(), 'Search people')
  await press('Tab')
  assert.equal(await focused(), 'Status')
  await press('ArrowDown', 'e')
  await press('Space', 'Escape')
  assert.match(String(await focused()), /^Status: Expired/)
  await page.getByText('1 matches').waitFor()
  assert.deepEqual(await names(page), ['Tom Barlow'])
  await page.getByRole('checkbox', { name: 'Select Tom Barlow' }).focus()
  await press('Space')
  assert.equal(await page.getByRole('region', { name: 'With those selected' }).count(), 0, 'one is not many')
  await press('Tab', 'Tab')
  assert.equal(await focused(), 'Actions for Tom Barlow')
  await press('Enter')
  await page.locator('[role=menuitem]:focus').getByText('Open').waitFor()
  await press('ArrowDown')
  await page.locator('[role=menuitem]:focus').getByText('Resend invitation').waitFor()
  await press('Enter')
  await outcome(page, 'A new invitation to Tom Barlow is waiting to be sent.')
  await page.getByRole('button', { name: 'Clear the status filter' }).focus()
  await press('Enter')
  await page.getByText('You changed the list, so nobody is selected any more.').waitFor()
  await page.getByRole('link', { name: 'Tom Barlow' }).focus()
  await press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Tom Barlow' }).waitFor()
  assert.equal(await focused(), 'Tom Barlow')
})

test('a trust sees the school of everybody, filters by it, and resends across schools', async (t) => {
  const reed = await reedPrimary(t)
  const mill = await reed.make.school('Mill Lane School')
  await inviteOne(reed.olive, reed.reed, {
    email: 'tom@reed.example',
    givenName: 'Tom',
    familyName: 'Barlow',
  })
  await inviteOne(reed.olive, mill, { email: 'leah@mill.example', givenName: 'Leah', familyName: 'Dempsey' })
  await mailIsSettled(reed.olive, mill)
  await mailIsSettled(reed.olive, reed.reed)
  await reed.clock.shift(61)
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await openPeople(view, reed, reed.owner, 's/beacon-trust/people')
  await page.getByRole('columnheader', { name: 'School' }).waitFor()
  assert.match((await rowOf(page, 'Leah Dempsey').textContent()) ?? '', /Mill Lane School/)
  await page.getByRole('checkbox', { name: 'Select Tom Barlow' }).check()
  await page.getByRole('checkbox', { name: 'Select Leah Dempsey' }).check()
  await page.getByRole('button', { name: 'Resend to 2' }).click()
  await isSound('people-trust-resend')
  await page.getByRole('dialog').getByRole('button', { name: 'Resend to 2' }).click()
  await outcome(page, '2 invitations are waiting to be sent.')
  await isSound('people-trust')

  await page.getByRole('button', { name: 'School', exact: true }).click()
  await page.getByRole('option', { name: 'Mill Lane School' }).click()
  await page.keyboard.press('Escape')
  await page.getByText('1 matches').waitFor()
  assert.deepEqual(await names(page), ['Leah Dempsey'])
})

test('an organisation without people recommends the next step and takes the first addresses along', async (t) => {
  const reed = await reedPrimary(t)
  const view = await openView(t, NARROW)
  const { page, isSound } = view
  await openPeople(view, reed, reed.sam)
  await page.getByRole('heading', { name: 'Only you so far' }).waitFor()
  await isSound('people-first')
  await page.getByLabel('Email addresses').fill('Jane Smith <jane@reed.example>')
  await page.getByRole('button', { name: 'Invite by email' }).click()
  await page.waitForURL('**/people/invite')
  await page.getByRole('heading', { level: 1, name: /Invite/ }).waitFor()
  assert.ok(!page.url().includes('jane'), 'no address stands in the address bar')
})

test('a plain member who opens the page is told that it isn’t theirs', async (t) => {
  const reed = await reedPrimary(t)
  const ada = await reed.make.person('ada@reed.example', { at: reed.reed })
  const { page, isSound } = await openView(t, WIDE)
  await page.goto(`${reed.listens}/s/reed-primary/people`)
  await page.getByLabel('Email address').fill(ada.email)
  await page.getByLabel('Password', { exact: true }).fill(ada.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'You can’t see this' }).waitFor()
  await isSound('people-forbidden')
})
