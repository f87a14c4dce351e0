import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { workBulk } from '../../src/features/bulk/work-bulk.ts'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import { inviteOne, mailIsSettled, reedPrimary } from '../support/invite.ts'
import type { Person } from '../support/make.ts'
import { openTenant } from '../support/plant.ts'

const LEAVERS = [
  'Ana Reyes',
  'Bill Moss',
  'Cara Quinn',
  'Dev Rao',
  'Ella Stone',
  'Finn Tully',
  'Gita Usman',
  'Hal Vane',
  'Ines Wolfe',
  'Jo Xu',
  'Kit Young',
]

/** Reed Primary at the end of term: eleven whose leaving date is over, and some who stay. */
async function endOfTerm(t: TestContext) {
  const reed = await reedPrimary(t)
  const db = await openTenant(t, reed)
  const leavers: Person[] = []
  for (const name of LEAVERS) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@reed.example`
    leavers.push(await reed.make.person(email, { at: reed.reed, name }))
  }
  await reed.make.person('zoe@reed.example', { at: reed.reed, name: 'Zoë Adeyemi' })
  await db.query('update memberships set leaving_date = $1 where id = any($2)', [
    '2020-08-31',
    leavers.map(({ id }) => id),
  ])
  const work = async (page: Page) => {
    await page.waitForURL('**/jobs/**')
    await workBulk(reed.app, reed.id, new URL(page.url()).pathname.split('/').at(-1) ?? '')
  }
  return { ...reed, db, leavers, work }
}

type School = Awaited<ReturnType<typeof endOfTerm>>

async function openPeople({ page }: View, { listens, sam }: School, path = 's/reed-primary/people') {
  await page.goto(`${listens}/${path}`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(sam.email)
  await page.getByLabel('Password', { exact: true }).fill(sam.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('table').waitFor()
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const bar = (page: Page) => page.getByRole('region', { name: 'With those selected' })

const focused = (page: Page) =>
  page.evaluate(
    '(document.activeElement.labels?.[0]?.textContent ?? document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent).trim()',
  ) as Promise<string>

/** Goes on by the Tab key until something with these words has the focus. */
async function tabTo(page: Page, words: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key)
    const name = await focused(page)
    if (typeof words === 'string' ? name === words : words.test(name)) return
    passed.push(name)
  }
  assert.fail(`“${words}” is not reached by the keyboard; passed: ${passed.slice(-40).join(' | ')}`)
}

test('eleven leavers are archived and brought back with the keyboard alone', async (t) => {
  const school = await endOfTerm(t)
  const view = await openView(t, WIDE)
  const { page } = view
  await openPeople(view, school)
  await tabTo(page, /^Leavers/)
  await page.keyboard.press('Enter')
  await rowOf(page, 'Zoë Adeyemi').waitFor({ state: 'detached' })
  await tabTo(page, 'Select everyone on this page')
  await page.keyboard.press('Space')
  await bar(page).getByText('11 selected').waitFor()
  await tabTo(page, 'Archive…')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Archive 11 people' }).waitFor()
  assert.equal(await focused(page), 'Archive 11 people')
  await page.getByText('11 people are signed out everywhere at once and can’t sign in any more.').waitFor()
  await tabTo(page, /^Now/)
  await tabTo(page, 'Reason (optional)')
  await page.keyboard.type('End of term')
  await tabTo(page, 'Archive 11 people')
  await page.keyboard.press('Enter')
  await school.work(page)
  await page.getByText('11 people archived.').waitFor()
  const { body: after } = await school.head.get(
    `/api/v1/organisations/${school.reed.id}/people?view=archived&count=exact`,
  )
  assert.equal(after.total, 11)
  assert.equal(after.data[0].statusDetail, 'Archived, left 31 Aug 2020')

  await tabTo(page, 'Undo')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Undo this for 11 people?' }).waitFor()
  await page.waitForFunction('() => document.activeElement.textContent.includes("Undo for 11 people")')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await school.work(page)
  await page.getByText('Undone for 11 people.').waitFor()
  await tabTo(page, 'See people')
  await page.keyboard.press('Enter')
  await rowOf(page, 'Ana Reyes').getByText('Active').waitFor()
})

for (const size of [WIDE, NARROW]) {
  test(`what would happen to many is shown before it is done, and what became of each after, at ${size.width} px`, async (t) => {
    const school = await endOfTerm(t)
    const { head, reed, leavers, make, olive } = school
    const science = await make.unit('Science', { at: reed })
    const lead = { roles: [{ role: 'leader', unit: science.id }] }
    for (const each of leavers.slice(1, 3)) await olive.put(`/api/v1/people/${each.id}/roles`, lead)
    await inviteOne(head, reed, { email: 'priya@reed.example', givenName: 'Priya', familyName: 'Shah' })
    await mailIsSettled(head, reed)
    await head.post(`/api/v1/people/${leavers[0]?.id}/archive`, {})
    const view = await openView(t, size)
    const { page, isSound } = view
    await openPeople(view, school)
    await page.getByRole('checkbox', { name: 'Select Bill Moss' }).check()
    await bar(page).waitFor({ state: 'detached' })
    await page.getByRole('checkbox', { name: 'Select Sam Patel' }).check()
    await page.getByRole('checkbox', { name: 'Select Priya Shah' }).check()
    await page.getByRole('checkbox', { name: 'Select Cara Quinn' }).check()
    await bar(page).getByText('4 selected').waitFor()
    await isSound('bulk-bar')
    await bar(page).getByRole('button', { name: 'More for those selected' }).click()
    await page.getByRole('menuitem', { name: 'Cancel invitations…' }).waitFor()
    if (size === WIDE) await isSound('bulk-more')
    await page.keyboard.press('Escape')
    await bar(page).getByRole('button', { name: 'Archive…' }).click()
    await page.getByRole('heading', { level: 1, name: 'Archive 3 people' }).waitFor()
    await page.getByText('This is you. Ask another admin.').waitFor()
    await page.getByText('Science will have no leader: Bill Moss and Cara Quinn lead it now.').waitFor()
    await page.getByLabel('Who leads the unit from now on? (optional)').first().fill('zo')
    await page.getByRole('option', { name: 'Zoë Adeyemi, zoe@reed.example' }).click()
    await isSound('bulk-archive')
    await page.getByRole('radio', { name: /At the end of a day/ }).check()
    await page.getByText(/Access to Reed Primary ends with/).waitFor()
    await isSound('bulk-archive-later')
    await page.getByRole('radio', { name: /^Now/ }).check()
    await page.getByText('2 people are signed out everywhere at once').waitFor()
    await page.getByRole('button', { name: 'Archive 3 people' }).click()
    await page.getByText('Archiving: 0 of 4 people').waitFor()
    await isSound('job-running')
    await school.work(page)
    await page.getByText('3 people archived, 1 not. Zoë Adeyemi was given 1 unit to lead.').waitFor()
    await page.getByRole('link', { name: 'Bill Moss' }).waitFor()
    await isSound('job-done')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await isSound('job-undo-asked')
    await page.getByRole('button', { name: 'Undo for 3 people' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await school.work(page)
    await page.getByText('Undone for 3 people.').waitFor()
    await isSound('job-undone')
  })

  test(`everybody who matches is chosen beyond the page, and labelled, at ${size.width} px`, async (t) => {
    const school = await endOfTerm(t)
    const { db, reed } = school
    await db.query(`insert into accounts (email, given_name, family_name)
      select 'n' || n || '@crowd.example', 'Nell', 'Crowd' || chr(96 + n / 26) || chr(97 + n % 26) from generate_series(26, 85) n`)
    await db.query(
      `insert into memberships (account_id, organisation_id, state, added_by)
       select id, $1, 'active', 'hand' from accounts where email like '%@crowd.example'`,
      [reed.id],
    )
    const view = await openView(t, size)
    const { page, isSound } = view
    await openPeople(view, school, 's/reed-primary/people?q=crowd&sort=name')
    await page.getByText('60 match').waitFor()
    if (size === WIDE) await page.getByRole('checkbox', { name: 'Select everyone on this page' }).check()
    else {
      await page
        .getByRole('link', { name: /^Nell Crowd/ })
        .first()
        .focus()
      await page.keyboard.press('Control+a')
    }
    await bar(page).getByText('50 selected').waitFor()
    await isSound('bulk-page-selected')
    if (size === WIDE) await page.getByRole('button', { name: 'Select all 60 that match' }).click()
    else await page.keyboard.press('Control+a')
    await bar(page).getByText('All 60 that match are selected').waitFor()
    await isSound('bulk-all-selected')
    await bar(page).getByRole('button', { name: 'Label…' }).click()
    await page.getByText('You selected all 60 people who match your filters.').waitFor()
    await page.getByLabel('Label', { exact: true }).fill('site')
    await page.getByLabel('Value', { exact: true }).fill('North')
    await page.getByText('60 people get site: North; another value of the same label is replaced.').waitFor()
    await isSound('bulk-label')
    await page.getByRole('button', { name: 'Label 60 people' }).click()
    await school.work(page)
    await page.getByText('60 people labelled.').waitFor()
  })
}

test('everybody who matches can be invited, sent another invitation and brought back, also who is on another page', async (t) => {
  const school = await endOfTerm(t)
  const { db, reed, head } = school
  await db.query(`insert into accounts (email, given_name, family_name)
    select 'n' || n || '@crowd.example', 'Nell', 'Crowd' || chr(96 + n / 26) || chr(97 + n % 26) from generate_series(26, 85) n`)
  await db.query(
    `insert into memberships (account_id, organisation_id, state, added_by)
     select id, $1, 'not_invited', 'staff_list' from accounts where email like '%@crowd.example'`,
    [reed.id],
  )
  const { body: crowd } = await head.get(`/api/v1/organisations/${reed.id}/people?q=crowdch`)
  assert.equal((await head.post(`/api/v1/people/${crowd.data[0].id}/pause`)).status, 200)
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  const selectAll = async () => {
    await page.getByText('60 match').waitFor()
    await page.getByRole('checkbox', { name: 'Select everyone on this page' }).check()
    await bar(page).getByRole('button', { name: 'Send 50 invitations' }).waitFor()
    await page.getByRole('button', { name: 'Select all 60 that match' }).click()
    await bar(page).getByText('All 60 that match are selected').waitFor()
  }
  await openPeople(view, school, 's/reed-primary/people?q=crowd&sort=name')
  await selectAll()
  await bar(page).getByRole('button', { name: 'Resend…' }).waitFor()
  await isSound('bulk-all-to-invite')
  await bar(page).getByRole('button', { name: 'More for those selected' }).click()
  await page.getByRole('menuitem', { name: 'Reactivate…' }).click()
  await page.getByRole('heading', { level: 1, name: 'Reactivate 1 person' }).waitFor()

  await page.goto(`${school.listens}/s/reed-primary/people?q=crowd&sort=name`)
  await selectAll()
  await bar(page).getByRole('button', { name: 'Send invitations…' }).click()
  await page.getByRole('heading', { level: 1, name: 'Invite 59 people' }).waitFor()
  await page.getByText('59 people are invited for the first time').waitFor()
  await page.getByRole('button', { name: 'Invite 59 people' }).click()
  await school.work(page)
  await page.getByText('59 people invited, 1 not.').waitFor()
})

test('somebody added meanwhile stops what was meant for everybody who matched', async (t) => {
  const school = await endOfTerm(t)
  const view = await openView(t, WIDE)
  const { page } = view
  await openPeople(view, school, 's/reed-primary/people?leaving=passed')
  await page.getByRole('checkbox', { name: 'Select everyone on this page' }).check()
  // All are on one page, so that only a list of several pages offers the rest.
  assert.equal(await page.getByRole('button', { name: /^Select all/ }).count(), 0)
  await page.evaluate(
    `sessionStorage.setItem('lanyard.chosen', JSON.stringify([['all', { filter: { leaving: 'passed' } }]]))`,
  )
  await page.goto(`${school.listens}/s/reed-primary/people/many/pause?chosen=all`)
  await page.getByRole('heading', { level: 1, name: 'Pause 11 people' }).waitFor()
  const late = await school.make.person('late@reed.example', { at: school.reed, name: 'Lou Late' })
  await school.db.query(`update memberships set leaving_date = '2020-08-31' where id = $1`, [late.id])
  await page.getByRole('button', { name: 'Pause 11 people' }).click()
  await page.getByText('12 match now, not 11. Nothing was changed. Look at the list again.').first().waitFor()
  await page.getByRole('heading', { level: 1, name: 'Pause 12 people' }).waitFor()
  const { body } = await school.head.get(
    `/api/v1/organisations/${school.reed.id}/people?status=inactive&count=exact`,
  )
  assert.equal(body.total, 0)
})
