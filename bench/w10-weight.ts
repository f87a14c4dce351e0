import type { Browser, Page } from 'playwright-core'
import { ensureConsole } from '../server/src/platform/http/console-build.ts'
import { launchChromium } from '../server/test/support/chromium.ts'
import { median, spread } from './support/figures.ts'
import { type Running, startLanyardProcess } from './support/lanyard-process.ts'
import { withDataDir } from './support/scratch.ts'
import { type SetUp, setUpOwner } from './support/set-up-owner.ts'
import type { Goal, Workload } from './support/workload.ts'

const REGISTRATION_KB = 150
const CONSOLE_KB = 300
const WIDTHS = { phone: 360, desktop: 1280 }

/** Weight of the pages that are waited for. A limit, not a race. */
export const workload: Workload = {
  about: 'Weight: bytes that a new browser fetches to register, and to see the console for the first time',
  size: { meaning: 'people registering at each width', usual: 3 },
  async run(people, say) {
    if (await ensureConsole()) say('The console was built first, which is not counted.')
    return withDataDir(async (dataDir) => {
      const lanyard = await startLanyardProcess(dataDir)
      const browser = await launchChromium()
      try {
        return await weigh(lanyard, browser, people, say)
      } finally {
        await browser.close()
        await lanyard.stop()
      }
    })
  },
}

async function weigh(lanyard: Running, browser: Browser, people: number, say: (line: string) => void) {
  const owner = await setUpOwner(lanyard)
  const goals: Goal[] = []
  for (const [device, width] of Object.entries(WIDTHS)) {
    const opened: number[] = []
    const registered: number[] = []
    const firstLoad: number[] = []
    for (let person = 0; person < people; person++) {
      const link = await inviteSomebody(lanyard, owner, `${device}-${person}@beacon.example`)
      await inNewBrowser(browser, width, async (page, fetchedKb) => {
        await page.goto(link, { waitUntil: 'networkidle' })
        opened.push(fetchedKb())
        await registerOn(page)
        registered.push(fetchedKb())
      })
      await inNewBrowser(browser, width, async (page, fetchedKb) => {
        const [name = '', value = ''] = owner.cookie.split('=')
        await page.context().addCookies([{ name, value, url: lanyard.baseUrl }])
        await page.goto(lanyard.baseUrl, { waitUntil: 'networkidle' })
        await page.getByRole('heading', { level: 1, name: 'Hello, Olive' }).waitFor()
        firstLoad.push(fetchedKb())
      })
    }
    say(`${device}, ${width} px: the link opened       ${spread(opened, ' kB')}`)
    say(`${device}, ${width} px: opened and registered ${spread(registered, ' kB')}`)
    say(`${device}, ${width} px: console, first load   ${spread(firstLoad, ' kB')}`)
    goals.push(goal(`registration, ${device}`, registered, REGISTRATION_KB))
    goals.push(goal(`console first load, ${device}`, firstLoad, CONSOLE_KB))
  }
  return goals
}

/** Invites one person. @returns their personal link, which needs no mail server */
async function inviteSomebody(lanyard: Running, owner: SetUp, email: string): Promise<string> {
  const post = async (path: string, body?: object) => {
    const answer = await fetch(lanyard.baseUrl + path, {
      method: 'POST',
      headers: {
        origin: lanyard.baseUrl,
        cookie: owner.cookie,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const sent = (await post(`/api/v1/organisations/${owner.organisationId}/invitations`, {
    people: [{ email, givenName: 'Jane', familyName: 'Smith' }],
  })) as { results: { invitationId?: string }[] }
  const link = await post(`/api/v1/invitations/${sent.results[0]?.invitationId}/link`)
  return (link as { url: string }).url
}

async function registerOn(page: Page): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await press('Start')
  await press('Continue')
  await press('I don’t have a work mobile')
  await page.getByLabel('Password', { exact: true }).fill('sunny desk lamp')
  await press('Create my account')
  await page.getByRole('heading', { name: 'You’re in, Jane' }).waitFor()
}

/** A browser with nothing kept from before, and what came over the wire to it, headers included, in kB of 1,000 bytes. */
async function inNewBrowser(
  browser: Browser,
  width: number,
  work: (page: Page, fetchedKb: () => number) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  try {
    const page = await context.newPage()
    const wire = await context.newCDPSession(page)
    let bytes = 0
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await wire.send('Network.enable')
    await work(page, () => bytes / 1000)
  } finally {
    await context.close()
  }
}

const goal = (name: string, found: number[], limitKb: number): Goal => ({
  name,
  found: spread(found, ' kB'),
  goal: `≤ ${limitKb} kB`,
  met: median(found) <= limitKb,
})
