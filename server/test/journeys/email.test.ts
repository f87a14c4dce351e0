import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import { inviteOne, mailIsSettled, reedPrimary } from '../support/invite.ts'
import type { Options } from '../support/start-lanyard.ts'

type Reed = Awaited<ReturnType<typeof reedPrimary>>

async function openEmail({ page }: View, { listens, sam }: Reed) {
  await page.goto(`${listens}/s/reed-primary/email`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(sam.email)
  await page.getByLabel('Password', { exact: true }).fill(sam.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Email' }).waitFor()
}

const rows = (page: Page) => page.locator('table.messages tbody tr')
const letter = (page: Page, to: string) => rows(page).getByRole('link', { name: to })
const addresses = (page: Page): Promise<string[]> => rows(page).locator('th a').allTextContents()

/** One letter refused, one asked to wait, and one accepted, in this order. */
async function threeLetters(t: TestContext, options?: Options): Promise<Reed> {
  const reed = await reedPrimary(t, options)
  for (const [email, givenName, behaviour] of [
    ['jane@reed.example', 'Jane', 'refuse'],
    ['tom@reed.example', 'Tom', 'defer'],
    ['ben@reed.example', 'Ben', 'accept'],
  ] as const) {
    reed.mailbox.behave(behaviour)
    await inviteOne(reed.head, reed.reed, { email, givenName, familyName: 'Smith' })
    await mailIsSettled(reed.head, reed.reed)
  }
  return reed
}

for (const size of [WIDE, NARROW])
  test(`an admin sees which letter was refused, why, and what to do, at ${size.width} px`, async (t) => {
    const reed = await threeLetters(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openEmail(view, reed)
    await rows(page).first().waitFor()
    assert.deepEqual(await addresses(page), ['ben@reed.example', 'tom@reed.example', 'jane@reed.example'])
    await page.getByText('The email address doesn’t exist. Check its spelling.').waitFor()
    await page.getByText(/^Next try: Today/).waitFor()
    assert.equal(
      await page.locator('table.messages .toned').count(),
      1,
      'only what needs somebody is coloured',
    )
    await isSound('email-list')

    await page.getByRole('button', { name: 'What happened' }).click()
    await page.getByRole('option', { name: 'Refused' }).click()
    await page.keyboard.press('Escape')
    await page.waitForURL('**/email?state=bounced')
    await letter(page, 'ben@reed.example').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('button', { name: 'Clear what happened' }).waitFor()
    assert.deepEqual(await addresses(page), ['jane@reed.example'], 'the address holds the filter')
    await page.getByLabel('Search by email address').fill('nobody')
    await page.getByText('No emails to “nobody”').waitFor()
    await isSound('email-no-match')
    await page.getByRole('button', { name: 'Clear all' }).first().click()
    await letter(page, 'ben@reed.example').waitFor()

    await page.getByRole('link', { name: 'jane@reed.example' }).click()
    await page.getByRole('heading', { level: 1, name: 'Reed Primary: set up your staff account' }).waitFor()
    await page.locator('.server-words').getByText('550 5.1.1 No such user here').waitFor()
    await page.getByText('Jane Smith’s page shows what you can do next.').waitFor()
    await page.locator('.timeline').getByText('Refused').waitFor()
    await isSound('email-story')
    await page.getByRole('link', { name: 'See Jane Smith' }).click()
    await page.getByRole('heading', { level: 1, name: 'Jane Smith' }).waitFor()
  })

for (const size of [WIDE, NARROW])
  test(`a test email shows each step and every line that was said, at ${size.width} px`, async (t) => {
    const reed = await reedPrimary(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openEmail(view, reed)
    await page.getByText('No emails yet').waitFor()
    await page.getByRole('link', { name: 'Send a test email' }).click()
    await page.getByRole('heading', { level: 1, name: 'Send a test email' }).waitFor()
    await page.getByLabel('Where to').fill('it@reed')
    await page.getByRole('button', { name: 'Send the test email' }).click()
    await page.getByRole('link', { name: 'Enter an email address like name@school.example.' }).waitFor()
    await isSound('email-test-wrong')
    await page.getByLabel('Where to').fill('it@reed.example')
    await page.getByRole('button', { name: 'Send the test email' }).click()
    await page.getByText('The mail server took the email.').waitFor()
    await page.getByText('RCPT TO:<it@reed.example>').waitFor()
    await isSound('email-test-accepted')
    reed.mailbox.behave('refuse')
    await page.getByRole('button', { name: 'Send another' }).click()
    await page.getByText('The mail server didn’t take the email.').waitFor()
    await page.getByText('The email address doesn’t exist. Check its spelling.').waitFor()
    await isSound('email-test-refused')
    assert.equal(reed.mailbox.all().length, 1)
  })

test('while mail is captured every screen says so, and the letter can be read', async (t) => {
  const reed = await threeLetters(t, { mail: 'captured' })
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await openEmail(view, reed)
  await page.getByText('Email isn’t set up, so nothing is sent.', { exact: false }).waitFor()
  assert.equal(await page.getByText('Kept here, not sent').count(), 3)
  await isSound('email-captured-list')
  await page.getByRole('link', { name: 'jane@reed.example' }).click()
  await page.getByRole('heading', { name: 'What it says' }).waitFor()
  await page.getByRole('button', { name: 'As plain text' }).click()
  await page.locator('pre').getByText('/i/inv_', { exact: false }).waitFor()
  await isSound('email-captured-letter')
  await page.getByRole('link', { name: 'Email', exact: true }).first().click()
  await page.getByRole('link', { name: 'Send a test email' }).click()
  await page.getByText('There is no mail server to hand one to yet.').waitFor()
  await page.getByText('Email isn’t set up, so nothing is sent.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Send the test email' }).click()
  await page.getByText('Email isn’t set up, so nothing was sent.', { exact: false }).waitFor()
  await isSound('email-captured-test')
})

test('while the mail server takes nothing, the page says so above all else', async (t) => {
  const reed = await reedPrimary(t)
  await reed.mailbox.close()
  await inviteOne(reed.head, reed.reed, { email: 'jane@reed.example' })
  const deadline = Date.now() + 15_000
  for (;;) {
    const { body } = await reed.head.get(`/api/v1/organisations/${reed.reed.id}/messages`)
    if (body.mail.trouble?.waiting === 1 && body.data[0].state === 'deferred') break
    assert.ok(Date.now() < deadline, JSON.stringify(body.mail))
  }
  const view = await openView(t, NARROW)
  await openEmail(view, reed)
  await view.page.getByText('1 email is waiting.', { exact: false }).waitFor()
  await view.page.locator('.banner').getByText('ECONNREFUSED', { exact: false }).waitFor()
  await view.isSound('email-trouble')
})
