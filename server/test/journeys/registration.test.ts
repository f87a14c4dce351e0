import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openConnection } from '../support/behind-the-curtain.ts'
import { NARROW, openView, WIDE } from '../support/browser.ts'
import { inviteOne, mailedLink, mailIsSettled, reedPrimary } from '../support/invite.ts'

type Reed = Awaited<ReturnType<typeof reedPrimary>>

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const PASSWORD_OF_JANE = 'sunny desk lamp'

for (const size of [NARROW, WIDE])
  test(`a teacher registers from her letter and is Active, at ${size.width} px`, async (t) => {
    const lanyard = await reedPrimary(t)
    const link = await linkTo(lanyard, { givenName: 'Jane' })
    const { page, isSound } = await openView(t, size)

    await page.goto(link)
    await heading(page, 'Jane, set up your staff account')
    await page.getByText('Sam Patel at Reed Primary invited you.').waitFor()
    assert.equal(new URL(page.url()).pathname, '/i', 'the link is out of the address bar')
    await isSound('register-start')
    await press(page, 'Start')

    await heading(page, 'What is your name?')
    assert.equal(await page.getByLabel('First name').inputValue(), 'Jane')
    await page.getByText('jane@reed.example', { exact: true }).waitFor()
    assert.equal(await page.getByLabel('Email address').count(), 0, 'the address is no field')
    await isSound('register-name')
    await press(page, 'Continue')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    assert.deepEqual(
      await page.getByText('Enter your last name').allTextContents(),
      Array(2).fill('Enter your last name'),
    )
    assert.equal(await page.evaluate('document.activeElement.id'), 'familyName')
    await isSound('register-name-problem')
    await page.getByLabel('Last name').fill('Smith')
    await press(page, 'Continue')

    await heading(page, 'What is your mobile number?')
    await isSound('register-mobile')
    await page.getByLabel('Mobile number').fill('07700 900 12')
    await press(page, 'Continue')
    await page
      .getByText(/^Enter a mobile number, like/)
      .first()
      .waitFor()
    assert.equal(await page.getByLabel('Mobile number').inputValue(), '07700 900 12', 'what was typed stays')
    await isSound('register-mobile-problem')
    await page.getByLabel('Mobile number').fill('(07700) 900 123')
    await press(page, 'Continue')

    await heading(page, 'Make a password')
    await isSound('register-password')
    await press(page, 'Back')
    await heading(page, 'What is your mobile number?')
    assert.equal(await page.getByLabel('Mobile number').inputValue(), '(07700) 900 123')
    await page.goBack()
    await heading(page, 'What is your name?')
    assert.equal(await page.getByLabel('Last name').inputValue(), 'Smith')
    await page.goForward()
    await heading(page, 'What is your mobile number?')
    await press(page, 'Continue')
    await heading(page, 'Make a password')
    const password = page.getByLabel('Password', { exact: true })
    await password.fill('sunny-desk')
    await press(page, 'Create my account')
    await page.getByText('Use at least 12 characters').first().waitFor()
    await page.getByText('10 of 12 characters').waitFor()
    await isSound('register-password-problem')
    await password.fill('passwordpassword')
    await press(page, 'Create my account')
    await page.getByText('data leak').first().waitFor()
    assert.equal(await page.evaluate('document.activeElement.id'), 'password')
    await page.getByRole('button', { name: 'Show password' }).click()
    await password.fill(PASSWORD_OF_JANE)
    await press(page, 'Create my account')

    await heading(page, 'You’re in, Jane')
    await isSound('register-in')
    const { body } = await lanyard.head.get(`/api/v1/organisations/${lanyard.reed.id}/people`)
    const jane = body.data.find((row: { email: string }) => row.email === 'jane@reed.example')
    assert.deepEqual([jane.givenName, jane.familyName, jane.status], ['Jane', 'Smith', 'active'])
    await page.getByRole('link', { name: 'Go to Reed Primary' }).click()
    await heading(page, 'Hello, Jane')

    const elsewhere = await openView(t, size)
    await elsewhere.page.goto(`${lanyard.listens}/sign-in`)
    await elsewhere.page.getByLabel('Email address').fill('jane@reed.example')
    await elsewhere.page.getByLabel('Password', { exact: true }).fill(PASSWORD_OF_JANE)
    await press(elsewhere.page, 'Sign in')
    await heading(elsewhere.page, 'Hello, Jane')
  })

test('what was begun on one phone goes on at another, where it was left', async (t) => {
  const lanyard = await reedPrimary(t)
  const link = await linkTo(lanyard)
  const { page } = await openView(t, NARROW)
  await page.goto(link)
  await heading(page, 'Set up your staff account')
  await press(page, 'Start')
  await page.getByLabel('First name').fill('Zoë')
  await page.getByLabel('Last name').fill('O’Malley')
  await press(page, 'Continue')
  await heading(page, 'What is your mobile number?')

  const other = await openView(t, NARROW)
  await other.page.goto(link)
  await heading(other.page, 'What is your mobile number?')
  await other.page.getByText('Welcome back').waitFor()
  await other.isSound('register-resumed')
  await press(other.page, 'Back')
  assert.equal(await other.page.getByLabel('Last name').inputValue(), 'O’Malley')
  await press(other.page, 'Continue')
  await press(other.page, 'I don’t have a work mobile')
  await heading(other.page, 'Make a password')
  await other.page.reload()
  await heading(other.page, 'Make a password')
  await other.page.getByLabel('Password', { exact: true }).fill(PASSWORD_OF_JANE)
  await press(other.page, 'Create my account')
  await heading(other.page, 'You’re in, Zoë')

  await press(page, 'I don’t have a work mobile')
  await heading(page, 'This link has been used')
})

test('somebody with a keyboard and nothing else registers', async (t) => {
  const lanyard = await reedPrimary(t)
  const link = await linkTo(lanyard, { givenName: 'Jane', familyName: 'Smith' })
  const { page } = await openView(t, WIDE)
  const keys = page.keyboard
  await page.goto(link)
  await heading(page, /set up your staff account/)
  await keys.press('Tab')
  await keys.press('Enter')
  // Each new page is read from its heading, so the first Tab comes to the first field.
  await heading(page, 'What is your name?')
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await keys.press(key)
  await heading(page, 'What is your mobile number?')
  await keys.press('Tab')
  await keys.type('07700 900123')
  await keys.press('Enter')
  await heading(page, 'Make a password')
  await keys.press('Tab')
  await keys.type(PASSWORD_OF_JANE)
  await keys.press('Enter')
  await heading(page, 'You’re in, Jane')
})

test('a number is asked for, or not, as the school wants it', async (t) => {
  const lanyard = await reedPrimary(t)
  const link = await linkTo(lanyard, { givenName: 'Jane', familyName: 'Smith' })
  const ask = (askMobile: string) =>
    lanyard.olive.patch(`/api/v1/organisations/${lanyard.reed.id}`, { askMobile })
  const { page } = await openView(t, NARROW)
  await ask('required')
  await page.goto(link)
  await press(page, 'Start')
  await press(page, 'Continue')
  await heading(page, 'What is your mobile number?')
  assert.equal(await page.getByRole('button', { name: 'I don’t have a work mobile' }).count(), 0)
  await press(page, 'Continue')
  await page.getByText('Enter your mobile number').first().waitFor()
  await ask('no')
  await page.goto(link)
  await page.getByText('Step 3 of 3').waitFor()
  await heading(page, 'Make a password')
})

test('a lost connection loses nothing that was typed', async (t) => {
  const lanyard = await reedPrimary(t)
  const { page, isSound } = await openView(t, NARROW)
  await page.goto(await linkTo(lanyard))
  await press(page, 'Start')
  await page.getByLabel('First name').fill('Jane')
  await page.getByLabel('Last name').fill('Smith')
  await page.context().setOffline(true)
  await press(page, 'Continue')
  await page.getByText('What you typed is still here').waitFor()
  await isSound('register-offline')
  assert.equal(await page.getByLabel('Last name').inputValue(), 'Smith')
  await page.context().setOffline(false)
  await press(page, 'Continue')
  await heading(page, 'What is your mobile number?')
})

test('a browser that opens every link fifty times spends nothing, and its owner registers', async (t) => {
  const lanyard = await reedPrimary(t)
  const link = await linkTo(lanyard, { givenName: 'Jane', familyName: 'Smith' })
  // What became of the letter is written down a moment after it came.
  await mailIsSettled(lanyard.olive, lanyard.reed)
  const before = await everythingWritten(t, lanyard)
  const scanner = await openView(t, WIDE)
  for (let time = 0; time < 50; time++) {
    await scanner.page.goto(time % 2 ? `${link}/not-me` : link)
    await heading(scanner.page, time % 2 ? 'Not you?' : 'Jane, set up your staff account')
  }
  assert.deepEqual(await everythingWritten(t, lanyard), before)

  const { page } = await openView(t, NARROW)
  await page.goto(link)
  await press(page, 'Start')
  await press(page, 'Continue')
  await press(page, 'I don’t have a work mobile')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD_OF_JANE)
  await press(page, 'Create my account')
  await heading(page, 'You’re in, Jane')
})

/** Has Sam invite Jane, and opens the letter. @returns the link in it */
async function linkTo(
  { head, reed, mailbox, listens }: Reed,
  named: { givenName?: string; familyName?: string } = {},
): Promise<string> {
  await inviteOne(head, reed, { email: 'jane@reed.example', ...named })
  return `${listens}/i/${await mailedLink(mailbox, 'jane@reed.example')}`
}

/** Every row of every table that an invitation touches. */
async function everythingWritten(t: TestContext, { ownerConnection }: Reed): Promise<unknown> {
  const client = await openConnection(t, ownerConnection)
  const found: Record<string, unknown> = {}
  for (const table of [
    'invitations',
    'invitation_links',
    'memberships',
    'accounts',
    'messages',
    'audit_events',
  ]) {
    await client.query(`alter table ${table} no force row level security`)
    const { rows } = await client.query(`select to_jsonb(t)::text as row from ${table} t order by 1`)
    await client.query(`alter table ${table} force row level security`)
    found[table] = rows
  }
  return found
}
