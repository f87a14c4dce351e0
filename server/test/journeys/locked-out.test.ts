import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { NARROW, openView, WIDE } from '../support/browser.ts'
import { startLanyard } from '../support/start-lanyard.ts'

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  const answered = page.waitForResponse((reply) => reply.url().endsWith('/api/v1/sessions'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await answered
}

for (const size of [WIDE, NARROW]) {
  test(`a teacher forgets her password, gets a link by mail and is in again, at ${size.width} px`, async (t) => {
    const { make, root, listens, mailbox } = await startLanyard(t, { mail: 'sink' })
    const ada = await make.person('ada@beacon.example', { at: root })
    const { page, isSound } = await openView(t, size)
    await page.goto(`${listens}/sign-in`)
    await page.getByRole('link', { name: 'Forgotten it?' }).click()
    await page.getByLabel('Email address').fill('ada@beacon')
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await isSound('forgot-problem')
    await page.getByLabel('Email address').fill(ada.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.getByRole('heading', { name: 'Check your email' }).waitFor()
    await isSound('forgot-sent')

    const link = /http\S+\/reset\/\S+/.exec((await mailbox.letter(1)).mail.text ?? '')?.[0] ?? ''
    await page.goto(link)
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor()
    assert.ok(!page.url().includes('rst_'), 'the link is out of the address bar')
    await page.getByLabel('New password').fill('too short')
    await page.getByRole('button', { name: 'Save password' }).click()
    await page.getByText('Use at least 12 characters').first().waitFor()
    await isSound('reset-problem')
    await page.getByLabel('New password').fill('a brand new set of words')
    await page.getByRole('button', { name: 'Save password' }).click()
    await page.getByRole('heading', { name: 'Your password is saved' }).waitFor()
    await page.getByRole('link', { name: 'Sign in' }).first().click()
    await signIn(page, ada.email, 'a brand new set of words')
    await page.getByRole('heading', { name: 'Hello, Ada' }).waitFor()

    await page.goto(link)
    await page.getByRole('heading', { name: 'This link has been used' }).waitFor()
    await isSound('reset-used')
  })

  test(`a teacher locks herself out, and is in again twenty minutes later, at ${size.width} px`, async (t) => {
    const { make, root, listens, clock, http, owner } = await startLanyard(t)
    const ada = await make.person('ada@beacon.example', { at: root })
    const { page, isSound } = await openView(t, size)
    await page.goto(`${listens}/sign-in`)
    for (let n = 0; n < 10; n++) await signIn(page, ada.email, 'not the right words')
    await signIn(page, ada.email, ada.password)
    await page.getByText('The email address or password isn’t right').first().waitFor()
    await isSound('sign-in-failed')
    assert.equal((await http.as(owner).get(`/api/v1/people/${ada.id}`)).body.statusLabel, 'Locked')
    await clock.shift(20 * 60 + 1)
    await signIn(page, ada.email, ada.password)
    await page.getByRole('heading', { name: 'Hello, Ada' }).waitFor()
  })

  test(`an owner sees who is locked, reads captured mail, and changes a role after proving who she is, at ${size.width} px`, async (t) => {
    const { make, listens, clock, http, owner } = await startLanyard(t)
    const reed = await make.school('Reed Primary')
    const ada = await make.person('ada@reed.example', { at: reed, name: 'Ada Ford' })
    await make.person('siân@reed.example'.normalize('NFD').replace(/[^\x21-\x7e]/g, ''), {
      at: reed,
      name: 'Siân Beddoe',
      role: 'organisation_admin',
    })
    await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi', role: 'teacher' })
    await make.unit('Science', { at: reed, kind: 'faculty' })
    for (let n = 0; n < 10; n++)
      await http.fresh().post('/api/v1/sessions', { email: ada.email, password: 'not the right words' })
    await http.post('/api/v1/password-resets', { email: ada.email })
    const { page, isSound } = await openView(t, size)
    await page.goto(`${listens}/s/reed-primary/people`)
    await page.waitForURL('**/sign-in**')
    await signIn(page, owner.email, owner.password)
    await page.getByRole('link', { name: 'Ada Ford' }).waitFor()
    await page.getByText('Locked').first().waitFor()
    await isSound('people-reed')

    await page.goto(`${listens}/s/reed-primary/email`)
    await page.getByText('ada@reed.example').first().waitFor()
    await isSound('email')
    await page.getByRole('link', { name: 'ada@reed.example' }).first().click()
    await page.frameLocator('iframe').getByRole('link', { name: 'Choose a new password' }).first().waitFor()
    await isSound('email-content')

    await clock.shift(11 * 60)
    await page.goto(`${listens}/s/reed-primary/people/${ada.id}`)
    await page.getByRole('link', { name: 'Edit role and permissions' }).first().click()
    await page.getByRole('heading', { name: 'Edit role and permissions' }).waitFor()
    await page.getByRole('checkbox', { name: /^Organisation admin/ }).check()
    await isSound('roles')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByLabel('Your password').fill(owner.password)
    await isSound('confirm-password')
    await page.getByRole('button', { name: 'Confirm', exact: true }).click()
    await page.getByText('roles are changed, from now on').first().waitFor()
    const roles = (await http.as(owner).get(`/api/v1/people/${ada.id}/roles`)).body.roles.map(
      (each: { role: string }) => each.role,
    )
    assert.ok(roles.includes('organisation_admin'))
  })
}
