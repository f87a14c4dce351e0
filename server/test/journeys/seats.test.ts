import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { type TestContext, test } from 'node:test'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import { copiedLink, door, inviteOne, ownersBrowser, reedPrimary } from '../support/invite.ts'

/** Six people who registered, one of them paused and back, one archived; three months later. */
async function aTerm(t: TestContext) {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { head, http, reed, make, clock } = scene
  const people = []
  for (const name of ['Priya Shah', 'Ann Moss', 'Ben Moss', 'Cat Moss', 'Dan Moss', 'Eve Moss']) {
    const [givenName = '', familyName = ''] = name.split(' ')
    const invited = await inviteOne(head, reed, { email: `${givenName.toLowerCase()}@reed.example` })
    await door(http.fresh(), await copiedLink(head, invited)).register({ givenName, familyName })
    people.push(`/api/v1/people/${invited.personId}`)
  }
  const pat = await make.person('pat@reed.example', {
    at: reed,
    role: 'finance_manager',
    name: 'Pat Fenn',
  })
  const [priya, ann] = people
  await head.post(`${priya}/pause`, {})
  await clock.shift(40 * 86_400)
  const owner = await ownersBrowser(scene)
  await owner.post(`${priya}/reactivate`)
  await owner.post(`${ann}/archive`, {})
  await clock.shift(40 * 86_400)
  return { ...scene, pat }
}

async function openSeats({ page }: View, { listens, pat }: Awaited<ReturnType<typeof aTerm>>) {
  await page.goto(listens)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(pat.email)
  await page.getByLabel('Password', { exact: true }).fill(pat.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Seats' }).waitFor()
}

for (const size of [WIDE, NARROW])
  test(`a Finance Manager finds the seats and nothing else, at ${size.width} px`, async (t) => {
    const scene = await aTerm(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openSeats(view, scene)
    await page.getByText('5 seats are open now.', { exact: false }).waitFor()
    assert.match(page.url(), /\/s\/reed-primary\/seats$/)
    if (size === NARROW) await page.getByRole('button', { name: 'Menu' }).click()
    const links = page.getByRole('navigation', { name: 'Main' }).last().getByRole('link')
    await links.first().waitFor()
    assert.deepEqual(await links.allTextContents(), ['Seats'])
    if (size === NARROW) await page.keyboard.press('Escape')
    const rows = page.locator('.seats tbody tr')
    assert.equal(await rows.count(), 7)
    assert.match((await rows.first().textContent()) ?? '', /Priya Shah.*Reactivated.*Open/)
    await page.getByText('Archived').waitFor()
    await isSound('seats')

    const before = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('Seats on').fill(before)
    await page.getByText('5 seats were open when', { exact: false }).waitFor()
    assert.equal(await rows.filter({ hasText: 'Priya' }).count(), 0)
    assert.equal(await rows.filter({ hasText: 'Ann Moss' }).count(), 1)
    await page.reload()
    await page.getByText('5 seats were open when', { exact: false }).waitFor()
    await isSound('seats-of-a-day')

    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    const file = await saved
    assert.equal(file.suggestedFilename(), `Seats Reed Primary ${before}.csv`)
    assert.equal((await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n').length, 6)

    for (const page_ of ['people', 'access/units', 'activity', 'settings', 'email', 'staff-list']) {
      await page.goto(`${scene.listens}/s/reed-primary/${page_}`)
      await page.getByText('You can’t see this').waitFor()
    }
  })
