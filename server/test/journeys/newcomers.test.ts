import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { worked } from '../support/apply-list.ts'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import { NEW_PASSWORD, reedPrimary } from '../support/invite.ts'
import { lettersTo, onePassword } from '../support/newcomers.ts'
import type { Options } from '../support/start-lanyard.ts'

type School = Awaited<ReturnType<typeof school>>

async function school(t: TestContext, options?: Options) {
  const reed = await reedPrimary(t, options)
  await reed.make.unit('Maths', { at: reed.reed })
  return reed
}

async function signIn(page: Page, listens: string, path: string, email: string, password: string) {
  await page.goto(`${listens}${path}`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function openForm({ page, isSound }: View, { listens, sam }: School) {
  await signIn(page, listens, '/s/reed-primary/people', sam.email, sam.password)
  await page.getByRole('button', { name: 'Add people' }).click()
  await page.getByRole('menuitem', { name: /^Add one person/ }).waitFor()
  await isSound('add-people-menu')
  await page.getByRole('menuitem', { name: /^Add one person/ }).click()
  await page.getByLabel('First name').waitFor()
}

async function fillWho(page: Page, email: string) {
  await page.getByLabel('First name').fill('Jane')
  await page.getByLabel('Last name').fill('Smith')
  await page.getByLabel('Work email').fill(email)
}

for (const size of [WIDE, NARROW])
  test(`an account is set up, the mail comes, and its person chooses a password of their own, at ${size.width} px`, async (t) => {
    const reed = await school(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openForm(view, reed)
    await page.getByText('Sends one invitation. No seat until they register.').waitFor()
    await isSound('newcomer-empty')

    await page.getByRole('button', { name: 'Save and invite' }).click()
    await page.getByRole('alert').getByText('Enter a first name').waitFor()
    await page.getByRole('alert').getByText('Enter a last name').waitFor()
    await page.getByRole('alert').getByText('Enter an email address').waitFor()
    await isSound('newcomer-problems')

    await fillWho(page, 'jane@reed.example')
    await page.getByLabel('Job title').fill('Caretaker')
    await page.getByLabel('Kind of work').first().click()
    await page.getByRole('option', { name: 'Site, caretaking and cleaning' }).click()
    await page.getByRole('radio', { name: /^Set their account up/ }).check()
    await page.getByRole('button', { name: 'Set up the account' }).click()
    await page
      .getByRole('alert')
      .getByText(/Either type a password or have a one-time password mailed/)
      .waitFor()
    await page.getByRole('radio', { name: /^Email a one-time password/ }).check()
    await page.getByText('The account is active and takes a seat as soon as it has left.').waitFor()
    await isSound('newcomer-account')
    await page.getByRole('button', { name: 'Set up the account' }).click()
    await page.getByRole('heading', { level: 1, name: 'Jane Smith' }).waitFor()
    await page
      .getByRole('status')
      .getByText(/The account of Jane Smith is set up/)
      .waitFor()
    await reed.mailbox.letter(1)
    await isSound('newcomer-saved')

    const password = onePassword(lettersTo(reed.mailbox, 'jane@reed.example')[0]?.mail.text ?? '')
    const theirs = await openView(t, size)
    await signIn(theirs.page, reed.listens, '/s/reed-primary', 'jane@reed.example', password)
    await theirs.page.getByRole('heading', { name: 'Choose your own password' }).waitFor()
    await theirs.isSound('first-password')
    await theirs.page.goto(`${reed.listens}/s/reed-primary/people`)
    await theirs.page.waitForURL('**/sign-in**')
    await theirs.page.goto(`${reed.listens}/choose-password?next=%2Fme`)
    await theirs.page.getByLabel('New password').fill('too short')
    await theirs.page.getByRole('button', { name: 'Save password and go on' }).click()
    await theirs.page.getByRole('alert').getByText('Use at least 12 characters').waitFor()
    await theirs.isSound('first-password-short')
    await theirs.page.getByLabel('New password').fill(NEW_PASSWORD)
    await theirs.page.getByRole('button', { name: 'Save password and go on' }).click()
    await theirs.page.waitForURL('**/me')
    await theirs.page.getByText('jane@reed.example').first().waitFor()

    await theirs.page.goto(`${reed.listens}/choose-password`)
    await theirs.page.getByRole('heading', { name: 'Sign in to go on' }).waitFor()
    await theirs.isSound('first-password-ended')
  })

test('an address that somebody has is said when it is typed: archived people are brought back from there', async (t) => {
  const reed = await school(t)
  const jane = await reed.make.person('jane@reed.example', { at: reed.reed, name: 'Jane Smith' })
  await reed.head.post(`/api/v1/people/${jane.id}/archive`, {})
  const hillside = await reed.make.school('Hillside')
  await reed.make.person('tom@hillside.example', { at: hillside, name: 'Tom Reed' })
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await openForm(view, reed)
  await fillWho(page, 'tom@hillside.example')
  await page.getByLabel('Job title').focus()
  await page.getByText('This address is in use. Invite them to join.').waitFor()
  await page.getByRole('radio', { name: /^Don’t invite yet/ }).check()
  assert.equal(
    await page.getByRole('button', { name: 'Save without inviting' }).getAttribute('aria-disabled'),
    'true',
  )
  await page.getByRole('button', { name: 'Choose “Invite them now”' }).click()
  await page.getByText('Sends one invitation. No seat until they register.').waitFor()

  await page.getByLabel('Work email').fill('jane@reed.example')
  await page.getByLabel('Job title').focus()
  await page
    .getByRole('status')
    .getByText(/Jane Smith was already created: archived on/)
    .waitFor()
  await isSound('newcomer-known')
  await page.getByRole('button', { name: 'Reactivate Jane Smith' }).click()
  await page.getByRole('heading', { level: 1, name: 'Jane Smith' }).waitFor()
  await page.getByRole('status').getByText('Jane Smith is active again').waitFor()
})

test('staff without an email are written down, and get an account when they have one; the checklist is by the list', async (t) => {
  const reed = await school(t)
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await openForm(view, reed)
  await page.getByRole('link', { name: 'Write them down without one' }).click()
  await page.getByText('Everybody here has an email address.').waitFor()
  await page.getByLabel('First name').fill('Mo')
  await page.getByLabel('Last name').fill('Zed')
  await page.getByLabel('Job title').fill('Caretaker')
  await page.getByRole('button', { name: 'Add to this list' }).click()
  await page.getByText('Mo Zed is on the list of staff without an email.').waitFor()
  await page.getByRole('button', { name: 'Add an email for Mo Zed' }).click()
  await isSound('without-email')
  await page.getByLabel('Work email of Mo Zed').fill('sam@reed.example')
  await page.getByRole('button', { name: 'Save and invite' }).click()
  await page.getByText('Sam Patel already has an account at Reed Primary.').waitFor()
  await page.getByLabel('Work email of Mo Zed').fill('mo@reed.example')
  await page.getByRole('button', { name: 'Save and invite' }).click()
  await page.getByText('Everybody here has an email address.').waitFor()
  await page.getByText('The invitation to Mo Zed is on its way.').waitFor()
  assert.equal((await reed.mailbox.letter(1)).to[0], 'mo@reed.example')

  await page.getByRole('link', { name: 'People' }).first().click()
  await page.getByText(/recommended posts have nobody/).click()
  await page.getByText('No SENCO yet.').waitFor()
  await isSound('posts-check')
  await page.getByRole('button', { name: 'Dismiss SENCO' }).click()
  await page.getByText('No SENCO yet.').waitFor({ state: 'detached' })
})

test('a list applied so that accounts are set up says first how many will be active and counted', async (t) => {
  const reed = await school(t)
  const rows = ['zoe', 'tom'].map((name) => ({
    Email: `${name}@reed.example`,
    'First name': name,
    Surname: 'Reed',
  }))
  const list = await reed.head.post(`/api/v1/organisations/${reed.reed.id}/staff-lists`, {
    everyone: false,
    rows,
  })
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await signIn(
    page,
    reed.listens,
    `/s/reed-primary/staff-list/${list.body.id}/apply`,
    reed.sam.email,
    reed.sam.password,
  )
  await page.getByText('Nobody uses a seat before they have registered.').waitFor()
  await page.getByRole('radio', { name: /^Set accounts up/ }).check()
  await page
    .getByText('2 accounts will be active and counted as soon as the notifications are sent.')
    .waitFor()
  await isSound('apply-set-up')
  await page.getByRole('button', { name: 'Apply changes' }).click()
  await page.waitForURL('**/done')
  assert.equal((await worked(reed, reed.head, list.body)).state, 'applied')
  await reed.mailbox.letter(2)
})
