import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { keepAnswers } from './mail-domains.queries.ts'

/**
 * Keeps what the domain name system said of domains; from then on whoever types one that takes no mail is warned.
 * @param takesMail for each domain; null when there was no answer
 */
export async function keepMailDomains(
  app: App,
  tenantId: string,
  domains: string[],
  takesMail: (boolean | null)[],
): Promise<void> {
  await inTenant(app.database, tenantId, (tx) => keepAnswers(tx, domains, takesMail))
}
