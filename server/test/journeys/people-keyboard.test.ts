import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import { inviteOne, mailIsSettled, reedPrimary } from '../support/invite.ts'
import type { Person } from '../support/make.ts'

type Reed = Awaited<ReturnType<typeof reedPrimary>>

/** Reed Primary with three colleagues beside its head, one of them invited. */
async function smallSchool(t: TestContext) {
  const scene = await reedPrimary(t)
  const { make, reed, head } = scene
  const science = await make.unit('Science', { at: reed })
  await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi', role: 'teacher', unit: science })
  await make.person('grace@reed.example', { at: reed, name: 'Grace Coyle' })
  await inviteOne(head, reed, { email: 'tom@reed.example', givenName: 'Tom', familyName: 'Barlow' })
  await mailIsSettled(head, reed)
  return scene
}

async function open({ page }: View, { listens }: Reed, who: Person, path: string) {
  await page.goto(`${listens}/s/reed-primary/${path}`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const onRow = (page: Page, name: string) => page.locator('tbody th a:focus').getByText(name).waitFor()

for (const size of [WIDE, NARROW])
  test(`Space shows the person beside the list, arrows the next, and closing gives the row back, at ${size.width} px`, async (t) => {
    const reed = await smallSchool(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await open(view, reed, reed.sam, 'people?sort=name')
    const zoe = page.getByRole('link', { name: 'Zoë Adeyemi' })
    await zoe.focus()
    await press(page, 'Space')
    await page.getByRole('dialog', { name: 'Zoë Adeyemi' }).waitFor()
    await page.locator('dialog h2:focus').waitFor()
    const panel = page.getByRole('dialog')
    const said = (await panel.innerText()).replaceAll('\u00a0', ' ')
    for (const part of ['Active', 'zoe@reed.example', 'Teacher', 'Science', 'Last active'])
      assert.ok(said.includes(part), `${part} in ${said}`)
    await isSound('people-peek')

    await press(page, 'ArrowDown')
    await page.getByRole('dialog', { name: 'Tom Barlow' }).waitFor()
    assert.match(await panel.innerText(), /Pending\s+Sent /)
    assert.match(await panel.innerText(), /Last active\s+Never/)
    await press(page, 'ArrowDown', 'ArrowUp', 'Space')
    await panel.waitFor({ state: 'detached' })
    await onRow(page, 'Tom Barlow')

    await press(page, 'Space')
    await page.getByRole('dialog', { name: 'Tom Barlow' }).waitFor()
    await press(page, 'ArrowDown')
    await page.getByRole('dialog', { name: 'Grace Coyle' }).waitFor()
    await press(page, 'Escape')
    await panel.waitFor({ state: 'detached' })
    await onRow(page, 'Grace Coyle')

    await press(page, 'Space')
    await panel.getByRole('link', { name: 'Open' }).click()
    await heading(page, 'Grace Coyle')
  })

test('Space in the row’s box or menu is theirs, and ticks stay when the panel is closed', async (t) => {
  const reed = await smallSchool(t)
  const view = await openView(t, WIDE)
  const { page } = view
  await open(view, reed, reed.sam, 'people?sort=name')
  await page.getByRole('checkbox', { name: 'Select Tom Barlow' }).focus()
  await press(page, 'Space')
  assert.ok(await page.getByRole('checkbox', { name: 'Select Tom Barlow' }).isChecked())
  assert.equal(await page.getByRole('dialog').count(), 0)
  await page.getByRole('link', { name: 'Tom Barlow' }).focus()
  await press(page, 'Space')
  await page.getByRole('dialog', { name: 'Tom Barlow' }).waitFor()
  // The mouse goes back to the list: the panel follows, and Esc closes it before it clears the ticks.
  await page.getByRole('link', { name: 'Grace Coyle' }).focus()
  await page.getByRole('dialog', { name: 'Grace Coyle' }).waitFor()
  await press(page, 'Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  assert.ok(await page.getByRole('checkbox', { name: 'Select Tom Barlow' }).isChecked())
  await press(page, 'Escape')
  await page.locator('tbody .tick:checked').waitFor({ state: 'detached' })
})

test('g and a letter go to a page one sees, not from a field, and not once single keys are off', async (t) => {
  const reed = await smallSchool(t)
  const view = await openView(t, WIDE)
  const { page, isSound } = view
  await open(view, reed, reed.sam, 'people')
  await page.getByRole('table').waitFor()
  await press(page, 'g', 'h')
  await heading(page, 'Hello, Sam')
  await press(page, 'g', 'a')
  await heading(page, 'Activity')
  await press(page, 'g', 'p')
  await heading(page, 'People')

  await page.getByLabel('Search people').focus()
  await page.keyboard.type('g h g a')
  await page.waitForURL('**/people?q=g*')
  assert.equal(await page.getByLabel('Search people').inputValue(), 'g h g a')
  await press(page, 'Escape')
  await page.waitForURL('**/people')

  await page.getByRole('table').waitFor()
  await page.getByRole('heading', { level: 1 }).focus()
  await press(page, '?')
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const listed = await keys.innerText()
  for (const part of ['Go to Home', 'Go to People', 'Go to Activity', 'Ctrl K', 'Look at the person'])
    assert.ok(listed.includes(part), `${part} in ${listed}`)
  await isSound('shortcuts')
  await keys.getByRole('checkbox', { name: 'Keys pressed alone do something on this device' }).uncheck()
  await press(page, 'Escape')
  await keys.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Tom Barlow' }).focus()
  await press(page, 'g', 'h', 'Space', '?')
  await press(page, 'Control+k')
  await page.getByRole('combobox', { name: 'Go to a page or a person' }).waitFor()
  assert.equal(await page.getByRole('dialog').count(), 1)
  assert.equal(new URL(page.url()).pathname, '/s/reed-primary/people')
})

test('who may see neither People nor Activity has no keys to them, and can still switch keys off', async (t) => {
  const reed = await smallSchool(t)
  const ada = await reed.make.person('ada@reed.example', { at: reed.reed, name: 'Ada Green' })
  const view = await openView(t, NARROW)
  const { page, isSound } = view
  await open(view, reed, ada, '')
  await heading(page, 'Hello, Ada')
  await press(page, 'g', 'p')
  await page.getByRole('button', { name: 'Ada Green' }).click()
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
  const listed = await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).innerText()
  assert.ok(listed.includes('Go to Home'), listed)
  for (const part of ['Go to People', 'Go to Activity', 'Actions for the person'])
    assert.ok(!listed.includes(part), `${part} is not in ${listed}`)
  await isSound('shortcuts-of-a-member')
  assert.equal(new URL(page.url()).pathname, '/s/reed-primary/')
})

for (const size of [WIDE, NARROW])
  test(`Ctrl K finds a page or a person, and Esc gives the focus back, at ${size.width} px`, async (t) => {
    const reed = await smallSchool(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await open(view, reed, reed.sam, 'people')
    await page.getByRole('table').waitFor()
    await page.getByRole('link', { name: 'Tom Barlow' }).focus()
    await press(page, 'Control+k')
    const field = page.getByRole('combobox', { name: 'Go to a page or a person' })
    await field.waitFor()
    await page.locator('[role=combobox]:focus').waitFor()
    const offers = page.getByRole('option')
    assert.ok((await offers.allInnerTexts()).some((one) => one.startsWith('Activity')))
    await isSound('palette')
    await press(page, 'Escape')
    await field.waitFor({ state: 'detached' })
    await onRow(page, 'Tom Barlow')

    await press(page, 'Control+k')
    await page.locator('[role=combobox]:focus').waitFor()
    await page.keyboard.type('coy')
    await page.getByRole('option', { name: 'Grace Coyle' }).waitFor()
    assert.equal(await offers.count(), 1)
    assert.equal(await offers.first().getAttribute('aria-selected'), 'true')
    assert.equal(await field.getAttribute('aria-activedescendant'), await offers.first().getAttribute('id'))
    await isSound('palette-person')
    await press(page, 'Enter')
    await heading(page, 'Grace Coyle')

    await press(page, 'Control+k')
    await page.locator('[role=combobox]:focus').waitFor()
    await page.keyboard.type('nobody of that name')
    await page.getByText('No page and nobody here is called “nobody of that name”.').waitFor()
    await isSound('palette-none')
    await field.fill('a')
    await press(page, 'ArrowUp', 'ArrowDown', 'ArrowDown')
    const chosen = page.getByRole('option', { selected: true })
    await chosen.waitFor()
    assert.equal(await chosen.getAttribute('id'), await offers.nth(1).getAttribute('id'))
    await field.fill('activ')
    await press(page, 'Enter')
    await heading(page, 'Activity')
  })

test('of what is typed fast only the last is asked for, and what was overtaken is called off', async (t) => {
  const reed = await smallSchool(t)
  const view = await openView(t, WIDE)
  const { page } = view
  await open(view, reed, reed.sam, '')
  await heading(page, 'Hello, Sam')
  const asked: string[] = []
  const calledOff: string[] = []
  await page.route('**/people?q=*', async (route) => {
    const words = new URL(route.request().url()).searchParams.get('q') ?? ''
    asked.push(words)
    if (words !== 'tom') await route.continue()
  })
  page.on('requestfailed', (request) =>
    calledOff.push(new URL(request.url()).searchParams.get('q') ?? request.url()),
  )
  const first = page.waitForRequest('**/people?q=*')
  await press(page, 'Control+k')
  await page.getByRole('combobox').pressSequentially('tom', { delay: 20 })
  assert.equal(new URL((await first).url()).searchParams.get('q'), 'tom')
  await page.getByRole('combobox').pressSequentially(' b')
  await page.getByRole('option', { name: 'Tom Barlow' }).waitFor()
  assert.deepEqual(asked, ['tom', 'tom b'])
  assert.deepEqual(calledOff, ['tom'])
})

for (const key of ['the link at the side', 'g and p'])
  test(`asking again for the list one is on, by ${key}, reads it anew`, async (t) => {
    const reed = await smallSchool(t)
    const view = await openView(t, WIDE)
    const { page } = view
    await open(view, reed, reed.sam, 'people')
    await page.getByRole('link', { name: 'Tom Barlow' }).waitFor()
    await reed.make.person('ben@reed.example', { at: reed.reed, name: 'Ben Moss' })
    assert.equal(await page.getByRole('link', { name: 'Ben Moss' }).count(), 0)
    if (key === 'g and p') await press(page, 'g', 'p')
    else await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click()
    await page.getByRole('link', { name: 'Ben Moss' }).waitFor()
  })

test('the other lists too are read anew by their link', async (t) => {
  const reed = await smallSchool(t)
  const view = await openView(t, WIDE)
  const { page } = view
  const link = (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name })
  await open(view, reed, reed.sam, 'activity')
  await page.getByText('Sam Patel invited Tom Barlow').first().waitFor()
  await inviteOne(reed.head, reed.reed, {
    email: 'priya@reed.example',
    givenName: 'Priya',
    familyName: 'Shah',
  })
  await link('Activity').click()
  await page.getByText('Sam Patel invited Priya Shah').first().waitFor()
  await link('Email').click()
  await page.getByText('priya@reed.example').first().waitFor()
  await inviteOne(reed.head, reed.reed, { email: 'leah@reed.example', givenName: 'Leah', familyName: 'Dee' })
  await link('Email').click()
  await page.getByText('leah@reed.example').first().waitFor()
})
