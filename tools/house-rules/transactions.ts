import ts from 'typescript'
import { type Broken, brokenAt, calledName, isTest, nodesOf, type Source } from './source.ts'

const OPENERS = new Set([
  'inTenant',
  'inTenantOften',
  'outsideTenants',
  'changeAs',
  'transact',
  'transaction',
  'startTransaction',
])
const OPENS_NONE = /\.(routes|policy|queries|mail)\.ts$/

/**
 * Rule 5: only verbs open transactions. Routes, policies, queries and entrances never do; and kysely's own
 * `transaction()` is called in platform/database alone, because a transaction without a tenant sees nothing.
 */
export function strayTransactions(source: Source): Broken[] {
  const { path } = source
  if (!/^server\/src\/(features|entrances)\//.test(path) || isTest(path)) return []
  const opensNone = OPENS_NONE.test(path) || path.startsWith('server/src/entrances/')
  const broken: Broken[] = []
  for (const node of nodesOf(source)) {
    if (!ts.isCallExpression(node)) continue
    const name = calledName(node) ?? ''
    if (!OPENERS.has(name)) continue
    if (opensNone) broken.push(brokenAt(source, node, `opens a transaction (${name}); only a verb does`))
    else if (isKyselysOwn(node))
      broken.push(brokenAt(source, node, `opens a transaction by ${name}(), which sets no tenant`))
  }
  return broken
}

function isKyselysOwn(call: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(call.expression) && call.arguments.length === 0
}
