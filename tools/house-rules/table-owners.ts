import ts from 'typescript'
import { type Broken, brokenAt, calledName, isTest, nodesOf, type Source } from './source.ts'

/** Which folder writes which table: a feature's name, or `platform`. */
export type TableOwners = ReadonlyMap<string, string>

const WRITES_BY_NAME = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])
const NAME = '"?([a-z_][a-z0-9_.]*|\u00a7)"?'
const WRITES_IN_SQL = new RegExp(
  [
    `\\b(?:insert\\s+into|merge\\s+into|delete\\s+from|truncate(?:\\s+table)?|copy)\\s+(?:only\\s+)?${NAME}`,
    `\\bupdate\\s+(?:only\\s+)?${NAME}(?:\\s+(?:as\\s+)?[a-z_]\\w*)?\\s+set\\b`,
  ].join('|'),
  'gi',
)
/** Tables of these schemas are no feature's: the queue's own, and what only the owner role writes. */
const PLATFORM_SCHEMAS = /^(pgboss|lanyard_private)\./
const TEMPORARY_TABLE = /create\s+(?:unlogged\s+|temp(?:orary)?\s+)table\s+(?:if\s+not\s+exists\s+)?"?(\w+)/gi

/**
 * Reads the owners from the migrations: each `create table` stands below a line `-- owner: <feature>` of its
 * own. A table without one is broken.
 */
export function tableOwners(migrations: { path: string; text: string }[]): {
  owners: TableOwners
  broken: Broken[]
} {
  const owners = new Map<string, string>()
  const broken: Broken[] = []
  for (const { path, text } of migrations) {
    let owner: string | undefined
    for (const [index, line] of text.split('\n').entries()) {
      owner = /^--\s*owner:\s*(\S+)/.exec(line)?.[1] ?? owner
      const table = /^\s*create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w.]+)/i.exec(line)?.[1]
      if (!table || /\bpartition\s+of\b/i.test(line)) continue
      if (PLATFORM_SCHEMAS.test(table)) owners.set(table, 'platform')
      else if (owner) owners.set(table, owner)
      else broken.push({ path, line: index + 1, problem: `${table} has no line "-- owner: …" above it` })
      owner = undefined
    }
  }
  return { owners, broken }
}

/** The same with the temporary tables that sources make: the folder that makes one owns it, in whichever of its files. */
export function withTemporaryTables(owners: TableOwners, sources: Source[]): TableOwners {
  const all = new Map(owners)
  for (const { path, text } of sources)
    for (const [, name = ''] of isOfServer(path) ? text.matchAll(TEMPORARY_TABLE) : [])
      if (!all.has(name)) all.set(name, folderOwner(path) ?? '')
  return all
}

const isOfServer = (path: string) => path.startsWith('server/src/') && !isTest(path)

/** Rule 2: a table is written only by its owner's folder, whether through kysely or in plain SQL. */
export function writesOfOthersTables(source: Source, owners: TableOwners): Broken[] {
  if (!isOfServer(source.path)) return []
  const writer = folderOwner(source.path)
  return [...writesIn(source)].flatMap(({ node, table, certain }) => {
    if (table === undefined) return [brokenAt(source, node, 'write the name of the table plainly')]
    const owner = owners.get(table)
    if (owner === writer || (!owner && !certain)) return []
    const whose = owner ? `${owner} owns it` : 'no migration says who owns it'
    return [brokenAt(source, node, `writes ${table}, but ${whose}`)]
  })
}

function folderOwner(path: string): string | undefined {
  const [, , floor, folder] = path.split('/')
  return floor === 'features' ? folder : floor
}

/** `certain` is false for a sentence that only may be SQL: then a table must be known to count. */
interface Write {
  node: ts.Node
  table: string | undefined
  certain: boolean
}

function* writesIn(source: Source): Generator<Write> {
  for (const node of nodesOf(source)) {
    if (ts.isCallExpression(node) && WRITES_BY_NAME.has(calledName(node) ?? '')) {
      const [named] = node.arguments
      const table = named && ts.isStringLiteralLike(named) ? named.text.split(/\s/)[0] : undefined
      yield { node, table, certain: true }
    } else if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const certain = ts.isTaggedTemplateExpression(node.parent)
      for (const match of sqlText(node).matchAll(WRITES_IN_SQL)) {
        const name = match[1] ?? match[2] ?? ''
        if (name === '\u00a7') {
          if (certain) yield { node, table: undefined, certain }
        } else if (name.toLowerCase() !== 'set') {
          yield { node, table: name.replace(/^public\./, ''), certain }
        }
      }
    }
  }
}

/** The text with each `${…}` as one sign and without SQL comments. */
function sqlText(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  const text = ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('\u00a7')
    : node.text
  return text.replace(/--[^\n]*/g, ' ').replace(/\/\*[\s\S]*?\*\//g, ' ')
}
