/**
 * `npm run bench -- <name> [size]` measures one workload, with the baseline it is divided by in the same run, and
 * prints the machine, the figures with their spread, and the goal. Without a name it lists the workloads. Exit code 1
 * when a goal is missed.
 */

import { describeMachine } from './support/machine.ts'
import type { Workload } from './support/workload.ts'

const WORKLOADS: Record<string, () => Promise<{ workload: Workload }>> = {
  'w1-import': () => import('./w1-import.ts'),
  'w2-reimport': () => import('./w2-reimport.ts'),
  'w3-invitations': () => import('./w3-invitations.ts'),
  'w4-people': () => import('./w4-people.ts'),
  'w5-sign-in': () => import('./w5-sign-in.ts'),
  'w8-archive': () => import('./w8-archive.ts'),
  'w9-start': () => import('./w9-start.ts'),
  'w10-weight': () => import('./w10-weight.ts'),
}

const [name = '', sizeText] = process.argv.slice(2)
const load =
  WORKLOADS[name] ?? WORKLOADS[Object.keys(WORKLOADS).find((known) => known.split('-')[0] === name) ?? '']
if (!load) {
  for (const [known, loadIt] of Object.entries(WORKLOADS)) {
    const { about, size } = (await loadIt()).workload
    console.log(`${known.padEnd(12)} ${about} [${size.meaning}: ${size.usual}]`)
  }
  process.exit(name ? 2 : 0)
}

const { workload } = await load()
const size = Number(sizeText ?? workload.size.usual)
if (!Number.isInteger(size) || size < 1)
  throw new Error(`The size is a whole number: ${workload.size.meaning}.`)
console.log(describeMachine())
console.log(`${workload.about} (${workload.size.meaning}: ${size})`)
const started = performance.now()
const goals = await workload.run(size, (line) => console.log(line))
console.log('')
for (const goal of goals)
  console.log(`${goal.met ? 'met   ' : 'MISSED'} ${goal.name}: ${goal.found} (goal ${goal.goal})`)
console.log(`${Math.round((performance.now() - started) / 1000)} s`)
if (goals.some((goal) => !goal.met)) process.exitCode = 1
