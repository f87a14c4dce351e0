import ts from 'typescript'
import { type Broken, brokenAt, calledName, importsOf, isTest, nodesOf, type Source } from './source.ts'

const NETWORK = /^(node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises)$|^(nodemailer|undici)(\/|$)/
const MAIL_PIPES = /^server\/src\/platform\/(mail|sms)\//

/**
 * Rule 6: no network effect inside a transaction. Features hold no network module and call no `fetch`;
 * nodemailer lives in platform/mail; only the feature that delivers messages hands anything to `app.mail`
 * or `app.sms`.
 */
export function strayNetwork(source: Source): Broken[] {
  const { path } = source
  if (!path.startsWith('server/src/') || isTest(path)) return []
  const inFeatures = path.startsWith('server/src/features/')
  const broken: Broken[] = []
  for (const { node, specifier } of importsOf(source)) {
    const stray = inFeatures
      ? NETWORK.test(specifier)
      : /^nodemailer(\/|$)/.test(specifier) && !MAIL_PIPES.test(path)
    if (stray) broken.push(brokenAt(source, node, `imports ${specifier}; the network is for the platform`))
  }
  if (!inFeatures) return broken
  for (const node of nodesOf(source)) {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && calledName(node) === 'fetch')
      broken.push(brokenAt(source, node, 'calls fetch; queue a message or a job instead'))
    if (sendsByApp(node) && !path.startsWith('server/src/features/messages/'))
      broken.push(
        brokenAt(source, node, `calls ${node.expression.getText(source.tree)}; queue a message instead`),
      )
  }
  return broken
}

/** A call of anything of `app.mail` or `app.sms`; what they are set to may be read. */
function sendsByApp(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  const pipe = node.expression.expression
  if (!ts.isPropertyAccessExpression(pipe) || !['mail', 'sms'].includes(pipe.name.text)) return false
  const { expression } = pipe
  if (ts.isIdentifier(expression)) return expression.text === 'app'
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'app'
}
