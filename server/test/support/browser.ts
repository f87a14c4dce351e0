import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'

export const WIDE = { width: 1280, height: 900 }
export const NARROW = { width: 360, height: 740 }

/** All that can be otherwise in the dark: the rest of the page is the same. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
/** Longest that a page takes to lie still after its width has changed. */
const SETTLES_MS = 3000

let browser: Promise<Browser> | undefined
let pagesOpen = 0

export interface View {
  page: Page
  /** No serious axe finding in light or dark, and nothing scrolls sideways. */
  isSound(name: string): Promise<void>
}

/** A page of a real browser, of its own: no cookies, and nothing the console complained about by the end. */
export async function openView(t: TestContext, size: { width: number; height: number }): Promise<View> {
  browser ??= launchChromium()
  pagesOpen++
  const context = await (await browser).newContext({
    viewport: size,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text())
  })
  t.after(async () => {
    await context.close()
    if (--pagesOpen === 0) {
      await (await browser)?.close()
      browser = undefined
    }
    assert.deepEqual(complaints, [], 'the browser had nothing to complain about')
  })
  return { page, isSound: (name) => isSound(page, size, name) }
}

async function isSound(page: Page, size: { width: number; height: number }, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // A letter is shown in a frame that runs no script, so nothing can look inside it either; its layout has tests of its own.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe')
    if (colorScheme === 'dark') axe.withRules(COLOUR_RULES)
    const found = await axe.analyze()
    const serious = found.violations.filter((each) => each.impact === 'serious' || each.impact === 'critical')
    const told = serious.map(
      (each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
    assert.deepEqual(told, [], `${name}, ${colorScheme}, ${size.width} px`)
    await keep(page, `${name}-${size.width}-${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: Math.min(size.width, 320), height: size.height })
  // What floats, such as a menu, follows the new width a moment later. A function is read once; an expression would be
  // evaluated anew at each look, which the page's policy forbids and the browser complains about.
  const measure = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  await page.waitForFunction(`() => ${measure} <= 0`, undefined, { timeout: SETTLES_MS }).catch(() => {})
  const sideways: number = await page.evaluate(measure)
  assert.ok(sideways <= 0, `${name} scrolls sideways by ${sideways} px at 320`)
  await page.setViewportSize(size)
}

/** Keeps a picture where LANYARD_TEST_PICTURES says, for people to look at. */
async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.LANYARD_TEST_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
