import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

type Role = 'button' | 'link' | 'checkbox' | 'radio' | 'textbox'

/** Ways of using a page: what stands in a journey is the same, whoever makes it. */
export interface Hand {
  press(role: 'button' | 'link', name: string | RegExp): Promise<void>
  tick(role: 'checkbox' | 'radio', name: string | RegExp): Promise<void>
  /** Writes over whatever stands in a field. */
  write(field: string | RegExp, words: string): Promise<void>
}

export function pointer(page: Page): Hand {
  const at = (role: Role, name: string | RegExp) =>
    page.getByRole(role, { name, exact: typeof name === 'string' })
  return {
    press: (role, name) => at(role, name).click(),
    tick: (role, name) => at(role, name).check(),
    write: (field, words) => at('textbox', field).fill(words),
  }
}

/** Farther than this nobody goes with Tab. */
const PRESSES = 150

/** Tab, Space, Enter and letters, and nothing else: whatever cannot be come to from where one is fails. */
export function keyboard(page: Page): Hand {
  let entered = false
  page.on('domcontentloaded', () => {
    entered = false
  })
  const focus = page.locator(':focus')
  const focused = async () =>
    (await focus.count()) === 0 ? '' : ((await focus.ariaSnapshot()).split('\n')[0] ?? '')
  async function come(role: Role, name: string | RegExp): Promise<void> {
    await page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .waitFor()
    // Within one document the focus is never lost: one would have to start again at the top of the page.
    if (entered) await focus.waitFor({ state: 'attached' })
    entered = true
    const passed: string[] = []
    for (let presses = 0; presses < PRESSES; presses++) {
      const at = await focused()
      passed.push(at)
      if (isThere(at, role, name)) return
      await page.keyboard.press('Tab')
    }
    assert.fail(`Tab never comes to the ${role} ${name}, only to\n${passed.join('\n')}`)
  }
  return {
    async press(role, name) {
      await come(role, name)
      await page.keyboard.press('Enter')
    },
    async tick(role, name) {
      await come(role, name)
      await page.keyboard.press('Space')
    },
    async write(field, words) {
      await come('textbox', field)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(words)
    },
  }
}

/** @param line how Playwright writes what has the focus, such as `- button "Save" [disabled]` */
function isThere(line: string, role: Role, name: string | RegExp): boolean {
  const [, itsRole, itsName = ''] = line.match(/^- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?/) ?? []
  if (itsRole !== role) return false
  return typeof name === 'string' ? itsName === name : name.test(itsName)
}
