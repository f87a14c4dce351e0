import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form, useProblem } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { MailBanner } from './mail-banner.tsx'
import './messages-page.css'
import { TestedMail } from './tested-mail.tsx'

/** Sends one short email at once, and shows all that was said about it. */
export function TestMailPage() {
  const { t } = useTranslation()
  const { organisation, me } = usePlace()
  const [to, setTo] = useState(me.email)
  const send = api.useMutation('post', '/api/v1/organisations/{id}/messages/test')
  const { of } = useProblem(send.error)
  const list = api.useQuery('get', '/api/v1/organisations/{id}/messages', {
    params: { path: { id: organisation.id }, query: { limit: 1 } },
  })
  const mail = list.data?.mail
  const email = paths.email({ slug: organisation.slug })
  return (
    <div className="sheet">
      <PageHead
        title={t('email.test')}
        lead={
          list.isPending
            ? '\u00a0'
            : t(mail?.mode === 'captured' ? 'email.testLeadCaptured' : 'email.testLead')
        }
        back={{ link: email, label: t('email.title') }}
      />
      {mail ? <MailBanner mail={mail} /> : null}
      <Form
        error={send.error}
        submit={send.data ? t('email.testAgain') : t('email.testSend')}
        busy={send.isPending}
        end={send.isPending ? t('email.testing') : undefined}
        onSubmit={() => send.mutate({ params: { path: { id: organisation.id } }, body: { to } })}
      >
        <div className="in fields">
          <TextInput
            id="to"
            label={t('email.testTo')}
            type="email"
            autoComplete="email"
            spellCheck={false}
            value={to}
            error={of('to')}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </div>
        {send.data && !send.isPending ? <TestedMail tested={send.data} /> : null}
      </Form>
    </div>
  )
}
