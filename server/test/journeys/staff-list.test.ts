import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { apply, worked } from '../support/apply-list.ts'
import { openConnection } from '../support/behind-the-curtain.ts'
import { NARROW, openView, WIDE } from '../support/browser.ts'
import { type Hand, keyboard, pointer } from '../support/hands.ts'
import type { Client } from '../support/http-client.ts'
import { reedPrimary, signIn } from '../support/invite.ts'
import type { Place } from '../support/make.ts'
import { exported, OCTOBER, octoberStaff, septemberStaff } from '../support/messy-list.ts'
import type { Lanyard } from '../support/start-lanyard.ts'

/** Reed Primary with September's staff: Sam Patel, who uploads, and two who are gone by October, one of whom can sign in. */
async function inSeptember(t: TestContext) {
  const lanyard = await reedPrimary(t)
  const { olive, head, reed, sam, make } = lanyard
  const named = await olive.patch(`/api/v1/organisations/${reed.id}`, { domains: ['reed.example'] })
  assert.equal(named.status, 200, JSON.stringify(named.body))
  const staff = septemberStaff({ email: sam.email, givenName: 'Sam', familyName: 'Patel' })
  const [first, second] = staff.slice(-OCTOBER.leavers)
  assert.ok(first && second)
  const leaver = await make.person(first.email, { at: reed, name: `${first.forename} ${first.surname}` })
  const uploaded = await head.upload(
    `/api/v1/organisations/${reed.id}/staff-lists`,
    { name: 'september.csv', content: exported(staff) },
    { everyone: 'true' },
  )
  assert.equal(uploaded.status, 201, JSON.stringify(uploaded.body))
  await apply(lanyard, head, uploaded.body)
  const leavers = [second, first].map(({ forename, surname }) => `${forename} ${surname}`)
  return { ...lanyard, leaver, leavers, october: exported(octoberStaff(staff)) }
}

const WAYS: [string, { width: number; height: number }, (page: Page) => Hand][] = [
  ['with the pointer at 1280 px', WIDE, pointer],
  ['with the pointer at 360 px', NARROW, pointer],
  ['by keyboard alone', WIDE, keyboard],
]

for (const [way, size, handOf] of WAYS)
  test(`a messy list of 180 with errors, conflicts and leavers is done and undone ${way}`, async (t) => {
    const school = await inSeptember(t)
    const { head, reed, sam, leaver, leavers, listens } = school
    const before = await listNow(head, reed)
    assert.equal(before.toString().trim().split('\n').length, 1 + OCTOBER.here)
    const { page, isSound } = await openView(t, size)
    const hand = handOf(page)
    const sound = async (name: string) => {
      await isSound(`list-${name}${handOf === keyboard ? '-keys' : ''}`)
      assert.ok(await page.evaluate(FITS), `${name} scrolls sideways at ${size.width} px`)
    }

    const decide = async (name: string) => {
      await hand.press('button', name)
      await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' })
    }

    await page.goto(`${listens}/s/reed-primary/staff-list/new`)
    await page.waitForURL('**/sign-in**')
    await hand.write('Email address', sam.email)
    await hand.write('Password', sam.password)
    await hand.press('button', 'Sign in')
    await page.getByText('Use your own export').waitFor()
    await sound('1-file')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      hand.press('button', 'Choose a file'),
    ])
    await chooser.setFiles({ name: 'october.csv', mimeType: 'text/csv', buffer: school.october })
    await says(page, 'Left out in your browser, never uploaded: NI Number, DOB')
    await says(page, 'Text was in Windows format; accents look right: Zoë, Jönes, Méi.')
    await hand.tick('radio', /^Yes, everyone/)
    await sound('1-file-read')
    await hand.press('button', 'Continue')

    await heading(page, 'Match your columns')
    await says(page, 'Removed in your browser, never uploaded')
    await sound('2-match')
    await hand.press('button', 'Continue')

    await heading(page, 'Check what will change')
    assert.deepEqual(await ledger(page), [
      'october.csv, uploaded by you',
      '19 new + 14 changed + 3 to decide + 5 to fix + 139 unchanged = 180 people in the file',
      '164 people here − 156 in the file = 8 not on the list',
    ])
    await groups(page, [
      'To fix 5',
      'Conflicts 3',
      'Possible leavers 8',
      'New 19',
      'Changed 14',
      'Unchanged 139',
    ])
    await keepsPrivateThingsOut(t, school)
    await sound('3-check')
    await decide('Same person as Ben Jönesson')
    await groups(page, [
      'To fix 5',
      'Conflicts 2',
      'Possible leavers 8',
      'New 19',
      'Changed 15',
      'Unchanged 139',
    ])
    await decide('Same person as Zoë Adeyemison')
    await groups(page, [
      'To fix 5',
      'Conflicts 1',
      'Possible leavers 8',
      'New 19',
      'Changed 16',
      'Unchanged 139',
    ])
    await decide('Skip Priya Chukwuson')
    const decided = ['To fix 5', 'Possible leavers 8', 'New 19', 'Changed 16', 'Unchanged 139', 'Left out 1']
    await groups(page, decided)
    await hand.press('button', /^Show the other 5 Possible/)
    for (const name of leavers) await hand.tick('checkbox', `Archive ${name}`)
    await summary(page, 'Applying this will add 19 people, change 16 and archive 2.')
    await sound('3-check-decided')
    await hand.press('link', 'Fix 5 problems')

    await heading(page, 'Fix the rows we can’t use')
    await says(page, '3 rows have two addresses in one cell.')
    await sound('4-fix')
    await hand.press('button', 'Use reed.example for all 3')
    await summary(page, 'Applying this will add 22 people')
    await hand.press('button', 'Edit leaving date of Ada Smithby')
    await sound('4-fix-open')
    await hand.write('Leaving date of Ada Smithby', '28/02/2027')
    await page.keyboard.press('Enter')
    await summary(page, 'Applying this will add 23 people')
    await hand.press('button', 'Use Science of Ben Patelby')
    await says(page, 'Nothing is left to fix')
    await summary(page, 'Applying this will add 24 people, change 16 and archive 2.')
    await sound('4-fix-done')
    await hand.press('link', 'Continue')

    await heading(page, 'Apply the changes')
    assert.deepEqual(await page.locator('.will-do b').allTextContents(), [
      'Add 24 people',
      'Change 16 people',
      'Archive 2 people',
      '1 row was left out',
    ])
    await sound('5-apply')
    await hand.press('button', 'Apply changes')
    await heading(page, 'Applying your changes')
    await sound('6-applying')
    const list = await newest(head, reed)
    await worked(school, head, list)
    await heading(page, 'Your changes are in place')
    await summary(page, '24 added, 16 changed, 2 archived, 1 left out.')
    await sound('7-done')
    assert.notEqual((await listNow(head, reed)).toString(), before.toString())
    assert.equal((await signIn(school, leaver.email, leaver.password)).reply.status, 401, 'who left is out')
    await hand.press('link', 'See who isn’t invited yet')
    await heading(page, 'People')
    await page.goBack()
    await hand.press('button', 'Show the 24 New')
    await page.getByRole('link', { name: 'Ada Smithby' }).waitFor()
    await sound('7-done-rows')

    await hand.press('link', /^Undo this upload/)
    await says(page, 'We’ll put back 42')
    await summary(page, 'Remove 24 accounts, put back 16 people and restore 2 people.', '.head p')
    await sound('8-undo')
    await hand.press('button', 'Undo this upload')
    await heading(page, 'Undoing this upload')
    await worked(school, head, list)
    await heading(page, 'This upload was undone')
    await sound('9-undone')
    assert.equal((await listNow(head, reed)).toString(), before.toString(), 'all is as it was before October')
    assert.equal((await signIn(school, leaver.email, leaver.password)).reply.status, 201)
  })

const FITS = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth'
const says = (page: Page, words: string) => page.getByText(words).first().waitFor()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const summary = (page: Page, words: string, at = '.summary') => page.locator(at).getByText(words).waitFor()
const plainly = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The file and the sums, without the time. */
const ledger = async (page: Page) =>
  (await page.locator('.ledger li').allTextContents()).map((line) =>
    plainly(line).replace(/ at \d\d:\d\d$/, ''),
  )

/** Waits until the groups of the plan are these. */
async function groups(page: Page, expected: string[]): Promise<void> {
  const now = async () => (await page.locator('table.plan h2').allTextContents()).map(plainly)
  for (let tries = 0; tries < 100 && (await now()).join() !== expected.join(); tries++)
    await page.waitForTimeout(50)
  assert.deepEqual(await now(), expected)
}

/** Everybody here as the file that one would start the next list from. */
async function listNow(who: Client, at: Place): Promise<Buffer> {
  const reply = await who.get(`/api/v1/organisations/${at.id}/staff-list-export?format=csv&reason=Checking`)
  assert.equal(reply.status, 200)
  return reply.bytes
}

async function newest(who: Client, at: Place) {
  const { body } = await who.get(`/api/v1/organisations/${at.id}/staff-lists`)
  return body.data[0]
}

/** The server was never given what nobody needs, though the columns are still there, so that the rest stays in its place. */
async function keepsPrivateThingsOut(t: TestContext, { ownerConnection, id, head, reed }: School) {
  const owner = await openConnection(t, ownerConnection)
  await owner.query(`select set_config('lanyard.tenant', $1, false)`, [id])
  const { rows } = await owner.query<{ content: Buffer }>(
    'select content from staff_list_files where list_id = $1',
    [(await newest(head, reed)).id],
  )
  const kept = rows[0]?.content.toString('utf8') ?? ''
  assert.match(kept, /NI Number/)
  assert.match(kept, /Siân/)
  assert.doesNotMatch(kept, /QQ\d{6}C|\/03\/1980/)
}

type School = Lanyard & { head: Client; reed: Place }
