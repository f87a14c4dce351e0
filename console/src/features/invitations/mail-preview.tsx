import { Button, Modal } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { InviteOptions } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { Loaded } from '../../ui/states.tsx'
import { LetterFrame } from '../messages/letter-frame.tsx'
import type { Row } from './invite-rows.ts'
import { type Terms, wishOf } from './terms.ts'

const QUIET_MS = 400

type MailPreviewProps = { options: InviteOptions; terms: Terms; first: Row | undefined }

/** What will be in their inbox: the letter to the first of them, and on asking every email that can follow it. */
export function MailPreview({ options, terms, first }: MailPreviewProps) {
  const { t } = useTranslation()
  const { me } = usePlace()
  const [all, { open, close }] = useDisclosure(false)
  const mails = usePreview({ options, terms, first })
  const [letter] = mails.data?.mails ?? []
  const who = first?.name ?? first?.email
  return (
    <aside className="letter" aria-label={t('invite.preview')}>
      <h2>{who ? t('invite.previewFor', { name: who }) : t('invite.preview')}</h2>
      {letter ? (
        <div className="slip">
          <p className="subject">{letter.subject}</p>
          <LetterFrame key={letter.html} html={letter.html} title={letter.subject} />
        </div>
      ) : null}
      <ul>
        <li>{t('invite.replies', { email: me.email })}</li>
        <li>{t('invite.seat')}</li>
        {terms.later ? null : <li>{t('invite.holds', { count: options.holdSeconds })}</li>}
      </ul>
      <Button variant="default" onClick={open}>
        {t('invite.which')}
      </Button>
      <Modal
        opened={all}
        onClose={close}
        size={640}
        title={t('invite.which')}
        closeButtonProps={{ 'aria-label': t('invite.whichClose') }}
      >
        <Loaded query={mails} rows={4}>
          {(data) => (
            <ol className="letters">
              {data.mails.map((mail) => (
                <li key={mail.label}>
                  <h3>{mail.label}</h3>
                  <p className="sub">{mail.when}</p>
                  <p className="subject">{mail.subject}</p>
                  <LetterFrame key={mail.html} html={mail.html} title={mail.label} />
                </li>
              ))}
            </ol>
          )}
        </Loaded>
      </Modal>
    </aside>
  )
}

function usePreview({ options, terms, first }: MailPreviewProps) {
  const { language, message, sendAt } = wishOf(terms, options)
  const wish = {
    ...(language ? { language } : {}),
    ...(message ? { message } : {}),
    ...(sendAt ? { sendAt } : {}),
    ...(first
      ? {
          person: {
            email: first.email,
            ...(first.entry.givenName ? { givenName: first.entry.givenName } : {}),
          },
        }
      : {}),
  }
  const [body] = useDebouncedValue(wish, QUIET_MS)
  return useQuery({
    queryKey: ['invitation-preview', options.organisation.id, JSON.stringify(body)],
    queryFn: async ({ signal }) => {
      const answer = await client.POST('/api/v1/organisations/{id}/invitations/preview', {
        params: { path: { id: options.organisation.id } },
        body,
        signal,
      })
      if (!answer.data) throw answer.error
      return answer.data
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
}
