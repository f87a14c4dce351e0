import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { NARROW, openView, WIDE } from '../support/browser.ts'
import { reedPrimary } from '../support/invite.ts'
import type { Person } from '../support/make.ts'

async function openPeople(page: Page, listens: string, who: Person) {
  await page.goto(`${listens}/s/reed-primary/people`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('table').waitFor()
}

const outcome = (page: Page, words: string) => page.locator('.outcome').getByText(words).waitFor()

for (const size of [WIDE, NARROW]) {
  test(`a colleague who left is archived and brought back from their page, at ${size.width} px`, async (t) => {
    const scene = await reedPrimary(t)
    const { make, reed, sam, listens } = scene
    const science = await make.unit('Science', { at: reed })
    await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi', units: [science] })
    const { page, isSound } = await openView(t, size)
    await openPeople(page, listens, sam)
    await page.getByRole('link', { name: 'Zoë Adeyemi' }).click()
    await page.getByRole('heading', { level: 1, name: 'Zoë Adeyemi' }).waitFor()

    await page.getByRole('button', { name: 'More for Zoë Adeyemi' }).click()
    await page.getByRole('menuitem', { name: 'Archive' }).waitFor()
    await isSound('person-menu')
    await page.getByRole('menuitem', { name: 'Archive' }).click()
    const dialog = page.getByRole('dialog', { name: 'Archive Zoë Adeyemi?' })
    await dialog.getByText('Zoë is signed out everywhere at once and can’t sign in any more.').waitFor()
    await dialog.getByText('Departments and groups: Science.').waitFor()
    await isSound('person-archive-asked')
    await dialog.getByLabel('Last day of work').fill('2099-01-01')
    await dialog.getByRole('button', { name: 'Archive Zoë Adeyemi' }).click()
    await dialog.getByText('the last day can’t be after today').waitFor()
    await dialog.getByLabel('Last day of work').fill('2020-08-31')
    await dialog.getByLabel('Reason (optional)').fill('New job')
    await dialog.getByRole('button', { name: 'Archive Zoë Adeyemi' }).click()
    await outcome(page, 'Zoë Adeyemi is archived and has no access to Reed Primary.')
    await page.getByText('Zoë has no access here. Archived, left 31 Aug 2020.').waitFor()
    await page.getByText('Archived, by Sam Patel').waitFor()
    await isSound('person-archived')

    await page.getByRole('button', { name: 'Reactivate', exact: true }).click()
    const back = page.getByRole('dialog', { name: 'Reactivate Zoë Adeyemi?' })
    await back.getByText('Zoë gets back: User.').waitFor()
    await isSound('person-reactivate-asked')
    await back.getByRole('button', { name: 'Reactivate Zoë Adeyemi' }).click()
    await outcome(page, 'Zoë Adeyemi is active again, with the roles as before: User.')
    await page.getByText('Zoë is registered and can sign in.').waitFor()
  })
}

test('somebody is paused from their row by keyboard alone, and what may not be done says why', async (t) => {
  const { make, reed, sam, listens } = await reedPrimary(t)
  await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi' })
  const { page } = await openView(t, WIDE)
  await openPeople(page, listens, sam)
  const { keyboard } = page
  const own = page.getByRole('button', { name: 'Actions for Sam Patel' })
  await own.focus()
  await keyboard.press('Enter')
  const refused = page.getByRole('menuitem', { name: /^Archive/ })
  await refused.waitFor()
  assert.equal(await refused.getAttribute('aria-disabled'), 'true')
  assert.match((await refused.textContent()) ?? '', /your own account\. Ask another admin\.$/)
  await keyboard.press('Escape')

  await page.getByRole('button', { name: 'Actions for Zoë Adeyemi' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Pause' }).waitFor()
  for (let presses = 0; presses < 10; presses++) {
    if ((await page.locator(':focus').textContent()) === 'Pause') break
    await keyboard.press('ArrowDown')
  }
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Pause Zoë Adeyemi?' })
  await dialog.getByText('Zoë counts as away for a while').waitFor()
  for (let presses = 0; presses < 10; presses++) {
    if ((await page.locator(':focus').getAttribute('type')) === 'text') break
    await keyboard.press('Tab')
  }
  await keyboard.type('Long absence')
  await keyboard.press('Enter')
  await outcome(page, 'Zoë Adeyemi is paused and has no access to Reed Primary.')
  await page
    .getByRole('row', { name: /Zoë Adeyemi/ })
    .getByText(/^Paused by Sam Patel/)
    .waitFor()
})
