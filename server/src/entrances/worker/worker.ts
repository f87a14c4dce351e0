import { checkRecord } from '../../features/audit/check-record.ts'
import { sealAudit } from '../../features/audit/seal-audit.ts'
import { resumeBulk, workBulk } from '../../features/bulk/work-bulk.ts'
import { keepMailDomains } from '../../features/invitations/keep-mail-domains.ts'
import { workDueDates } from '../../features/leaving/work-due-dates.ts'
import { openMailSender } from '../../features/messages/send-messages.ts'
import { openTenantDirectory } from '../../features/organisations/tenants.ts'
import { remindReviews } from '../../features/reviews/remind-reviews.ts'
import { resumeStaffLists, workStaffList } from '../../features/staff-lists/work-staff-list.ts'
import type { App } from '../../platform/app.ts'
import type { Connection } from '../../platform/database/database.ts'
import { takesMail } from '../../platform/mail/takes-mail.ts'
import { inEachTenant } from './each-tenant.ts'
import { MAIL_KINDS } from './mail-kinds.ts'
import { watchMail } from './mail-watch.ts'
import { sweep } from './sweep.ts'

export interface Worker {
  /** Lets what is under way finish, and stops. */
  stop(): Promise<void>
}

/** Begins the work that nobody waits for: mail at once, seals each minute, sweeping each hour. Any number of workers share it. */
export async function startWorker(app: App, connection: Connection): Promise<Worker> {
  const tenants = openTenantDirectory(app.database)
  const inEach = async (work: (tenantId: string) => Promise<unknown>) =>
    inEachTenant(await tenants.all(), work)
  await app.jobs.work(
    {
      'seal-audit': () => inEach((tenantId) => sealAudit(app, tenantId)),
      sweep: async () => sweep(app, await tenants.all()),
      'review-reminders': () => inEach((tenantId) => remindReviews(app, tenantId)),
      'verify-audit': () => inEach((tenantId) => checkRecord(app, tenantId)),
      'check-mail-domains': async ({ tenantId = '', domains = '' }) => {
        const asked = domains.split(' ')
        const answers = await Promise.all(asked.map((domain) => takesMail(domain)))
        await keepMailDomains(app, tenantId, asked, answers)
      },
      'staff-list': ({ tenantId = '', listId = '' }) => workStaffList(app, tenantId, listId),
      'due-dates': () => inEach((tenantId) => workDueDates(app, tenantId)),
      'resume-staff-lists': () => inEach((tenantId) => resumeStaffLists(app, tenantId)),
      bulk: ({ tenantId = '', jobId = '' }) => workBulk(app, tenantId, jobId),
      'resume-bulk': () => inEach((tenantId) => resumeBulk(app, tenantId)),
    },
    {
      'seal-audit': '* * * * *',
      sweep: '7 * * * *',
      'verify-audit': '23 2 * * *',
      'review-reminders': '41 * * * *',
      'due-dates': '* * * * *',
      'resume-staff-lists': '* * * * *',
      'resume-bulk': '* * * * *',
    },
  )
  // What a node that died had begun is taken up at once, not at the next full minute; where that fails, then.
  await inEach(async (tenantId) => {
    await resumeStaffLists(app, tenantId)
    await resumeBulk(app, tenantId)
  }).catch((err: unknown) => app.log.error({ err }, 'what had begun could not be taken up at the start'))
  const mail = watchMail(app, connection, openMailSender(app, MAIL_KINDS))
  return {
    async stop() {
      await mail.stop()
      await app.jobs.stop()
    },
  }
}
