import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { lockOut } from '../support/account-changes.ts'
import { NARROW, openView, WIDE } from '../support/browser.ts'
import { NEW_PASSWORD, reedPrimary, signIn } from '../support/invite.ts'
import type { Person } from '../support/make.ts'
import type { Letter, Mailbox } from '../support/smtp-sink.ts'

async function open(page: Page, address: string, who: Person) {
  await page.goto(address)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const outcome = (page: Page, words: string) => page.locator('.outcome').getByText(words).waitFor()

/** The link in the newest letter to an address that holds one. */
async function linkTo(mailbox: Mailbox, email: string, kind: 'reset' | 'e'): Promise<string> {
  const link = ({ mail }: Letter) => new RegExp(`http\\S+/${kind}/\\w+_\\S+`).exec(mail.text ?? '')?.[0]
  const found = () => mailbox.all().findLast((letter) => letter.to.includes(email) && link(letter))
  for (let letters = mailbox.all().length + 1; !found(); letters++) await mailbox.letter(letters)
  return link(found() as Letter) ?? ''
}

for (const size of [WIDE, NARROW]) {
  test(`a locked colleague is found, unlocked, sent a reset, and given a new address, at ${size.width} px`, async (t) => {
    const scene = await reedPrimary(t)
    const { make, reed, sam, listens, mailbox, http } = scene
    const zoe = await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi' })
    await make.person('ann@reed.example', { at: reed, name: 'Ann Bell' })
    await lockOut(scene, zoe)
    const { page, isSound } = await openView(t, size)
    await open(page, `${listens}/s/reed-primary/people?status=locked`, sam)
    const row = page.getByRole('row', { name: /Zoë Adeyemi/ })
    await row.getByText(/^Unlocks \d\d:\d\d$/).waitFor()
    assert.equal(await page.getByRole('link', { name: 'Ann Bell' }).count(), 0)
    await isSound('accounts-locked')
    await page.getByRole('button', { name: 'Actions for Zoë Adeyemi' }).click()
    await page.getByRole('menuitem', { name: 'Unlock now' }).click()
    await outcome(page, 'Zoë Adeyemi is unlocked and can sign in now.')
    assert.equal((await signIn(scene, zoe.email, zoe.password)).reply.status, 201)

    await page.goto(`${listens}/s/reed-primary/people/${zoe.id}`)
    await page.getByRole('button', { name: 'More for Zoë Adeyemi' }).click()
    await page.getByRole('menuitem', { name: 'Send password reset' }).click()
    const asked = page.getByRole('dialog', { name: 'Send Zoë Adeyemi a password reset?' })
    await asked.getByText('A link to choose a new password goes to zoe@reed.example.').waitFor()
    await isSound('accounts-reset-asked')
    await asked.getByRole('button', { name: 'Send password reset' }).click()
    await outcome(page, 'A link to choose a new password is on its way to zoe@reed.example.')
    const reset = (await linkTo(mailbox, zoe.email, 'reset')).split('/').at(-1)
    const used = await http.fresh().post(`/api/v1/password-resets/${reset}`, { password: NEW_PASSWORD })
    assert.equal(used.status, 204)

    await page.getByRole('link', { name: 'Edit details' }).click()
    await page.getByRole('heading', { level: 1, name: 'Edit Zoë Adeyemi' }).waitFor()
    await isSound('accounts-edit')
    await page.getByLabel('First name').fill(' ')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await isSound('accounts-edit-problem')
    await page.getByLabel('First name').fill('Zoë')
    await page.getByLabel('Job title').fill('SENCO')
    await page.getByLabel('Staff number').fill('0042')
    await page.getByRole('button', { name: 'Add a label' }).click()
    await page.getByLabel('Name of label 1').fill('Region')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Give each label a name and a value, or remove it.').waitFor()
    await page.getByLabel('Value of label 1').fill('North')
    await page.getByLabel('Work email').fill('zoe.a@reed.example')
    await isSound('accounts-edit-filled')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('Zoë Adeyemi’s details are saved. A link to confirm the new address').waitFor()
    await page.getByRole('cell', { name: 'SENCO' }).waitFor()
    await page.getByText('Leader of every subject area, because the job title is SENCO.').waitFor()
    await page.getByText(/Sam Patel asked to change the address to zoe\.a@reed\.example/).waitFor()
    await isSound('accounts-waiting')

    await page.getByRole('button', { name: 'Not for Zoë' }).click()
    await page.getByText('Leader won’t be suggested for Zoë Adeyemi again.').waitFor()

    const phone = await openView(t, size)
    await phone.page.goto(await linkTo(mailbox, 'zoe.a@reed.example', 'e'))
    await phone.page.getByRole('heading', { name: 'Confirm your new address' }).waitFor()
    assert.ok(!phone.page.url().includes('eml_'), 'the link is out of the address bar')
    await phone.isSound('accounts-confirm')
    await phone.page.getByRole('button', { name: 'Confirm this address' }).click()
    await phone.page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor()
    await phone.isSound('accounts-confirmed')
    await phone.page.goto(await linkTo(mailbox, 'zoe.a@reed.example', 'e'))
    await phone.page.getByRole('heading', { name: 'This address is confirmed already' }).waitFor()
    await phone.isSound('accounts-confirm-used')
    assert.equal((await signIn(scene, 'zoe.a@reed.example', NEW_PASSWORD)).reply.status, 201)

    await page.reload()
    await page.getByRole('cell', { name: 'zoe.a@reed.example' }).waitFor()
    await page.getByText('Confirmed with a link that went there').waitFor()
    await page.getByRole('link', { name: 'Activity', exact: true }).last().click()
    await page.getByText('Unlocked, by Sam Patel').waitFor()
    await page.getByText('A password reset was sent, by Sam Patel').waitFor()
    await isSound('accounts-activity')
  })
}

test('what an admin may not change about a colleague stands closed with the reason, and signing out says so', async (t) => {
  const { make, reed, sam, listens } = await reedPrimary(t)
  const oak = await make.school('Oak Primary')
  const zoe = await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi' })
  await make.person('zoe@reed.example', { at: oak, name: 'Zoë Adeyemi' })
  const { page, isSound } = await openView(t, WIDE)
  await open(page, `${listens}/s/reed-primary/people/${zoe.id}/edit`, sam)
  await page.getByRole('heading', { level: 1, name: 'Edit Zoë Adeyemi' }).waitFor()
  assert.ok(await page.getByLabel('First name').isDisabled())
  await page.getByText('also belongs to an organisation where you can’t edit people').first().waitFor()
  await isSound('accounts-edit-shared')
  await page.getByLabel('Job title').fill('Cook')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Zoë Adeyemi’s details are saved.').waitFor()

  const { keyboard } = page
  await page.getByRole('button', { name: 'More for Zoë Adeyemi' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Sign out everywhere' }).waitFor()
  for (let presses = 0; presses < 12; presses++) {
    if ((await page.locator(':focus').textContent()) === 'Sign out everywhere') break
    await keyboard.press('ArrowDown')
  }
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Sign Zoë Adeyemi out everywhere?' })
  await dialog.waitFor()
  await isSound('accounts-sign-out-asked')
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).focus()
  await keyboard.press('Enter')
  await outcome(page, 'Zoë Adeyemi wasn’t signed in anywhere.')
})
