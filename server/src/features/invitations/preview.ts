import type { Actor } from '../../kernel/actor.ts'
import { cleanLine } from '../../kernel/plain-words.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { renderMail } from '../messages/render-mail.ts'
import { findBaseUrl, findOrganisation } from '../organisations/organisations.queries.ts'
import { letterWithLink } from './invitation.mail.ts'
import { languageOf } from './invitation.ts'
import { findOffering } from './invite-options.ts'
import { previewEnding } from './letters.queries.ts'

export interface PreviewWish {
  language?: string | undefined
  message?: string | undefined
  sendAt?: string | undefined
  person?: { email: string; givenName?: string | undefined } | undefined
}

export interface MailPreview {
  kind: string
  label: string
  /** When it is sent, as a sentence. */
  when: string
  subject: string
  text: string
  html: string
}

const EXAMPLE = { email: 'name@school.example', givenName: '' }

/** Every mail that comes with inviting somebody, as it would read. Sends nothing. @throws Refusal not_found, forbidden */
export async function previewMails(
  app: App,
  actor: Actor,
  organisationId: string,
  wish: PreviewWish,
): Promise<MailPreview[]> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const organisation = await findOrganisation(tx, organisationId)
    if (!organisation) throw notFound()
    await findOffering(tx, actor, organisation)
    const person = { ...EXAMPLE, ...wish.person }
    const baseUrl = await findBaseUrl(tx)
    const ending = await previewEnding(tx, wish.sendAt ?? null, organisation.invitationDays)
    const message = { organisationName: organisation.name, to: person.email, baseUrl }
    const facts = {
      id: '',
      state: 'open' as const,
      language: languageOf(wish.language),
      message: cleanLine(wish.message ?? '') || null,
      email: person.email,
      givenName: person.givenName ?? '',
      registered: false,
      inviter:
        actor.kind === 'person'
          ? {
              name: `${actor.givenName} ${actor.familyName}`,
              givenName: actor.givenName,
              email: actor.email,
              language: actor.language,
            }
          : null,
      timeZone: organisation.timeZone,
      days: organisation.invitationDays,
      invitedUntil: null,
      keepUntil: ending,
    }
    const written = (kind: 'invitation' | 'new_link', registered = false) =>
      renderMail(
        letterWithLink(kind, message, { ...facts, registered }, `${baseUrl}/i/their-own-link`, ending),
      )
    return [
      {
        kind: 'invitation',
        label: 'Invitation',
        when: wish.sendAt ? 'On the day you chose' : 'Now',
        ...written('invitation'),
      },
      {
        kind: 'invitation',
        label: 'Invitation to somebody who has an account already',
        when: 'Instead of the first, to somebody who belongs to another school here',
        ...written('invitation', true),
      },
      {
        kind: 'invitation_new_link',
        label: 'New link',
        when: 'Only if they ask for one after their link has expired',
        ...written('new_link'),
      },
    ]
  })
}
