import type { Outcome } from '../../platform/mail/outcome.ts'

/** Words of mail servers for a domain that takes no mail (RFC 7505, and before it). */
const NO_MAIL_DOMAIN =
  /NXDOMAIN|null ?MX|no MX|(domain|host|name service)[\w ]* (not found|does not exist|doesn't exist|unknown)|unknown (domain|host)|unrouteable/i
const NOT_PROVED = /\b(DMARC|SPF|DKIM)\b/i

/**
 * The key of the plain sentence for what a mail server said: by its enhanced status code (RFC 3463) where it gives one,
 * by its plain code and words where it doesn't. Null when nothing needs explaining.
 */
export function explain({ state, answer, trouble }: Outcome): string | null {
  if (state === 'accepted') return null
  if (state === 'unknown') return 'outcome_unknown'
  if (trouble) return trouble
  const code = Number(/^\d{3}\b/.exec(answer)?.[0] ?? 0)
  if (code === 0) return 'no_answer'
  if (state === 'deferred') return 'asked_to_wait'
  const enhanced = /\b5\.(\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1] ?? ''
  switch (enhanced) {
    case '1.1':
    case '1.10':
      return 'no_such_address'
    case '1.2':
    case '4.4':
      return 'no_mail_domain'
    case '2.2':
      return 'mailbox_full'
    case '7.26':
      return 'not_proved'
  }
  if (enhanced.startsWith('7.')) return NOT_PROVED.test(answer) ? 'not_proved' : 'blocked'
  if (NO_MAIL_DOMAIN.test(answer)) return 'no_mail_domain'
  if (code === 552) return 'mailbox_full'
  if (code === 554) return NOT_PROVED.test(answer) ? 'not_proved' : 'blocked'
  if (!enhanced && /spam|policy|block|blacklist|reject(ed)? by/i.test(answer)) return 'blocked'
  if (!enhanced && (code === 550 || code === 551)) return 'no_such_address'
  return 'refused'
}
