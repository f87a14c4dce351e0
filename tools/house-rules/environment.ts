import ts from 'typescript'
import { type Broken, brokenAt, calledName, isTest, nodesOf, type Source } from './source.ts'

const MAY_READ = /^server\/src\/(platform\/config\/|entrances\/cli\/cli\.ts$)/

/**
 * Settings are read, checked and documented in platform/config; nothing else looks at `process.env`. Entrances hand
 * the whole of it to `readConfig`; the platform hands on PATH and HOME, which are no settings of ours, to programs
 * that it starts.
 */
export function strayEnvironment(source: Source): Broken[] {
  const { path } = source
  if (!path.startsWith('server/src/') || isTest(path) || MAY_READ.test(path)) return []
  return nodesOf(source)
    .filter((node) => ts.isPropertyAccessExpression(node) && node.getText(source.tree) === 'process.env')
    .filter((node) => !(path.startsWith('server/src/platform/') && isHandedOn(node, source)))
    .filter((node) => !(path.startsWith('server/src/entrances/') && isForReadConfig(node)))
    .map((node) => brokenAt(source, node, 'reads process.env; take the setting from the configuration'))
}

function isHandedOn(node: ts.Node, source: Source): boolean {
  return /^process\.env\.(PATH|HOME)$/.test(node.parent.getText(source.tree))
}

function isForReadConfig(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node.parent) || ts.isElementAccessExpression(node.parent)) return false
  const call = ts.findAncestor(node, ts.isCallExpression)
  return call !== undefined && calledName(call) === 'readConfig'
}
