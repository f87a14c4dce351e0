import { type Outcome, type SmtpError, troubleOf } from './outcome.ts'
import type { SmtpServer } from './smtp-server.ts'
import { type Line, openSession } from './smtp-session.ts'

/** How one letter went, line by line. */
export interface Conversation {
  outcome: Outcome
  lines: Line[]
  /** The server greeted us. */
  found: boolean
  /** null: it never came to that. */
  encrypted: boolean | null
  signedIn: boolean | null
  /** Whether there is a user name and password to sign in with. */
  account: boolean
}

/** Hands over one letter on a connection of its own and notes what both sides said, secrets withheld. */
export async function holdConversation(
  server: SmtpServer,
  from: string,
  to: string,
  letter: Buffer,
): Promise<Conversation> {
  const lines: Line[] = []
  const found = () => lines.some((each) => each.who === 'server' && each.line.startsWith('220'))
  const account = server.auth !== undefined
  try {
    const session = await openSession(server, (line) => lines.push(line))
    const { encrypted, signedIn } = session
    const outcome = await session.hand(from, to, letter)
    session.close()
    return { outcome, lines, found: true, encrypted, signedIn: account ? signedIn : null, account }
  } catch (error) {
    const outcome = troubleOf(error as SmtpError)
    const { trouble } = outcome
    const atEncryption = trouble === 'no_encryption' || trouble === 'bad_certificate'
    return {
      outcome,
      lines,
      found: found() || atEncryption,
      encrypted: atEncryption ? false : trouble === 'our_account' ? server.secure || server.requireTLS : null,
      signedIn: trouble === 'our_account' ? false : null,
      account,
    }
  }
}
