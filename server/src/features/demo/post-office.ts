import type { Mail } from '../../platform/mail/mail.ts'

/** A mail server of the demonstration's own: takes letters in, or refuses them as real ones do. None leaves. */
export interface PostOffice {
  mail: Mail
  /** The token of the newest personal link that went to an address. */
  linkOf(email: string): string
}

/** @param nobody addresses that don't exist */
export function openPostOffice(nobody: Set<string>): PostOffice {
  const links = new Map<string, string>()
  return {
    mail: {
      mode: 'sending',
      async send({ to, text }) {
        if (nobody.has(to)) return { state: 'bounced', answer: '550 5.1.1 No such user here', trouble: null }
        const token = /\/i\/(inv_[\w-]+)/.exec(text)?.[1]
        if (token) links.set(to, token)
        return {
          state: 'accepted',
          answer: '250 2.0.0 Taken by the demonstration, and kept here',
          trouble: null,
        }
      },
      converse: async () => {
        throw new Error('The demonstration holds no conversations')
      },
      close: () => {},
    },
    linkOf(email) {
      const token = links.get(email)
      if (!token) throw new Error(`No personal link went to ${email}`)
      return token
    },
  }
}
