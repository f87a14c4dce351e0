import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newSetUpCode } from '../../src/features/set-up/set-up-code.ts'
import { NARROW, openView, WIDE } from '../support/browser.ts'
import { startLanyard } from '../support/start-lanyard.ts'

for (const size of [WIDE, NARROW])
  test(`an owner sets up a trust, signs in and adds two schools with a unit, at ${size.width} px`, async (t) => {
    const { app, listens } = await startLanyard(t, { setUp: false })
    const code = (await newSetUpCode(app.database)) ?? ''
    const { page, isSound } = await openView(t, size)

    await page.goto(listens)
    await page.waitForURL('**/setup')
    await page.getByLabel('Set-up code').fill('WRONG-CODE')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await isSound('setup-checks-wrong-code')
    await page.getByLabel('Set-up code').fill(code.toLowerCase())
    await page.getByRole('button', { name: 'Continue' }).click()

    await page.getByLabel('First name').fill('Ada')
    await page.getByLabel('Last name').fill('Ford')
    await page.getByLabel('Work email address').fill('ada@beacon.example')
    await page.getByLabel('Password', { exact: true }).fill('three random words')
    await isSound('setup-you')
    await page.getByRole('button', { name: 'Continue' }).click()

    await page.getByLabel('A trust or group').check()
    await page.getByLabel('Name', { exact: true }).fill('Beacon Trust')
    await page.getByLabel('Email domains').fill('beacon.example')
    await isSound('setup-organisation')
    await page.getByRole('button', { name: 'Create the owner account' }).click()
    await page.getByRole('heading', { name: 'Lanyard is ready' }).waitFor()
    await isSound('setup-done')
    await page.getByRole('link', { name: 'Go to sign in' }).click()

    await page.getByLabel('Email address').fill('ada@beacon.example')
    await page.getByLabel('Password', { exact: true }).fill('three random words')
    await isSound('sign-in')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Hello, Ada' }).waitFor()
    await isSound('home')

    await page.goto(`${listens}/s/beacon-trust/schools`)
    await isSound('schools-empty')
    for (const [index, name] of ['Reed Primary', 'Mill Lane School'].entries()) {
      await page
        .getByRole(index === 0 ? 'link' : 'link', { name: 'Add school' })
        .first()
        .click()
      await page.getByLabel('Name', { exact: true }).fill(name)
      if (index === 0) await isSound('school-form')
      await page.getByRole('button', { name: 'Add school' }).click()
      await page.getByRole('link', { name }).first().waitFor()
    }
    await isSound('schools')

    await page.goto(`${listens}/s/reed-primary/access/units`)
    await isSound('units-empty')
    await page.getByRole('link', { name: /Add/ }).first().click()
    await page.getByLabel('Name', { exact: true }).fill('Science')
    await isSound('unit-form')
    await page.getByRole('main').getByRole('button', { name: /^Add/ }).click()
    await page.getByText('Science').first().waitFor()
    await isSound('units')

    await page.goto(`${listens}/s/beacon-trust/people`)
    await page.getByRole('link', { name: 'Ada Ford' }).waitFor()
    assert.match((await page.getByRole('main').textContent()) ?? '', /1 person, 1 registered/)
    await isSound('people')
    await page.getByRole('link', { name: 'Ada Ford' }).click()
    await page.getByText('Lanyard was set up', { exact: true }).waitFor()
    await isSound('person')
    for (const [name, path] of [
      ['settings', 's/beacon-trust/settings'],
      ['me', 'me'],
      ['missing', 's/nowhere'],
      ['email-empty', 's/beacon-trust/email'],
    ] as const) {
      await page.goto(`${listens}/${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await isSound(name)
    }
  })

test('the first Tab on any page shows a link that skips to the main content', async (t) => {
  const { listens, owner } = await startLanyard(t)
  const { page } = await openView(t, WIDE)
  await page.goto(`${listens}/sign-in`)
  await page.getByLabel('Email address').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Hello, Olive' }).waitFor()
  for (const path of ['s/beacon-trust', 's/beacon-trust/people', 's/beacon-trust/settings', 'me']) {
    await page.goto(`${listens}/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to main content' })
    assert.ok(
      await skip.evaluate((link) => link.matches(':focus') && link.getBoundingClientRect().top >= 0),
      path,
    )
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), 'main')
  }
})
