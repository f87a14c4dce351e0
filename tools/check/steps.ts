import { badImportsIn, rulesThatDoNotBite } from '../boundaries/boundaries.ts'
import { brokenHouseRules } from '../house-rules.ts'
import { runNode } from './command.ts'

/** What a step found. `tests` is there when it ran tests: then they are counted instead of the step. */
export interface Finding {
  ok: boolean
  output: string
  tests?: { passed: number; failed: number }
}

export interface Step {
  name: string
  run(root: string): Promise<Finding>
}

/** All that must hold before a change goes in, the quick and the telling first. */
export const steps: Step[] = [
  {
    name: 'format and lint',
    run: (root) =>
      runNode(root, [
        'node_modules/@biomejs/biome/bin/biome',
        'ci',
        '--error-on-warnings',
        '--colors=off',
        '--max-diagnostics=200',
        '.',
      ]),
  },
  { name: 'types: server, tools and bench', run: (root) => types(root, 'tsconfig.json') },
  { name: 'types: console', run: (root) => types(root, 'console/tsconfig.json') },
  { name: 'boundaries', run: boundaries },
  { name: 'house rules', run: houseRules },
  { name: 'dead code', run: (root) => runNode(root, ['node_modules/knip/bin/knip.js', '--no-progress']) },
  {
    name: 'API, client, permissions and mail layout up to date',
    run: (root) => runNode(root, ['tools/generate.ts', '--check', 'api', 'permissions', 'mail-layout']),
  },
  {
    name: 'database types up to date',
    run: (root) => runNode(root, ['tools/generate.ts', '--check', 'database-types']),
  },
  { name: 'tests', run: tests },
]

function types(root: string, project: string): Promise<Finding> {
  return runNode(root, ['node_modules/typescript/bin/tsc', '--noEmit', '--project', project])
}

async function boundaries(root: string): Promise<Finding> {
  const blunt = await rulesThatDoNotBite()
  const found = await badImportsIn(root, ['reader/src', 'server', 'console/src'])
  const lines = [...blunt, ...found.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)]
  return { ok: lines.length === 0, output: lines.join('\n') }
}

async function houseRules(root: string): Promise<Finding> {
  const broken = await brokenHouseRules(root)
  return {
    ok: broken.length === 0,
    output: broken.map(({ path, line, problem }) => `${path}:${line} ${problem}`).join('\n'),
  }
}

async function tests(root: string): Promise<Finding> {
  const { ok, output } = await runNode(root, ['tools/test.ts'], { shown: true })
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? []
  if (passed === undefined || failed === undefined) return { ok: false, output: 'The tests did not end.' }
  return { ok, output: '', tests: { passed: Number(passed), failed: Number(failed) } }
}
