import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { NARROW, openView, WIDE } from '../support/browser.ts'
import { reedPrimary } from '../support/invite.ts'

const WHY = 'Why do you need it?'

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More for this list' }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await page.getByLabel(WHY).waitFor()
}

for (const size of [WIDE, NARROW])
  test(`saving people as a file asks why and for the password, and ends for the day after five, at ${size.width} px`, async (t) => {
    const { make, reed, sam, listens, clock, head } = await reedPrimary(t, { mail: 'captured' })
    for (let n = 1; n <= 50; n++) await make.person(`p${n}@reed.example`, { at: reed, password: false })
    const view = await openView(t, size)
    const { page, isSound } = view
    await page.goto(`${listens}/s/reed-primary/people`)
    await page.getByLabel('Email address').fill(sam.email)
    await page.getByLabel('Password', { exact: true }).fill(sam.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'More for this list' }).waitFor()

    await choose(page, 'Export this view, Excel')
    await page.locator('input#export-reason:focus').waitFor()
    await isSound('export-people')
    await page.getByRole('button', { name: 'Save the file' }).click()
    await page.getByText('Say why you are exporting more than 50 people.').waitFor()
    await isSound('export-people-why')

    await clock.shift(11 * 60)
    await page.getByLabel(WHY).fill('The October census')
    await page.keyboard.press('Enter')
    await page.getByLabel('Your password').waitFor()
    await page.getByLabel('Your password').fill(sam.password)
    const saved = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    const name = (await saved).suggestedFilename()
    assert.match(name, /^People Reed Primary [2-9A-Z]{4}-[2-9A-Z]{4}\.xlsx$/)
    await page.getByText(`Saved as “${name}”.`).waitFor()
    await isSound('export-people-saved')

    await page.goto(`${listens}/s/reed-primary/staff-list/new`)
    await page.getByRole('button', { name: 'Download Your current list to edit, CSV' }).click()
    await page.getByLabel(WHY).fill('To add the new starters')
    const list = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the file' }).click()
    const file = await list
    assert.match(file.suggestedFilename(), /^Staff list Reed Primary [2-9A-Z]{4}-[2-9A-Z]{4}\.csv$/)
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
    assert.equal(lines.length, 52)

    for (let n = 0; n < 3; n++) {
      const taken = await head.get(`/api/v1/organisations/${reed.id}/people/export?q=sam`)
      if (taken.body?.code === 'reauth_required') {
        await head.post('/api/v1/sessions/current/confirm', { password: sam.password })
        n--
      } else assert.equal(taken.status, 200)
    }
    await page.getByRole('button', { name: 'Download Your current list to edit, CSV' }).click()
    await page.getByLabel(WHY).fill('Once more')
    await page.getByRole('button', { name: 'Save the file' }).click()
    await page.getByText('You have exported people 5 times today, so none are left.').waitFor()
    await isSound('export-people-enough')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByLabel(WHY).waitFor({ state: 'detached' })
  })
