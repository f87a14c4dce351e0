import ts from 'typescript'
import { featuresInOrder } from '../boundaries/features.ts'
import type { Broken, Source } from './source.ts'

const LINES_AT_MOST = 350
const EMPTY_WORDS = /(^|[-.])(utils?|helpers?|services?|managers?|common|misc)$/

/** The folder is the noun, the file is the verb: no name that could hold anything, and no file that does. */
export function namesAndSizes(source: Source): Broken[] {
  const { path, text } = source
  const broken = (problem: string): Broken => ({ path, line: 1, problem })
  const found: Broken[] = []

  const words = path.split('/').map((part) => part.replace(/\.(test\.)?tsx?$/, ''))
  const empty = words.find((word) => EMPTY_WORDS.test(word))
  if (empty) found.push(broken(`"${empty}" could hold anything; name it by what it does`))
  if (words.at(-1) === 'index') found.push(broken('no index files; import from the file itself'))
  if (isBarrel(source)) found.push(broken('only hands on what others export; import from the file itself'))

  const feature = /^server\/src\/features\/([^/]+)\//.exec(path)?.[1]
  if (feature && !featuresInOrder.some((name) => name === feature))
    found.push(broken(`${feature} has no place in tools/boundaries/features.ts`))

  const lines = text.trimEnd().split('\n').length
  if (lines > LINES_AT_MOST)
    found.push(broken(`${lines} lines; ${LINES_AT_MOST} at most, it is about two things`))
  return found
}

function isBarrel({ tree }: Source): boolean {
  return (
    tree.statements.length > 0 &&
    tree.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier)
  )
}
