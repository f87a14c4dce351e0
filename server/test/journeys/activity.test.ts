import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { sealAudit } from '../../src/features/audit/seal-audit.ts'
import { openAsTamperer } from '../support/behind-the-curtain.ts'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import { inviteOne, reedPrimary } from '../support/invite.ts'
import { putRoles } from '../support/roles.ts'

type Reed = Awaited<ReturnType<typeof busyDay>>

/** Five people invited at once, one of them by name again, somebody made an admin, and the school renamed. */
async function busyDay(t: TestContext) {
  const scene = await reedPrimary(t)
  const { head, olive, reed, make, app, id } = scene
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Smith' })
  await head.post(`/api/v1/organisations/${reed.id}/invitations`, {
    people: ['ann', 'ben', 'cat', 'dan', 'eve'].map((name) => ({
      email: `${name}@reed.example`,
      givenName: name.charAt(0).toUpperCase() + name.slice(1),
      familyName: 'Moss',
    })),
  })
  await inviteOne(head, reed, { email: 'priya@reed.example', givenName: 'Priya', familyName: 'Shah' })
  await putRoles(olive, jane.id, { roles: [{ role: 'admin' }] })
  await head.patch(`/api/v1/organisations/${reed.id}`, { name: 'Reed Academy' })
  await sealAudit(app, id)
  return { ...scene, jane }
}

async function openActivity({ page }: View, { listens, sam }: Reed) {
  await page.goto(`${listens}/s/reed-primary/activity`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(sam.email)
  await page.getByLabel('Password', { exact: true }).fill(sam.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Activity' }).waitFor()
}

const sentences = async (page: Page) =>
  (await page.locator('.activity .what').allTextContents()).map((text) => text.trim())

for (const size of [WIDE, NARROW])
  test(`an admin reads what was done, opens it, and narrows it, at ${size.width} px`, async (t) => {
    const reed = await busyDay(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openActivity(view, reed)
    const first = page.locator('.activity > li:not(.day)')
    await first.first().waitFor()
    assert.deepEqual((await sentences(page)).slice(1, 4), [
      'Sam Patel changed Reed Academy: name',
      'Olive Owner changed what Jane Smith may do: + Admin, + User Management, − User',
      'Sam Patel invited Priya Shah as User',
    ])
    assert.equal((await sentences(page)).filter((one) => one.includes('Moss')).length, 1)
    await page.getByText(/sealed every minute, last up to \d\d:\d\d/).waitFor()
    await isSound('activity')

    await page.getByRole('button', { name: 'Show 4 more, done at once' }).click()
    assert.equal((await sentences(page)).filter((one) => one.includes('Moss')).length, 5)
    const change = first.filter({ hasText: 'changed what Jane Smith may do' })
    await change.getByText('Details').click()
    await change.getByRole('row', { name: 'Roles User Admin' }).waitFor()
    await isSound('activity-opened')

    await change.getByRole('link', { name: 'Only what is about Jane Smith' }).click()
    await page.waitForURL('**/activity?subject=**')
    await page.getByText('Sam Patel changed Reed Academy').waitFor({ state: 'detached' })
    assert.equal((await sentences(page)).length, 1)
    await page.reload()
    await page.getByText('About: Jane Smith').waitFor()
    await isSound('activity-about-one')
    await page.getByRole('button', { name: 'Clear about whom' }).click()
    await page.getByRole('button', { name: 'Kind' }).click()
    await page.getByRole('option', { name: 'Invitations' }).click()
    await page.keyboard.press('Escape')
    await page.waitForURL('**/activity?what=invitations')
    await page.getByLabel('From').fill('2020-01-01')
    await page.getByLabel('To', { exact: true }).fill('2020-01-02')
    await page.getByText('Nothing that happened fits all of these').waitFor()
    await isSound('activity-no-match')
    await page.getByRole('button', { name: 'Clear all' }).last().click()
    await first.first().waitFor()
    await page.getByRole('link', { name: 'Priya Shah' }).click()
    await page.getByRole('heading', { level: 1, name: 'Priya Shah' }).waitFor()
  })

for (const size of [WIDE, NARROW])
  test(`ten sign-ins of one person that failed are one line, which opens to each, at ${size.width} px`, async (t) => {
    const reed = await busyDay(t)
    const tried = { email: reed.jane.email, password: 'not the right words' }
    for (let tries = 0; tries < 10; tries++) await reed.http.fresh().post('/api/v1/sessions', tried)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openActivity(view, reed)
    const failed = page.locator('.activity .what').filter({ hasText: 'A sign-in as Jane Smith failed' })
    await failed.first().waitFor()
    assert.equal(await failed.count(), 1)
    assert.match(
      (await failed.first().textContent()) ?? '',
      /^A sign-in as Jane Smith failed 10 times(, \d\d:\d\d to \d\d:\d\d)?$/,
    )
    await page.getByText('Sign-in as Jane Smith was paused after 10 wrong passwords').waitFor()
    await isSound('activity-folded')

    await page.getByRole('button', { name: 'Show each: A sign-in as Jane Smith failed' }).click()
    assert.equal(await failed.count(), 11)
    const each = page.locator('.activity > li').filter({ hasText: 'A sign-in as Jane Smith failed' })
    await each.nth(1).getByText('Details').click()
    await each.nth(1).getByText('Attempt').waitFor()
    await isSound('activity-unfolded')
    await page.getByRole('button', { name: 'Fold: A sign-in as Jane Smith failed' }).click()
    assert.equal(await failed.count(), 1)
  })

test('the list is saved as a file, which is itself in the list; the page works by keyboard alone', async (t) => {
  const reed = await busyDay(t)
  const view = await openView(t, WIDE)
  const { page } = view
  await openActivity(view, reed)
  await page.locator('.activity > li').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('moss')
  await page.waitForURL('**/activity?q=moss')
  await page.getByText('Sam Patel changed Reed Academy').waitFor({ state: 'detached' })
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'As a table (CSV)' }).focus()
  await page.keyboard.press('Enter')
  const file = await saved
  assert.equal(file.suggestedFilename(), 'Activity Reed Academy.csv')
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
  assert.equal(lines.length, 6)
  await page.getByText('Saved as a file.', { exact: false }).waitFor()
  await page.getByLabel('Search by person').press('Escape')
  await page.getByText('Sam Patel exported the activity of Reed Academy').waitFor()
  const details = page.locator('.activity summary').first()
  await details.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Entries exported').waitFor()
})

test('who may not see activity has no way to it', async (t) => {
  const reed = await busyDay(t)
  const view = await openView(t, WIDE)
  const { page } = view
  await openActivity(view, { ...reed, sam: reed.jane })
  await page.getByText('You can’t see this').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Activity' }).count(), 0)
})

for (const size of [WIDE, NARROW])
  test(`an admin has the record checked, and a record that was tampered with says so over the list, at ${size.width} px`, async (t) => {
    const reed = await busyDay(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openActivity(view, reed)
    await page.locator('.activity > li').first().waitFor()
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText(/\d+ entries were checked, from .* to .*\. Each is as it was sealed\./).waitFor()
    await isSound('activity-verified')

    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'For a program (JSONL)' }).click()
    const file = await saved
    assert.equal(file.suggestedFilename(), 'Activity Reed Academy.jsonl')
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\n')
    assert.equal(JSON.parse(lines[0] ?? '').sentence, 'Sam Patel verified the record')

    const tamperer = await openAsTamperer(t, reed.ownerConnection)
    await tamperer.query(
      `update audit_events set detail = '{}' where id = (select event_id from audit_seals where sequence = 4)`,
    )
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByRole('alert').filter({ hasText: 'The record is not as it was written.' }).waitFor()
    await page.reload()
    await page.getByText('Position 4 was changed after it was sealed.', { exact: false }).waitFor()
    assert.ok((await sentences(page)).length > 5)
    await isSound('activity-broken')
  })
