import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { forbidden } from '../dependency-cruiser.config.ts'
import { badImports, goodImports, plantedPackages } from './planted.ts'

/** An import that breaks a rule; `to` is what it imports or reaches. */
export interface BadImport {
  rule: string
  from: string
  to: string
}

/** Every import below `folders` of the tree at `root` that breaks a rule, type-only imports included. */
export async function badImportsIn(root: string, folders: string[]): Promise<BadImport[]> {
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)console/dist/' },
    },
    { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'] },
  )
  const { summary } = output as ICruiseResult
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}

/**
 * Plants every bad import in a tree of its own and looks for it, since a check that cannot fail is none.
 * Returns what is wrong with the rules: a planted import that was not found, a good one that was, a rule
 * that no planted import tests. Empty means the rules bite.
 */
export async function rulesThatDoNotBite(): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'lanyard-planted-'))
  try {
    await plant(root)
    const found = await badImportsIn(root, ['reader', 'server', 'console'])
    // Either end will do: of a circle only one import is reported.
    const missed = badImports
      .filter(({ rule, from }) => !found.some((it) => it.rule === rule && [it.from, it.to].includes(from)))
      .map(({ rule, from, to }) => `${rule} did not find ${from} → ${to}`)
    const untested = forbidden
      .filter(({ name }) => !badImports.some(({ rule }) => rule === name))
      .map(({ name }) => `${name} has no planted import`)
    const wronged = found
      .filter(({ from }) => goodImports.some((it) => it.from === from))
      .map(({ rule, from, to }) => `${rule} forbids ${from} → ${to}, which is allowed`)
    return [...missed, ...untested, ...wronged]
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

async function plant(root: string): Promise<void> {
  const files = new Map<string, string>([['package.json', '{ "type": "module" }']])
  for (const name of plantedPackages) {
    files.set(`node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`)
    files.set(`node_modules/${name}/index.js`, '')
  }
  for (const { from, to } of [...badImports, ...goodImports]) {
    const isFile = /^(reader|server|console)\//.test(to)
    if (isFile && !files.has(to)) files.set(to, 'export {}\n')
    files.set(from, `import '${isFile ? specifier(from, to) : to}'\n`)
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

function specifier(from: string, to: string): string {
  const path = relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}
