import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { type TestContext, test } from 'node:test'
import { NARROW, openView, type View, WIDE } from '../support/browser.ts'
import { inviteOne, reedPrimary } from '../support/invite.ts'
import { readableAnywhere } from '../support/readable.ts'

/** A year ago two people were archived and one was invited who never came. */
async function aYearLater(t: TestContext) {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { head, make, reed, clock } = scene
  const ann = await make.person('ann@reed.example', { at: reed, name: 'Ann Moss' })
  const ben = await make.person('ben@reed.example', { at: reed, name: 'Ben Hale' })
  await make.person('cat@reed.example', { at: reed, name: 'Cat Marsh' })
  for (const each of [ann, ben]) await head.post(`/api/v1/people/${each.id}/archive`, {})
  const invited = await inviteOne(head, reed, {
    email: 'yolanda@reed.example',
    givenName: 'Yolanda',
    familyName: 'Fry',
  })
  await head.post(`/api/v1/invitations/${invited.invitationId}/cancel`)
  await clock.shift(370 * 86_400)
  return scene
}

async function openData({ page }: View, { listens, owner }: Awaited<ReturnType<typeof aYearLater>>) {
  await page.goto(`${listens}/s/beacon-trust/settings/data`)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel('Email address').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 2, name: 'How long things are kept' }).waitFor()
}

for (const size of [WIDE, NARROW])
  test(`an owner shortens a time, decides about the archived, holds one and erases another, at ${size.width} px`, async (t) => {
    const scene = await aYearLater(t)
    const view = await openView(t, size)
    const { page, isSound } = view
    await openData(view, scene)
    await page.getByText('The next run erases 1 person:').waitFor()
    await page.getByText('Yolanda Fry', { exact: false }).first().waitFor()
    await page.getByRole('heading', { name: '2 archived people to review' }).waitFor()
    await isSound('data')

    await page.getByLabel('Ended sessions, in days').fill('31')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('alert').getByText('Ended sessions: choose from 1 to 30 days.').waitFor()
    await page.getByLabel('Ended sessions, in days').fill('14')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('alert').waitFor({ state: 'detached' })
    await page.reload()
    assert.equal(await page.getByLabel('Ended sessions, in days').inputValue(), '14')

    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as CSV' }).click()
    assert.equal((await saved).suggestedFilename(), 'Record of processing Beacon Trust.csv')
    const record = await readFile(await (await saved).path(), 'utf8')
    assert.match(record, /^\ufeffTable,Column,.*\r\n(.*\r\n)*sessions,used_at,.*,14 days after it ended,/)

    await page.getByRole('button', { name: 'Keep Ann Moss' }).click()
    await page.getByText('Ann Moss is kept', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Erase Ben Hale' }).click()
    const erase = page.getByRole('dialog', { name: 'Erase Ben Hale' })
    await erase.getByLabel('Type Ben Hale to go on').fill('Ben')
    await erase.getByRole('button', { name: 'Erase for good' }).click()
    await erase.getByText('That isn’t the name of the person you are erasing.', { exact: false }).waitFor()
    await isSound('data-erase')
    await erase.getByLabel('Type Ben Hale to go on').fill('Ben Hale')
    await erase.getByRole('button', { name: 'Erase for good' }).click()
    await page.getByText('Erased. Names, addresses and numbers are gone', { exact: false }).waitFor()
    assert.deepEqual(await readableAnywhere(t, scene, ['Hale', 'ben@reed.example']), [])

    await page.getByLabel('Find a person').fill('marsh')
    await page.getByRole('button', { name: 'Hold Cat Marsh' }).click()
    const hold = page.getByRole('dialog', { name: 'Hold Cat Marsh' })
    await hold.getByLabel('Why').fill('Tribunal in May')
    await hold.getByRole('button', { name: 'Hold', exact: true }).click()
    await page.getByText('Tribunal in May').waitFor()
    await isSound('data-held')
    assert.equal(await page.getByRole('button', { name: 'Erase Cat Marsh' }).count(), 0)
  })
