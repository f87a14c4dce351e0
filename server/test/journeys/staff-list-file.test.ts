import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openConnection } from '../support/behind-the-curtain.ts'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import type { Client } from '../support/http-client.ts'
import { reedPrimary } from '../support/invite.ts'
import type { Lanyard } from '../support/start-lanyard.ts'

/** As a school's system gives it: a title, semicolons, Windows text, two first names, things that are nobody's business. */
const EXPORT = Buffer.from(
  [
    'Reed Primary;Staff list',
    '',
    'Staff Code;Work Email;Legal Forename;Preferred Forename;Surname;Post;Department;Start Date;NI Number;Salary;Locker',
    '004217;j.smith@reed.example;Jane;Jane;Smith;Teacher;Maths;13/09/2021;QQ123456C;34000;12',
    '004218;s.beddoe@reed.example;Si\xe2n;Si\xe2n;Beddoe;Leader;Scince;01/04/2019;QQ654321C;41000;14',
    '004219;z.adeyemi@reed.example;Zo\xeb;Zo\xeb;Adeyemi;SENCO;Science;25/01/2020;QQ111111C;38000;7',
  ].join('\r\n'),
  'latin1',
)

async function openUpload(t: TestContext, view: View) {
  const reed = await reedPrimary(t)
  await reed.make.unit('Maths', { at: reed.reed })
  await reed.make.unit('Science', { at: reed.reed })
  const { page } = view
  await page.goto(`${reed.listens}/s/reed-primary/staff-list`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(reed.sam.email)
  await page.getByLabel('Password', { exact: true }).fill(reed.sam.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('No uploads yet').waitFor()
  await view.isSound('staff-lists-none')
  await page.getByRole('link', { name: 'Upload a staff list' }).click()
  await page.getByText('Use your own export').waitFor()
  return reed
}

const choose = async (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ])
  await chooser.setFiles(file)
}
const csv = (buffer: Buffer, name = 'autumn-staff.csv') => ({ name, mimeType: 'text/csv', buffer })

for (const size of [WIDE, NARROW])
  test(`a messy export is read in the browser, asked about, and matched, at ${size.width} px`, async (t) => {
    const view = await openView(t, size)
    const { page } = view
    const lanyard = await openUpload(t, view)
    const { olive, reed } = lanyard
    await view.isSound('staff-list-file')
    await choose(page, csv(EXPORT))
    await page.getByText('Read 3 people').last().waitFor()
    await page.getByText('Left out in your browser, never uploaded: NI Number, Salary').waitFor()
    assert.equal(await page.getByText('QQ123456C').count(), 0, 'what is left out is not shown either')
    await page.getByRole('button', { name: 'Something looks wrong' }).click()
    await page.getByLabel('Si\u00e2n').first().waitFor()
    await view.isSound('staff-list-read')

    await page.getByText('Say whether this is everyone.').waitFor()
    await page.getByLabel('No, just some people').check()
    await page.getByRole('button', { name: 'Continue' }).click()

    await page.getByRole('heading', { name: 'Match your columns' }).waitFor()
    const chosen = page.getByLabel('Your column for First name')
    await chosen.waitFor()
    await view.isSound('staff-list-match')
    const list = await onlyList(olive, reed.id)
    assert.deepEqual([list.state, list.everyone, list.counts.people], ['ready', false, 3])
    assert.equal(list.reading.headingRow, 3, 'rows keep the numbers that the spreadsheet shows')
    const kept = await keptFile(t, lanyard)
    assert.ok(kept.includes('z.adeyemi@reed.example') && kept.includes('NI Number'))
    for (const secret of ['QQ123456C', '34000'])
      assert.ok(!kept.includes(secret), `${secret} left the browser`)
    await page.getByRole('button', { name: 'Use Science' }).click()
    await page.getByText('You chose this').waitFor()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL('**/check')
  })

const KNOWN =
  'First name\tSurname\tWork email\nJane\tSmith\tj.smith@reed.example\nSi\u00e2n\tBeddoe\ts.beddoe@reed.example\n'

test('by keyboard alone: rows pasted from a spreadsheet, whose headings are all known, go straight to the plan', async (t) => {
  const view = await openView(t, WIDE)
  const { page } = view
  const { olive, reed } = await openUpload(t, view)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focused = () => page.locator(':focus')
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 40; presses++) {
      await press('Tab')
      const words = await focused().evaluate(
        (at: { labels?: { textContent: string }[] | null; textContent: string }) =>
          `${at.labels?.[0]?.textContent ?? ''}${at.textContent}`,
      )
      if (name.test(words)) return
    }
    assert.fail(`Tab never comes to ${name}`)
  }
  await tabTo(/^Paste from Excel$/)
  await press('Enter')
  assert.equal(await focused().evaluate((at: { tagName: string }) => at.tagName), 'TEXTAREA')
  await view.isSound('staff-list-paste')
  await page.keyboard.insertText(KNOWN)
  await tabTo(/^Read these rows$/)
  await press('Enter')
  await page.getByText('Read 2 people').last().waitFor()
  await tabTo(/^Yes, everyone/)
  await press('Space')
  await page.getByLabel('Yes, everyone').and(page.locator(':checked')).waitFor()
  await tabTo(/^Continue$/)
  await press('Enter')
  await page.waitForURL('**/check')
  const list = await onlyList(olive, reed.id)
  assert.deepEqual([list.fileName, list.everyone, list.counts.add], ['Pasted rows', true, 2])
})

test('what cannot be read is said in words, and another file can be dropped anywhere on the page', async (t) => {
  const view = await openView(t, WIDE)
  const { page } = view
  await openUpload(t, view)
  await choose(page, { name: 'staff.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 list') })
  await page.getByRole('alert').getByText('This is a PDF').waitFor()
  await view.isSound('staff-list-refused')
  const dropped = await page.evaluateHandle(`(() => {
    const data = new DataTransfer()
    data.items.add(new File([${JSON.stringify(KNOWN.replaceAll('\t', ','))}], 'dropped.csv'))
    return data
  })()`)
  await page.dispatchEvent('h1', 'dragenter', { dataTransfer: dropped })
  await page.getByText('Let go to read it').waitFor()
  await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped })
  await page.getByText('dropped.csv').waitFor()
  await page.getByText('Read 2 people').last().waitFor()
  await page.getByRole('button', { name: 'Choose another' }).click()
  await page.getByRole('button', { name: 'Choose a file' }).and(page.locator(':focus')).waitFor()
})

test('a draft stands in the history until it is thrown away', async (t) => {
  const view = await openView(t, WIDE)
  const { page } = view
  const { olive, reed, listens } = await openUpload(t, view)
  await choose(page, csv(Buffer.from(KNOWN), 'september.tsv'))
  await page.getByLabel('No, just some people').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/check')
  await page.goto(`${listens}/s/reed-primary/staff-list`)
  await page.getByRole('link', { name: 'september.tsv' }).waitFor()
  await page.getByText('2\u00a0new').waitFor()
  await view.isSound('staff-lists')
  await page.getByRole('button', { name: 'Actions for september.tsv' }).click()
  await page.getByRole('menuitem', { name: 'Throw away' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click()
  await page.getByText('september.tsv was thrown away.').waitFor()
  await page.getByText('No uploads yet').waitFor()
  const { body } = await olive.get(`/api/v1/organisations/${reed.id}/staff-lists`)
  assert.deepEqual(body.data, [])
})

async function onlyList(as: Client, organisationId: string) {
  const { body } = await as.get(`/api/v1/organisations/${organisationId}/staff-lists`)
  assert.equal(body.data.length, 1)
  return body.data[0]
}

/** What the server was given, as it lies there. */
async function keptFile(t: TestContext, { ownerConnection, id }: Lanyard): Promise<string> {
  const owner = await openConnection(t, ownerConnection)
  await owner.query(`select set_config('lanyard.tenant', $1, false)`, [id])
  const { rows } = await owner.query<{ content: Buffer }>('select content from staff_list_files')
  assert.equal(rows.length, 1)
  return rows[0]?.content.toString('utf8') ?? ''
}
