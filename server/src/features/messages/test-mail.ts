import { randomUUID } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import { canonicalEmail } from '../../kernel/email-address.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { type Limit, refuseAbove } from '../../platform/database/counters.ts'
import { inTenant, outsideTenants } from '../../platform/database/database.ts'
import { FIRST_LANGUAGE, wordsIn } from '../../platform/languages/words.ts'
import { findPlace } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { findBaseUrl, findOrganisation, findRoot } from '../organisations/organisations.queries.ts'
import { lookAtOnce } from './mail-trouble.queries.ts'
import { renderMail } from './render-mail.ts'
import english from './test-mail.en-GB.json' with { type: 'json' }
import { NOT_TESTED, type TestedMail, tellTest } from './test-mail-story.ts'
import { senderName } from './try-message.ts'

const TESTS: Limit = { name: 'test-mails', hits: 10, windowSeconds: 3600 }
const words = wordsIn({ 'en-GB': english })(FIRST_LANGUAGE)

/**
 * Hands one test email to the mail server at once and tells the whole conversation, without secrets. It is recorded
 * before it leaves. Mail that is not set up is said to be so, and nothing is sent.
 * @param organisationId in whose name; null: the topmost
 * @throws Refusal not_found, forbidden, email_format, slow_down
 */
export async function testMail(
  app: App,
  actor: Actor,
  organisationId: string | null,
  typed: string,
): Promise<TestedMail> {
  const { organisation, baseUrl } = await inTenant(app.database, actor.tenantId, async (tx) => {
    const id = organisationId ?? (await findRoot(tx))?.id ?? ''
    allowedAt(actor, 'settings.mail', await findPlace(tx, id))
    const found = await findOrganisation(tx, id)
    return { organisation: { id, name: found?.name ?? '' }, baseUrl: await findBaseUrl(tx) }
  })
  const to = canonicalEmail(typed)
  if (to === null)
    throw wrongFields([
      {
        pointer: '#/to',
        code: 'email_format',
        detail: 'Enter an email address like name@school.example.',
      },
    ])
  await refuseAbove(app.database, TESTS, actor.tenantId)
  await inTenant(app.database, actor.tenantId, (tx) =>
    record(app, tx, actor, [
      {
        event: 'mail.tested',
        organisationId: organisation.id,
        detail: { mail: app.mail.mode, domain: to.slice(to.indexOf('@') + 1) },
      },
    ]),
  )
  const server = app.config.mail
  if (!server || app.mail.mode === 'captured') return NOT_TESTED
  const { subject, html, text } = renderMail({
    subject: words('subject'),
    preview: words('preview'),
    organisation: organisation.name,
    heading: words('heading'),
    paragraphs: [words('what', { organisation: organisation.name, to }), words('next')],
    footer: { why: words('why'), base: `${baseUrl}/` },
    lang: FIRST_LANGUAGE,
  })
  const conversation = await app.mail.converse({
    to,
    fromName: senderName(organisation.name),
    subject,
    html,
    text,
    messageId: `${randomUUID()}@${new URL(app.config.publicUrl).hostname}`,
  })
  // What waits need not wait for the next look: the server takes letters again.
  if (conversation.outcome.state === 'accepted') await outsideTenants(app.database, lookAtOnce)
  return tellTest(server, conversation)
}
