import ts from 'typescript'

/** A file of the product as the house rules see it; `path` is relative to the project, with slashes. */
export interface Source {
  path: string
  text: string
  tree: ts.SourceFile
}

/** One place where a house rule is broken; `line` counts from 1. */
export interface Broken {
  path: string
  line: number
  problem: string
}

export function readSource(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true) }
}

export function isTest(path: string): boolean {
  return path.endsWith('.test.ts')
}

/** Each node of the file, the outer before the inner. */
export function nodesOf(source: Source): ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source.tree)
  return nodes
}

export function brokenAt(source: Source, node: ts.Node, problem: string): Broken {
  const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree))
  return { path: source.path, line: line + 1, problem }
}

/** What is called, by its last name: `tx.insertInto('x')` and `insertInto('x')` are both `insertInto`. */
export function calledName(call: ts.CallExpression): string | undefined {
  const { expression } = call
  if (ts.isIdentifier(expression)) return expression.text
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  return undefined
}

/** The module each import or re-export of the file names, dynamic imports included. */
export function* importsOf(source: Source): Generator<{ node: ts.Node; specifier: string }> {
  for (const node of nodesOf(source)) {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier)) yield { node, specifier: node.moduleSpecifier.text }
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [named] = node.arguments
      if (named && ts.isStringLiteral(named)) yield { node, specifier: named.text }
    }
  }
}
