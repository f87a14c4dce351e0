import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { inTenant } from '../../src/platform/database/database.ts'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import { reedPrimary } from '../support/invite.ts'
import type { Person } from '../support/make.ts'

const STAFF = [
  'Ann Abbot',
  'Ben Barlow',
  'Cat Coyle',
  'Dan Dale',
  'Eve Ellis',
  'Fay Ford',
  'Gus Gray',
  'Hal Hart',
]

/** Reed Primary with people who leave, have left, wear labels and do not work there as employees. */
async function fullSchool(t: TestContext) {
  const reed = await reedPrimary(t, { mail: 'captured' })
  const { make, app, id: tenantId, head } = reed
  const people: Person[] = []
  for (const name of STAFF) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@reed.example`
    people.push(await make.person(email, { at: reed.reed, name }))
  }
  const [ann, ben, cat, , , , gus, hal] = people.map((each) => each.id)
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await inTenant(app.database, tenantId, async (tx) => {
    const set = (id: string | undefined, facts: ReturnType<typeof sql>) =>
      sql`update memberships set ${facts} where tenant_id = current_tenant() and id = ${id}`.execute(tx)
    await sql`update memberships set start_date = '2019-01-07' where tenant_id = current_tenant()`.execute(tx)
    await set(ann, sql`labels = '{"stage":"KS3","site":"North"}', job_title = 'Teacher of mathematics'`)
    await set(ben, sql`labels = '{"stage":"KS4"}', leaving_date = ${day(12)}`)
    await set(cat, sql`relationship = 'governor', start_date = ${day(0)}`)
  })
  for (const id of [gus, hal]) {
    const gone = await head.post(`/api/v1/people/${id}/archive`, {})
    assert.equal(gone.status, 200, JSON.stringify(gone.body))
  }
  return reed
}

async function openPeople({ page }: View, reed: Awaited<ReturnType<typeof fullSchool>>) {
  await page.goto(`${reed.listens}/s/reed-primary/people`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(reed.sam.email)
  await page.getByLabel('Password', { exact: true }).fill(reed.sam.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('table').waitFor()
}

const names = (page: Page) => page.locator('.register tbody th a').allTextContents()
const focused = (page: Page) =>
  page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent')

/** Puts a text on the clipboard's way into whatever has the focus. */
const paste = (page: Page, text: string) =>
  page.evaluate(`{
    const data = new DataTransfer()
    data.setData('text/plain', ${JSON.stringify(text)})
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }`)

for (const size of [WIDE, NARROW])
  test(`the list says who left, who is about to and who is new, and counts each choice, at ${size.width} px`, async (t) => {
    const reed = await fullSchool(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openPeople(view, reed)
    await page.getByText('7 people, 7 registered').waitFor()
    assert.ok(!(await names(page)).includes('Gus Gray'), 'who is archived is not in the list')
    for (const [tab, found] of [
      ['Leavers 1', ['Ben Barlow']],
      ['New this term 1', ['Cat Coyle']],
      ['Archived 2', ['Gus Gray', 'Hal Hart']],
    ] as const) {
      await page.getByRole('link', { name: tab }).click()
      await page.locator(`.register:not(.stale) tbody tr:nth-child(${found.length}):last-child`).waitFor()
      assert.deepEqual((await names(page)).sort(), [...found])
    }
    await isSound('people-archived')
    await page.getByRole('link', { name: /^Everyone/ }).click()
    await page.getByText('Dan Dale').waitFor()

    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByRole('button', { name: 'Label', exact: true }).click()
    await page.getByRole('option', { name: 'stage: KS3 1' }).click()
    await page.getByRole('option', { name: 'stage: KS4 1' }).click()
    await page.keyboard.press('Escape')
    if (size === NARROW) await isSound('people-labels')
    await page.getByText('2 match').waitFor()
    await page.getByRole('button', { name: 'Leaving', exact: true }).click()
    await page.getByRole('option', { name: 'In the next 30 days 1' }).click()
    await page.keyboard.press('Escape')
    await page.getByText('1 matches').waitFor()
    assert.deepEqual(await names(page), ['Ben Barlow'])
    await page.reload()
    await page.getByText('1 matches').waitFor()
    assert.deepEqual(await names(page), ['Ben Barlow'], 'the filter survives a reload')
    await isSound('people-two-filters')
    await page.getByRole('button', { name: 'Clear all' }).click()
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByRole('button', { name: 'Relationship', exact: true }).click()
    await page.getByRole('option', { name: 'Governor 1' }).click()
    await page.keyboard.press('Escape')
    await page.getByText('1 matches').waitFor()
    assert.deepEqual(await names(page), ['Cat Coyle'])
    await isSound('people-more-filters')

    await page.getByRole('button', { name: 'Clear all' }).click()
    await page.getByLabel('Search people').fill('gray')
    await page.getByText('1 person in the archive fits.').waitFor()
    await isSound('people-elsewhere')
    await page.getByRole('link', { name: 'Show the archive' }).click()
    await page.getByRole('link', { name: 'Gus Gray' }).waitFor()
  })

test('addresses that were pasted are found, and those that nobody has are named', async (t) => {
  const reed = await fullSchool(t)
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await openPeople(view, reed)
  await page.getByLabel('Search people').focus()
  await paste(
    page,
    'Ann <ann@reed.example>; BEN@reed.example\neve@reed.example, gus@reed.example, typo@reed.example',
  )
  const offer = page.getByRole('button', { name: 'Show these 5 (3 found, 2 not on the list)' })
  await offer.waitFor()
  await isSound('people-pasted')
  await page.locator('button:focus').getByText('Show these 5').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('3 match').waitFor()
  assert.deepEqual((await names(page)).sort(), ['Ann Abbot', 'Ben Barlow', 'Eve Ellis'])
  await page.getByText('typo@reed.example').waitFor()
  await page.getByText('gus@reed.example').waitFor()
  await isSound('people-found')
  await page.getByRole('button', { name: 'Clear the addresses' }).click()
  await page.getByText('Dan Dale').waitFor()
})

test('columns are chosen once for a device, and a view is saved as a file', async (t) => {
  const reed = await fullSchool(t)
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await openPeople(view, reed)
  await page.getByRole('button', { name: 'Columns' }).click()
  for (const column of ['Job title', 'Labels', 'Staff sync status', 'Leaving date'])
    await page.getByRole('option', { name: column }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: 'Leaving date' }).waitFor()
  const row = page.getByRole('row').filter({ hasText: 'Ann Abbot' })
  await row.getByText('Teacher of mathematics').waitFor()
  await row.getByText('site: North').waitFor()
  await row.getByText('Added by hand').waitFor()
  await isSound('people-columns')
  const sideways = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  assert.ok(Number(sideways) <= 0, 'columns are moved in their own frame')
  await page.reload()
  await page.getByRole('columnheader', { name: 'Staff sync status' }).waitFor()

  await page.getByRole('link', { name: /^Archived/ }).click()
  await page.getByRole('link', { name: 'Gus Gray' }).waitFor()
  await page.getByRole('button', { name: 'More for this list' }).click()
  await page.getByRole('menuitem', { name: 'Export this view, CSV' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the file' }).click()
  const file = await (await saved).path()
  const text = await readFile(file, 'utf8')
  assert.match(text, /gus@reed\.example/)
  assert.doesNotMatch(text, /ann@reed\.example/)
})

test('with the keyboard alone one walks the list, ticks, and asks which keys there are', async (t) => {
  const reed = await fullSchool(t)
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await openPeople(view, reed)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await page.getByRole('button', { name: 'Name' }).click()
  await page.locator('.register tbody tr:first-child').getByText('Ann Abbot').waitFor()
  await press('j')
  assert.equal(await focused(page), 'Ann Abbot')
  await press('j', 'ArrowDown', 'k')
  assert.equal(await focused(page), 'Ben Barlow')
  await press('x', 'Shift+ArrowDown', 'Shift+ArrowDown')
  await page.getByText('3 selected').waitFor()
  assert.equal(await focused(page), 'Dan Dale')
  await press('Control+a')
  await page.getByText('7 selected').waitFor()
  await press('Escape')
  await page.getByText('7 selected').waitFor({ state: 'detached' })
  await press('.')
  await page.getByRole('menuitem', { name: 'Open' }).waitFor()
  await press('Escape')
  // The whole list is one stop: from the first row's menu Tab leads out of it.
  assert.equal(await page.locator('.register tbody [tabindex="0"]').count(), 3)
  await page.getByRole('link', { name: 'Dan Dale' }).focus()
  await press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await isSound('people-shortcuts')
  await page.getByRole('checkbox', { name: 'Keys pressed alone do something on this device' }).uncheck()
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Dan Dale' }).focus()
  await press('j', 'x', '?')
  assert.equal(await focused(page), 'Dan Dale', 'keys pressed alone do nothing when they are switched off')
  await press('ArrowDown')
  assert.equal(await focused(page), 'Eve Ellis', 'arrows do')
  await press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Eve Ellis' }).waitFor()
})
