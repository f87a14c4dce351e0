import ts from 'typescript'
import { type Broken, brokenAt, isTest, nodesOf, type Source } from './source.ts'

const MAY_READ = /^server\/src\/(platform\/config\/|main\.ts$|entrances\/cli\/cli\.ts$)/

/**
 * Settings are read, checked and documented in platform/config; nothing else looks at `process.env`. PATH and HOME
 * are no settings of ours: the platform hands them on to programs that it starts.
 */
export function strayEnvironment(source: Source): Broken[] {
  const { path } = source
  if (!path.startsWith('server/src/') || isTest(path) || MAY_READ.test(path)) return []
  const handsOn = path.startsWith('server/src/platform/') ? /^process\.env\.(PATH|HOME)$/ : /^$/
  return nodesOf(source)
    .filter((node) => ts.isPropertyAccessExpression(node) && node.getText(source.tree) === 'process.env')
    .filter((node) => !handsOn.test(node.parent.getText(source.tree)))
    .map((node) => brokenAt(source, node, 'reads process.env; take the setting from the configuration'))
}
