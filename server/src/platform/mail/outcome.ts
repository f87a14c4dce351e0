/** What the mail server did with a letter, in its own words. */
export interface Outcome {
  state: 'accepted' | 'deferred' | 'bounced' | 'unknown'
  /** The server's words; where it said nothing, what happened to the connection. */
  answer: string
  /** What keeps every letter from going, not this one alone; null: nothing. */
  trouble: Trouble | null
}

/** Why the mail server takes nothing from us at the moment. */
export type Trouble = 'unreachable' | 'our_account' | 'sender_refused' | 'no_encryption' | 'bad_certificate'

export interface SmtpError extends Error {
  code?: string
  command?: string
  response?: string
  responseCode?: number
}

/** The server wants us to sign in, or refuses how we did. */
const SIGN_IN_ANSWERS = [530, 534, 535, 538]

/** 4xx: later. 5xx to the letter or its recipient: never. Silence after the letter was sent: nobody knows. */
export function outcomeOf(error: SmtpError, wasHandedOver: boolean): Outcome {
  const answer = error.response ?? error.message
  const code = error.responseCode ?? 0
  if (code === 0 && wasHandedOver) return { state: 'unknown', answer, trouble: null }
  if (SIGN_IN_ANSWERS.includes(code)) return { state: 'deferred', answer, trouble: 'our_account' }
  if (code >= 500 && error.command === 'MAIL FROM')
    return { state: 'deferred', answer, trouble: 'sender_refused' }
  return { state: code >= 500 ? 'bounced' : 'deferred', answer, trouble: null }
}

/** Why no connection could be opened: encryption, our account, or the way there. A 4xx only asks to come later. */
export function troubleOf(error: SmtpError): Outcome {
  const answer = error.response ?? error.message
  const isLater = /^4/.test(answer) && error.code !== 'EAUTH'
  return { state: 'deferred', answer, trouble: isLater ? null : kindOfTrouble(error) }
}

function kindOfTrouble({ code, command, message, cause }: SmtpError): Trouble {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'our_account'
  const why = `${message} ${(cause as NodeJS.ErrnoException | undefined)?.code ?? ''}`
  if (/certificate|CERT_|altnames/i.test(why)) return 'bad_certificate'
  if (code === 'ETLS' || code === 'EREQUIRETLS' || command === 'STARTTLS') return 'no_encryption'
  return 'unreachable'
}
