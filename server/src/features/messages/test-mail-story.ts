import type { MailConfig } from '../../platform/config/config.ts'
import type { Conversation } from '../../platform/mail/conversation.ts'
import { explain } from './explain.ts'
import { EXPLANATIONS } from './message.ts'

/** What became of a test email. It is never tried again. */
export const TEST_STATES = {
  accepted: 'Accepted by the mail server',
  deferred: 'Not taken',
  bounced: 'Refused',
  unknown: 'Unknown',
  suppressed: 'Not sent',
} as const

export const TEST_STEPS = ['found', 'encrypted', 'signed_in', 'accepted'] as const

export interface TestStep {
  step: (typeof TEST_STEPS)[number]
  /** null: it did not come to that, or wasn't needed. */
  ok: boolean | null
  detail: string
}

export interface TestedMail {
  state: keyof typeof TEST_STATES
  stateLabel: string
  steps: TestStep[]
  conversation: { who: 'server' | 'lanyard'; line: string }[]
  serverAnswer: string | null
  explanation: string | null
}

const NOT_REACHED = 'It didn’t come to that.'

/** The answer while no mail server is set. */
export const NOT_TESTED: TestedMail = {
  state: 'suppressed',
  stateLabel: TEST_STATES.suppressed,
  steps: TEST_STEPS.map((step) => ({ step, ok: null, detail: NOT_REACHED })),
  conversation: [],
  serverAnswer: null,
  explanation: 'Email isn’t set up, so nothing was sent. Set SMTP_URL, start Lanyard again and send another.',
}

/** Where the words for letters would promise another try. */
const ONCE: Record<string, string> = {
  our_account: 'The mail server refused our user name or password. Check SMTP_URL.',
  unreachable: 'The mail server can’t be reached. Check SMTP_URL, and that nothing between blocks the way.',
  asked_to_wait: 'The receiving server asked us to wait. Send another test in a few minutes.',
  outcome_unknown:
    'The connection was lost after the email was handed over, so nobody knows if it arrived. Look in the mailbox.',
  no_answer: 'The mail server broke off without a word. Send another test in a few minutes.',
  sender_refused: 'The mail server doesn’t let us send from our address. Check MAIL_FROM.',
  no_encryption: 'The mail server offers no encryption, so nothing was handed over. Check SMTP_URL.',
  bad_certificate:
    'The mail server’s certificate can’t be trusted, so nothing was handed over. Check the name in SMTP_URL.',
}

/** Tells a conversation step by step. Our password stands nowhere in it, even where the server repeats it. */
export function tellTest(server: MailConfig, conversation: Conversation): TestedMail {
  const { outcome, lines } = conversation
  const hide = withholding(server.url)
  const key = explain(outcome)
  return {
    state: outcome.state,
    stateLabel: TEST_STATES[outcome.state],
    steps: stepsOf(server.url, conversation),
    conversation: lines.map(({ who, line }) => ({ who, line: hide(line) })),
    serverAnswer: hide(outcome.answer) || null,
    explanation: key ? (ONCE[key] ?? EXPLANATIONS[key] ?? null) : null,
  }
}

function stepsOf(url: URL, { outcome, found, encrypted, signedIn, account }: Conversation): TestStep[] {
  const { state, trouble } = outcome
  const refused = trouble === 'no_encryption' || trouble === 'bad_certificate'
  const goneOn = trouble === null || trouble === 'sender_refused' || trouble === 'our_account'
  return [
    {
      step: 'found',
      ok: found,
      detail: found ? `${url.host} answered.` : `${url.host} didn’t answer.`,
    },
    encrypted
      ? { step: 'encrypted', ok: true, detail: 'Nobody on the way can read along.' }
      : {
          step: 'encrypted',
          ok: refused ? false : null,
          detail: refused
            ? 'No safe encryption could be agreed.'
            : found && goneOn
              ? 'Not encrypted: the settings don’t ask for it.'
              : NOT_REACHED,
        },
    {
      step: 'signed_in',
      ok: signedIn,
      detail: signedIn
        ? 'The user name and password were accepted.'
        : signedIn === false
          ? 'The user name or password was refused.'
          : account || !found || refused
            ? NOT_REACHED
            : 'No user name is set, so none was given.',
    },
    accepted(state, found && (trouble === null || trouble === 'sender_refused')),
  ]
}

function accepted(state: Conversation['outcome']['state'], reached: boolean): TestStep {
  const step = 'accepted'
  if (!reached) return { step, ok: null, detail: NOT_REACHED }
  if (state === 'accepted') return { step, ok: true, detail: 'The mail server took the email.' }
  if (state === 'unknown') return { step, ok: null, detail: 'The connection was lost, so nobody knows.' }
  return { step, ok: false, detail: 'The mail server didn’t take the email.' }
}

/** Blots out our password, as it is and as it travels. */
function withholding({ username, password }: URL): (line: string) => string {
  const secret = decodeURIComponent(password)
  if (!secret) return (line) => line
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const forms = [secret, base64(secret), base64(`\0${decodeURIComponent(username)}\0${secret}`)]
  return (line) => forms.reduce((text, form) => text.replaceAll(form, '(hidden)'), line)
}
