import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import { reedPrimary } from '../support/invite.ts'
import type { Options } from '../support/start-lanyard.ts'

type School = Awaited<ReturnType<typeof schoolWithDomain>>

/** Reed Primary, whose addresses end in reed.example, with two departments. */
async function schoolWithDomain(t: TestContext, options?: Options) {
  const reed = await reedPrimary(t, options)
  await reed.make.unit('Maths', { at: reed.reed })
  await reed.make.unit('Science', { at: reed.reed })
  const changed = await reed.olive.patch(`/api/v1/organisations/${reed.reed.id}`, {
    domains: ['reed.example'],
  })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  return reed
}

async function openInvite({ page }: View, { listens, sam }: School) {
  await page.goto(`${listens}/s/reed-primary/people/invite`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(sam.email)
  await page.getByLabel('Password', { exact: true }).fill(sam.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await box(page).waitFor()
}

const box = (page: Page) => page.getByLabel('Who do you want to invite?')
const sum = (page: Page, words: string) => page.locator('.count > p').getByText(words).waitFor()
const lines = async (page: Page) =>
  page
    .locator('.recognised > li')
    .evaluateAll((items: { querySelector: (s: string) => { textContent: string } | null }[]) =>
      items.map((item) =>
        ['.line > :first-child', '.address', '.note'].map(
          (part) => item.querySelector(part)?.textContent ?? '',
        ),
      ),
    )
const nobodyElse = async (page: Page, expected: [string, string][]) =>
  assert.deepEqual(
    (await lines(page)).map(([name, address]) => [name, address]),
    expected,
  )

const BLOCKS = `Jane Smith <jane@reed.example>; Smith, Tom <tom@reed.example>; priya@gmial.com; JANE@reed.example
a@reed.example, b@reed.example;c@reed.example d@reed.example
Ozoux, Pierre <p@reed.example>
"O’Malley, Zoë" <z@reed.example>
Jane\tSmith\tjane2@reed.example
ben@school
`

for (const size of [WIDE, NARROW])
  test(`four pasted blocks give exactly the people they name, and each gets a letter, at ${size.width} px`, async (t) => {
    const school = await schoolWithDomain(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openInvite(view, school)
    assert.ok(await box(page).evaluate((field) => field.matches(':focus')), 'one can paste at once')
    await page.getByText('Paste or type an address first.').waitFor()
    await isSound('invite-empty')

    await box(page).fill(BLOCKS)
    await sum(page, '9 people recognised')
    await page
      .getByRole('status')
      .getByText('9 people recognised · 1 to check · 1 repeat · 1 isn’t an address')
      .waitFor()
    await nobodyElse(page, [
      ['Jane Smith', 'jane@reed.example'],
      ['Tom Smith', 'tom@reed.example'],
      ['Name not given', 'priya@gmial.com'],
      ['Repeat', 'jane@reed.example'],
      ['Name not given', 'a@reed.example'],
      ['Name not given', 'b@reed.example'],
      ['Name not given', 'c@reed.example'],
      ['Name not given', 'd@reed.example'],
      ['Pierre Ozoux', 'p@reed.example'],
      ['Zoë O’Malley', 'z@reed.example'],
      ['Jane Smith', 'jane2@reed.example'],
      ['Not an address', 'ben@school'],
    ])
    await page.getByLabel('How many did you expect?').fill('11')
    await page.getByText('2 short').waitFor()
    await isSound('invite-recognised')

    await page.getByRole('button', { name: 'Use gmail.com' }).click()
    await page.getByText(/gmail.com isn’t one of Reed Primary’s email domains/).waitFor()
    await sum(page, '10 people recognised')
    for (const nobody of ['a', 'b', 'c', 'd'])
      await page.getByRole('button', { name: `Remove ${nobody}@reed.example` }).click()
    await page.getByText('4 people taken out.').waitFor()
    await page.getByRole('button', { name: 'Correct ben@school' }).click()
    await page.getByLabel('Email address').fill('ben@reed.example')
    await page.keyboard.press('Enter')
    await sum(page, '7 people recognised')
    assert.equal(await box(page).inputValue(), BLOCKS, 'what was typed is not rewritten')
    await page.getByLabel('Role of Tom Smith').selectOption({ label: 'Leader' })
    await page.getByLabel('Department or group of Tom Smith').selectOption({ label: 'Science' })
    await page.getByText('More options').click()
    await page.getByLabel('Personal message').fill('Welcome to Reed.')
    await isSound('invite-decided')

    await page.getByRole('button', { name: 'Which emails will they get?' }).click()
    await page.getByRole('heading', { name: 'New link' }).waitFor()
    await isSound('invite-emails')
    await page.getByRole('button', { name: 'Close the emails' }).click()

    await page.getByRole('button', { name: 'Send 7 invitations' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your invitations' }).waitFor()
    await page.getByText('7 people: 7 waiting to be sent.').waitFor()
    await page.getByText(/Sending in \d+ s\./).waitFor()
    await isSound('invite-sending')
    await school.clock.shift(11)
    await school.sendMail()
    await page.getByText('7 people: 7 sent.').waitFor()
    assert.equal(await page.getByText('Accepted by the mail server').count(), 7)
    await isSound('invite-sent')
    await page.reload()
    await page.getByText('7 people: 7 sent.').waitFor()
    assert.deepEqual(
      school.mailbox
        .all()
        .flatMap((letter) => letter.to)
        .sort(),
      [
        'ben@reed.example',
        'jane2@reed.example',
        'jane@reed.example',
        'p@reed.example',
        'priya@gmail.com',
        'tom@reed.example',
        'z@reed.example',
      ],
    )
    const { body } = await school.head.get(`/api/v1/organisations/${school.reed.id}/people?q=tom`)
    assert.deepEqual(
      body.data.map((person: { roles: { label: string }[]; units: { name: string }[] }) => [
        person.roles.map((role) => role.label),
        person.units.map((unit) => unit.name),
      ]),
      [[['Leader'], ['Science']]],
    )

    await page.getByRole('button', { name: 'Copy personal link Zoë O’Malley' }).click()
    await page.getByRole('button', { name: 'Make the link' }).click()
    await page.getByRole('textbox', { name: 'Link for Zoë O’Malley' }).waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('link', { name: 'See in People' }).click()
    await page.getByRole('link', { name: 'Zoë O’Malley' }).waitFor()
  })

test('who got no invitation is listed with the reason, and corrected and sent from there', async (t) => {
  const school = await schoolWithDomain(t)
  await school.make.person('ada@reed.example', { at: school.reed, name: 'Ada Ford' })
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await openInvite(view, school)
  await box(page).fill('Ada Ford <ada@reed.example>\nJane Smith <jane@reed.example>\nBen Low <ben@school>')
  await sum(page, '1 person recognised')
  await page.getByText('already has an active account').waitFor()
  await isSound('invite-not-possible')
  await page.getByRole('radio', { name: /^Moderated User/ }).check()
  await page.getByRole('button', { name: 'Send 1 invitation' }).click()
  await page.getByText('3 people: 1 waiting to be sent, 2 not invited.').waitFor()
  await page.getByRole('heading', { name: '2 people got no invitation' }).waitFor()
  await page.getByRole('link', { name: 'Add a role for Ada Ford' }).waitFor()
  await isSound('invite-not-sent')
  await page.getByRole('button', { name: 'Correct and send ben@school' }).click()
  await page.getByLabel('Email address').fill('ben@reed.example')
  await page.getByRole('button', { name: 'Send 1 invitation' }).click()
  await page.getByText('3 people: 2 waiting to be sent, 1 not invited.').waitFor()
  await school.clock.shift(11)
  await school.sendMail()
  await page.getByText('3 people: 2 sent, 1 not invited.').waitFor()

  await page.getByRole('link', { name: 'Send more invites' }).click()
  await box(page).waitFor()
  assert.equal(await box(page).inputValue(), '')
  assert.ok(await page.getByRole('radio', { name: /^Moderated User/ }).isChecked(), 'the role is kept')
})

test('more than the page takes is said so, and nothing can be sent', async (t) => {
  const school = await schoolWithDomain(t)
  const view = await openView(t, WIDE)
  const { page } = view
  await openInvite(view, school)
  await box(page).fill(Array.from({ length: 812 }, (_, index) => `t${index}@reed.example`).join('\n'))
  await page.getByText('You can invite up to 500 people here. You pasted 812.').waitFor()
  assert.equal(
    await page.getByRole('button', { name: 'Send 812 invitations' }).getAttribute('aria-disabled'),
    'true',
  )
})

test('a batch is stopped before it leaves, and nobody was invited', async (t) => {
  const school = await schoolWithDomain(t)
  const view = await openView(t, NARROW)
  const { page, isSound } = view
  await openInvite(view, school)
  // An open menu does not follow the window from wide to narrow, so it is looked at where nothing changes much.
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Invite by email' }).waitFor()
  await isSound('add-menu')
  await page.keyboard.press('Escape')
  await box(page).fill('jane@reed.example, tom@reed.example')
  await page.getByRole('button', { name: 'Send 2 invitations' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('2 invitations were stopped before they were sent.').waitFor()
  await page.getByText('2 people: 2 stopped.').waitFor()
  await isSound('invite-stopped')
  await school.clock.shift(11)
  await school.sendMail()
  assert.deepEqual(school.mailbox.all(), [])
})

test('while email isn’t set up the page says so before and after', async (t) => {
  const school = await schoolWithDomain(t, { mail: 'captured' })
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await openInvite(view, school)
  const captured = page.getByText('Email isn’t set up, so nothing is sent.')
  await captured.waitFor()
  await box(page).fill('Jane Smith <jane@reed.example>')
  await page.getByRole('button', { name: 'Send 1 invitation' }).click()
  await captured.waitFor()
  await school.clock.shift(11)
  await school.sendMail()
  await page.getByText('1 person: 1 kept here, not sent.').waitFor()
  await page.getByText('Kept here, not sent', { exact: true }).waitFor()
  await isSound('invite-captured')
  await page.getByRole('link', { name: 'See in People' }).click()
  await page.getByText(/^Kept here, not sent; expires/).waitFor()
  await captured.waitFor()
  await isSound('people-captured')
})

test('with the keyboard alone people are added from any page, on a date of the school', async (t) => {
  const school = await schoolWithDomain(t)
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await openInvite(view, school)
  await page.goto(`${school.listens}/s/reed-primary`)
  await page.getByRole('button', { name: 'Add', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.locator('[role=menuitem]:focus').getByText('Invite by email').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/people/invite')
  await box(page).waitFor()
  await page.keyboard.type('Jane Smith <jane@reed.example>')
  await sum(page, '1 person recognised')
  await page.getByRole('radio', { name: 'Now' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByText('Choose a date and time.').waitFor()
  const date = page.getByLabel('Date and time')
  await date.fill('2027-01-04T08:00')
  await isSound('invite-later')
  await page.getByRole('button', { name: 'Send 1 invitation' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('1 person: 1 for a later date.').waitFor()
  await page.getByText('Goes out Mon 4 Jan 2027, 08:00').waitFor()
  await isSound('invite-scheduled')
})

test('who may not invite has no Add in the bar', async (t) => {
  const school = await schoolWithDomain(t)
  const ada = await school.make.person('ada@reed.example', { at: school.reed })
  const { page } = await openView(t, WIDE)
  await page.goto(`${school.listens}/s/reed-primary`)
  await page.getByLabel('Email address').fill(ada.email)
  await page.getByLabel('Password', { exact: true }).fill(ada.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Add', exact: true }).count(), 0)
})
