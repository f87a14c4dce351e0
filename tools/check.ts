/**
 * `npm run check`: all that must hold, in named steps. A step that fails does not stop the next, so one run tells
 * everything. The last line is `N passed, N failed`: tests, and a step that fails counts as one failed.
 */
import { fileURLToPath } from 'node:url'
import { type Finding, type Step, steps } from './check/steps.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const totals = { passed: 0, failed: 0 }
const failedSteps: string[] = []

for (const step of steps) {
  const start = performance.now()
  const { ok, output, tests } = await runStep(step)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`)
  if (!ok && output) console.log(indent(output))
  if (!ok) failedSteps.push(step.name)
  totals.passed += tests?.passed ?? 0
  totals.failed += Math.max(tests?.failed ?? 0, ok ? 0 : 1)
}

if (failedSteps.length > 0) {
  console.log(`Failed: ${failedSteps.join(', ')}`)
  process.exitCode = 1
}
console.log(`${totals.passed} passed, ${totals.failed} failed`)

async function runStep(step: Step): Promise<Finding> {
  try {
    return await step.run(root)
  } catch (error) {
    return { ok: false, output: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '       ')
}
