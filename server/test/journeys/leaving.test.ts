import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { NARROW, openView, WIDE } from '../support/browser.ts'
import { reedPrimary } from '../support/invite.ts'
import type { Person } from '../support/make.ts'

async function openPeople(page: Page, listens: string, who: Person, slug = 'reed-primary') {
  await page.goto(`${listens}/s/${slug}/people`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('table').waitFor()
}

async function openPerson(page: Page, name: string) {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

async function choose(page: Page, name: string, action: string) {
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
  const title = action === 'Archive' ? `How does ${name} leave?` : `${action.split(' ')[0]} ${name}`
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
}

const outcome = (page: Page, words: string) => page.locator('.outcome').getByText(words).waitFor()
const notice = (page: Page, words: string | RegExp) => page.locator('.notice').getByText(words).waitFor()

for (const size of [WIDE, NARROW]) {
  test(`a colleague leaves on a day to come, stays after all, is archived and brought back, at ${size.width} px`, async (t) => {
    const scene = await reedPrimary(t)
    const { make, reed, sam, listens } = scene
    const science = await make.unit('Science', { at: reed })
    const zoe = await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi', units: [science] })
    await scene.olive.put(`/api/v1/people/${zoe.id}/roles`, {
      roles: [{ role: 'user' }, { role: 'leader', unit: science.id }],
    })
    await make.person('cat@reed.example', { at: reed, name: 'Cat Fox' })
    const { page, isSound } = await openView(t, size)
    await openPeople(page, listens, sam)
    await openPerson(page, 'Zoë Adeyemi')
    await page.getByRole('button', { name: 'More for Zoë Adeyemi' }).click()
    await page.getByRole('menuitem', { name: 'Archive' }).waitFor()
    await isSound('person-menu')
    await page.keyboard.press('Escape')

    await choose(page, 'Zoë Adeyemi', 'Archive')
    assert.ok(await page.getByRole('radio', { name: /^Archive/ }).isChecked())
    await page.getByText('Zoë is signed out everywhere at once and can’t sign in any more.').waitFor()
    await page.getByText('Zoë is the only leader of Science. Make somebody else leader there.').waitFor()
    await page.getByText('Departments and groups: Science.').waitFor()
    await isSound('leave-archive')
    await page.getByRole('radio', { name: /^At the end of a day/ }).check()
    await page.getByLabel('Last day with access').fill('2099-08-31')
    await page.getByText('Until the end of 31 August 2099 nothing changes.').waitFor()
    await isSound('leave-archive-later')
    await page.getByRole('button', { name: 'Archive Zoë Adeyemi' }).click()
    await notice(page, /^Zoë Adeyemi will be archived at the end of 31 August 2099/)
    await page.getByText('Zoë is registered and can sign in. Leaves 31 Aug 2099.').waitFor()
    await isSound('person-leaves-later')

    await page.getByRole('button', { name: 'More for Zoë Adeyemi' }).click()
    await page.getByRole('menuitem', { name: 'Call off the last day' }).click()
    await outcome(page, 'Zoë Adeyemi stays. No last day is set any more.')

    await choose(page, 'Zoë Adeyemi', 'Archive')
    await page.getByLabel('Last day of work').fill('2099-01-01')
    await page.getByRole('button', { name: 'Archive Zoë Adeyemi' }).click()
    await page.getByRole('alert').getByText('the last day can’t be after today').waitFor()
    await page.getByLabel('Last day of work').fill('2020-08-31')
    await page.getByLabel('Reason (optional)').fill('New job')
    const successor = page.getByLabel('Who leads the unit from now on? (optional)').first()
    await successor.focus()
    await page.keyboard.type('cat')
    await page.getByRole('option', { name: 'Cat Fox, cat@reed.example' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    assert.equal(await successor.inputValue(), 'Cat Fox, cat@reed.example')
    await isSound('leave-hand-over')
    await page.getByRole('button', { name: 'Archive Zoë Adeyemi' }).click()
    await notice(
      page,
      'Zoë Adeyemi is archived and has no access to Reed Primary. Cat Fox leads Science now.',
    )
    await page.getByText('Zoë has no access here. Archived, left 31 Aug 2020.').waitFor()
    await page.getByText('Archived, by Sam Patel').waitFor()
    await isSound('person-archived')

    await page.getByRole('button', { name: 'Reactivate', exact: true }).click()
    const back = page.getByRole('dialog', { name: 'Reactivate Zoë Adeyemi?' })
    await back.getByText('Zoë gets back: User, Leader of Science.').waitFor()
    await isSound('person-reactivate-asked')
    await back.getByRole('button', { name: 'Reactivate Zoë Adeyemi' }).click()
    await outcome(page, 'Zoë Adeyemi is active again, with the roles as before: User, Leader of Science.')
    await page.getByText('Zoë is registered and can sign in.').waitFor()
  })

  test(`a wrong person is deleted for good once the name is typed, at ${size.width} px`, async (t) => {
    const { make, reed, sam, listens } = await reedPrimary(t)
    await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi' })
    const { page, isSound } = await openView(t, size)
    await openPeople(page, listens, sam)
    await openPerson(page, 'Zoë Adeyemi')
    await choose(page, 'Zoë Adeyemi', 'Delete for good')
    await page.getByText('Nobody can bring this back: not you, not an undo, not the operator.').waitFor()
    const go = page.getByRole('button', { name: 'Delete Zoë Adeyemi for good' })
    assert.equal(await go.getAttribute('aria-disabled'), 'true')
    await page.getByText('Type the name first.').waitFor()
    await page.getByLabel('Type Zoë Adeyemi to confirm').fill('zoë adeyemi')
    await isSound('leave-delete')
    await go.click()
    await notice(page, /^Deleted for good\./)
    await page.getByRole('table').waitFor()
    assert.equal(await page.getByText('Zoë Adeyemi').count(), 0)
    await isSound('people-after-delete')
  })
}

test('before roles are saved the page says what that would change, and what stands in the way', async (t) => {
  const { make, reed, sam, olive, listens } = await reedPrimary(t)
  const science = await make.unit('Science', { at: reed })
  const zoe = await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi' })
  await olive.put(`/api/v1/people/${zoe.id}/roles`, {
    roles: [{ role: 'user' }, { role: 'leader', unit: science.id }],
  })
  const { page, isSound } = await openView(t, WIDE)
  await openPeople(page, listens, sam)
  await openPerson(page, 'Zoë Adeyemi')
  await page.getByRole('link', { name: 'Edit role and permissions' }).first().click()
  await page.getByRole('checkbox', { name: /^Training admin/ }).check()
  await page.getByText('Zoë Adeyemi gets: Training admin.').first().waitFor()
  await page.getByRole('checkbox', { name: /^Leader/ }).uncheck()
  await page.getByText('Zoë Adeyemi is the only leader of Science. Make somebody else its leader.').waitFor()
  await isSound('roles-consequences')
  await page.getByRole('checkbox', { name: /^Unit administrator/ }).check()
  await page.getByRole('alert').getByText('can’t be given at this place').waitFor()
  const save = page.getByRole('button', { name: 'Save' })
  assert.equal(await save.getAttribute('aria-disabled'), 'true')
  await page.getByRole('checkbox', { name: /^Unit administrator/ }).uncheck()
  await page.getByText('Zoë Adeyemi loses: Leader of Science.').waitFor()
  await save.click()
  await notice(page, /roles are changed, from now on/)
})

test('somebody moves to another school of the trust', async (t) => {
  const { make, reed, owner, listens } = await reedPrimary(t)
  await make.school('Oak Primary')
  await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi' })
  const { page, isSound } = await openView(t, WIDE)
  await openPeople(page, listens, owner)
  await openPerson(page, 'Zoë Adeyemi')
  await choose(page, 'Zoë Adeyemi', 'Move')
  await page.getByText('Choose where to first.').waitFor()
  await page.getByLabel('Where to').first().click()
  await page.getByRole('option', { name: 'Oak Primary' }).click()
  await isSound('leave-move')
  await page.getByRole('button', { name: 'Move Zoë Adeyemi' }).click()
  await notice(page, 'Zoë Adeyemi is at Oak Primary now as User, and archived at Reed Primary.')
})

test('the only admin can’t leave, and the page says so instead of a button', async (t) => {
  const { make, reed, olive, listens, sam } = await reedPrimary(t)
  const max = await make.person('max@reed.example', { at: reed, role: 'super_admin', name: 'Max Lane' })
  await olive.put(`/api/v1/people/${max.id}/roles`, {
    roles: [{ role: 'super_admin' }],
    permissions: ['users.view', 'users.archive'],
  })
  const { page, isSound } = await openView(t, WIDE)
  await openPeople(page, listens, max)
  await openPerson(page, 'Sam Patel')
  await choose(page, 'Sam Patel', 'Pause')
  await page
    .getByRole('alert')
    .getByText('Sam Patel is the only admin at Reed Primary. Make someone else an admin first.')
    .waitFor()
  const go = page.getByRole('button', { name: 'Pause Sam Patel' })
  assert.equal(await go.getAttribute('aria-disabled'), 'true')
  const closed = page.getByRole('radio', { name: /^Delete for good/ })
  assert.ok(await closed.isDisabled())
  await isSound('leave-blocked')
  assert.ok(sam)
})

test('somebody is paused from their row by keyboard alone, and what may not be done says why', async (t) => {
  const { make, reed, sam, listens } = await reedPrimary(t)
  await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi' })
  const { page } = await openView(t, WIDE)
  await openPeople(page, listens, sam)
  const { keyboard } = page
  const own = page.getByRole('button', { name: 'Actions for Sam Patel' })
  await own.focus()
  await keyboard.press('Enter')
  const refused = page.getByRole('menuitem', { name: /^Archive/ })
  await refused.waitFor()
  assert.equal(await refused.getAttribute('aria-disabled'), 'true')
  assert.match((await refused.textContent()) ?? '', /your own account\. Ask another admin\.$/)
  await keyboard.press('Escape')
  // The focus goes back to where it came from once the menu is gone, and would take the next key with it.
  await own.and(page.locator(':focus')).waitFor()

  await page.getByRole('button', { name: 'Actions for Zoë Adeyemi' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Pause' }).waitFor()
  // The keys are the menu's only once it has the focus.
  await page.locator('[role=menu]:focus, [role=menu] :focus').first().waitFor()
  const pause = page.getByRole('menuitem', { name: 'Pause' }).and(page.locator(':focus'))
  for (let presses = 0; presses < 30 && (await pause.count()) === 0; presses++)
    await keyboard.press('ArrowDown')
  assert.equal(await pause.count(), 1, 'the arrows reach it')
  await keyboard.press('Enter')
  await page.getByText('Zoë counts as away for a while').waitFor()
  for (let presses = 0; presses < 12; presses++) {
    if ((await page.locator(':focus').getAttribute('id')) === 'reason') break
    await keyboard.press('Tab')
  }
  await keyboard.type('Long absence')
  await keyboard.press('Enter')
  await notice(page, 'Zoë Adeyemi is paused and has no access to Reed Primary.')
  await page
    .getByText(/Paused by Sam Patel/)
    .first()
    .waitFor()
})
