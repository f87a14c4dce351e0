import { existsSync } from 'node:fs'
import { type Browser, chromium as playwright } from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/google-chrome']

/**
 * Starts a browser to test with: the system's where there is one, else the one that comes as an npm package. That one
 * unpacks itself and the libraries it needs on first use, so nothing has to be installed on the machine.
 */
export async function launchChromium(): Promise<Browser> {
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
  ]
  const system = SYSTEM.find((path) => existsSync(path))
  if (system) return playwright.launch({ executablePath: system, args: quiet })
  const packaged = await packagedChromium()
  // Its own arguments are for another purpose: they would switch web security off, and with it what is tested here.
  return playwright.launch({ executablePath: await packaged.executablePath(), args: quiet })
}

/** Unpacks the packaged browser, where it is the one used, before several test files would do so at once. */
export async function prepareChromium(): Promise<void> {
  if (!SYSTEM.some((path) => existsSync(path))) await (await packagedChromium()).executablePath()
}

async function packagedChromium() {
  // Read when the package is loaded: makes it bring its libraries and fonts along.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  return (await import('@sparticuz/chromium')).default
}
