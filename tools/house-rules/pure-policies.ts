import ts from 'typescript'
import { type Broken, brokenAt, nodesOf, type Source } from './source.ts'

/** Rule 4: a policy waits for nothing and knows no clock or chance; what it needs is handed to it. */
export function impurePolicies(source: Source): Broken[] {
  if (!source.path.endsWith('.policy.ts')) return []
  return nodesOf(source).flatMap((node) => {
    const problem = impurity(node, source)
    return problem ? [brokenAt(source, node, problem)] : []
  })
}

function impurity(node: ts.Node, source: Source): string | undefined {
  if (node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)) return 'waits for something'
  if (ts.isNewExpression(node) && node.expression.getText(source.tree) === 'Date' && !node.arguments?.length)
    return 'looks at the clock'
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.getText(source.tree)
    if (name === 'Date.now') return 'looks at the clock'
    if (name === 'Math.random') return 'throws dice'
  }
  return undefined
}
