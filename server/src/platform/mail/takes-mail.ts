import { promises } from 'node:dns'

type Resolver = Pick<promises.Resolver, 'resolveMx' | 'resolve4' | 'resolve6'>

const TIMEOUT_MS = 3000
/** The domain name system's own no, as against no answer from it. */
const NO_SUCH_THING = ['ENOTFOUND', 'ENODATA']

/**
 * Whether mail can be sent to a domain: it has a mail exchanger that isn't the null one (RFC 7505), or, without any, an
 * address (RFC 5321 section 5.1).
 * @returns null when the domain name system gave no answer
 */
export async function takesMail(
  domain: string,
  resolver: Resolver = new promises.Resolver({ timeout: TIMEOUT_MS, tries: 2 }),
): Promise<boolean | null> {
  const exchangers = await orNo(resolver.resolveMx(domain))
  if (exchangers === undefined) return null
  if (exchangers.length > 0) return exchangers.some((each) => each.exchange !== '' && each.exchange !== '.')
  const addresses = await Promise.all([orNo(resolver.resolve4(domain)), orNo(resolver.resolve6(domain))])
  if (addresses.some((found) => found?.length)) return true
  return addresses.includes(undefined) ? null : false
}

/** What was found; nothing for a plain no; undefined for no answer. */
async function orNo<T>(asked: Promise<T[]>): Promise<T[] | undefined> {
  try {
    return await asked
  } catch (error) {
    return NO_SUCH_THING.includes((error as NodeJS.ErrnoException).code ?? '') ? [] : undefined
  }
}
