import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { NARROW, openView, WIDE } from '../support/browser.ts'
import {
  copiedLink,
  door,
  inviteOne,
  mailedLink,
  mailIsSettled,
  reedPrimary,
  signIn as signInAgain,
} from '../support/invite.ts'

const JANE = { email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' }
const DAY_SECONDS = 86_400

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

for (const size of [NARROW, WIDE])
  test(`every link that leads nowhere says what happened and what to do, at ${size.width} px`, async (t) => {
    const lanyard = await reedPrimary(t)
    const { head, olive, reed, sam, mailbox, http, listens, clock } = lanyard
    const { page, isSound } = await openView(t, size)
    const open = (token: string) => page.goto(`${listens}/i/${token}`)

    await inviteOne(head, reed, JANE)
    const token = await mailedLink(mailbox, JANE.email)
    await mailIsSettled(head, reed)

    await olive.put(`/api/v1/people/${sam.id}/roles`, { roles: [{ role: 'user' }] })
    await open(token)
    await heading(page, 'This invitation is on hold')
    await isSound('register-on-hold')
    await olive.put(`/api/v1/people/${sam.id}/roles`, { roles: [{ role: 'organisation_admin' }] })

    const tom = await inviteOne(head, reed, { email: 'tom@reed.example' })
    const toTom = await mailedLink(mailbox, 'tom@reed.example')
    await head.post(`/api/v1/invitations/${tom.invitationId}/cancel`)
    await open(toTom)
    await page.getByText('This invitation was cancelled. Ask Reed Primary for a new one.').waitFor()
    await isSound('register-cancelled')

    await open(`${toTom.slice(0, -4)}abcd`)
    await heading(page, 'We can’t find this invitation')
    await isSound('register-unknown')
    await page.evaluate('history.replaceState(null, "")')
    await page.reload()
    await heading(page, 'Open the link again')
    await isSound('register-lost')

    await clock.shift(8 * DAY_SECONDS)
    await open(token)
    await heading(page, 'This link has stopped working')
    const said = (await page.getByRole('main').textContent()) ?? ''
    assert.match(said, /Reed Primary/)
    assert.doesNotMatch(said, /Jane|Smith|jane@/)
    await isSound('register-expired')
    await press(page, 'Send me a new link')
    await heading(page, 'You asked for a new link')
    await isSound('register-asked')
    const renewed = await mailedLink(mailbox, JANE.email, 2)
    await open(token)
    await press(page, 'Send me a new link')
    await page.getByText('An email was sent a moment ago').waitFor()
    await isSound('register-asked-too-often')

    await open(renewed)
    await heading(page, 'Jane, set up your staff account')
    assert.equal((await door(http.fresh(), renewed).register()).status, 201)
    await press(page, 'Start')
    await heading(page, 'This link has been used')
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    await isSound('register-used')
  })

test('a link that reached the wrong person is sent back only after they confirm it', async (t) => {
  const { head, reed, mailbox, listens } = await reedPrimary(t)
  await inviteOne(head, reed, JANE)
  const token = await mailedLink(mailbox, JANE.email)
  const { page, isSound } = await openView(t, NARROW)
  await page.goto(`${listens}/i/${token}`)
  await press(page, 'I’m not Jane Smith')
  await heading(page, 'Not you?')
  await isSound('register-not-me')
  await press(page, 'It is me, go on')
  await heading(page, 'Jane, set up your staff account')
  await page.goto(`${listens}/i/${token}/not-me`)
  await heading(page, 'Not you?')
  await press(page, 'This isn’t me')
  await heading(page, 'Thank you for telling us')
  await isSound('register-not-me-done')
  const { body } = await head.get(`/api/v1/organisations/${reed.id}/messages`)
  assert.ok(
    body.data.some((each: { to: string }) => each.to === 'sam@reed.example'),
    'Sam is told',
  )
  await page.goto(`${listens}/i/${token}`)
  await heading(page, 'This link no longer works')
})

test('somebody else at the same computer signs out and the right person goes on', async (t) => {
  const { head, reed, sam, mailbox, listens } = await reedPrimary(t)
  await inviteOne(head, reed, JANE)
  const token = await mailedLink(mailbox, JANE.email)
  const { page, isSound } = await openView(t, NARROW)
  await signIn(page, `${listens}/sign-in`, sam)
  await heading(page, 'Hello, Sam')
  await page.goto(`${listens}/i/${token}`)
  await heading(page, 'Somebody else is signed in')
  await page.getByText('You’re signed in as Sam Patel. This invitation is for Jane Smith.').waitFor()
  await isSound('register-somebody-else')
  await press(page, 'This invitation isn’t for me')
  await heading(page, 'Not you?')
  await page.goBack()
  await heading(page, 'Somebody else is signed in')
  await press(page, 'Sign out and go on')
  await heading(page, 'Jane, set up your staff account')
  await press(page, 'Start')
  await heading(page, 'What is your name?')
})

for (const size of [NARROW, WIDE])
  test(`a teacher joins a second school with the account she has, at ${size.width} px`, async (t) => {
    const { make, head, reed, mailbox, listens } = await reedPrimary(t)
    const mill = await make.school('Mill Lane School')
    const ada = await make.person('ada@mill.example', { at: mill, name: 'Ada Ford' })
    await inviteOne(head, reed, { email: ada.email, givenName: 'Ada', familyName: 'Ford' })
    const token = await mailedLink(mailbox, ada.email)
    const { page, isSound } = await openView(t, size)
    await page.goto(`${listens}/i/${token}`)
    await heading(page, 'Sign in to join Reed Primary')
    await isSound('register-sign-in-first')
    await page.getByRole('link', { name: 'Sign in' }).click()
    await signIn(page, null, ada)
    await heading(page, 'Join Reed Primary')
    await page.getByText('You’re signed in as Ada').waitFor()
    await isSound('register-join')
    await press(page, 'Join Reed Primary')
    await heading(page, 'You’re in, Ada')
    await isSound('register-joined')
    await page.getByRole('link', { name: 'Go to Reed Primary' }).click()
    await page.waitForURL('**/s/reed-primary**')
    await heading(page, 'Hello, Ada')
  })

test('without email a copied link registers, and a page about a new link does not claim that one was sent', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { head, reed, sam, listens, clock } = lanyard
  const jane = await inviteOne(head, reed, JANE)
  const token = await copiedLink(head, jane)
  const { page, isSound } = await openView(t, NARROW)
  await page.goto(`${listens}/i/${token}`)
  await heading(page, 'Jane, set up your staff account')
  await clock.shift(8 * DAY_SECONDS)
  await press(page, 'Start')
  await heading(page, 'This link has stopped working')
  await press(page, 'Send me a new link')
  await page.getByText('Email isn’t set up here yet').waitFor()
  await isSound('register-asked-captured')
  const { browser } = await signInAgain(lanyard, sam.email, sam.password)
  await page.goto(`${listens}/i/${await copiedLink(browser, jane)}`)
  await press(page, 'Start')
  await press(page, 'Continue')
  await press(page, 'I don’t have a work mobile')
  await page.getByLabel('Password', { exact: true }).fill('sunny desk lamp')
  await press(page, 'Create my account')
  await heading(page, 'You’re in, Jane')
})

test('somebody who tries many links is asked to wait, and told how to go on', async (t) => {
  const { http, listens } = await reedPrimary(t)
  for (let time = 0; time < 40; time++)
    await http.fresh().get(`/api/v1/registrations/inv_no-such-link-${time}`)
  const { page, isSound } = await openView(t, NARROW)
  await page.goto(`${listens}/i/inv_no-such-link`)
  await heading(page, 'There is a problem')
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await isSound('register-slow-down')
})

test('a page of a link is kept nowhere and sends its address nowhere', async (t) => {
  const { http } = await reedPrimary(t)
  for (const path of ['/i/inv_anything', '/i/inv_anything/not-me']) {
    const { status, headers } = await http.get(path)
    assert.deepEqual(
      [status, headers.get('referrer-policy'), headers.get('cache-control')],
      [200, 'no-referrer', 'no-store'],
    )
  }
})

async function signIn(
  page: Page,
  url: string | null,
  who: { email: string; password: string },
): Promise<void> {
  if (url) await page.goto(url)
  await page.getByLabel('Email address').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await press(page, 'Sign in')
}
