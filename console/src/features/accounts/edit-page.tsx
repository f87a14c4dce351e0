import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { PersonEdit } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form, useProblem } from '../../ui/form.tsx'
import { announce } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { type Draft, draftOf, halfLabel, wishOf } from './edit-draft.ts'
import { DateFields, NameFields, WorkFields } from './edit-fields.tsx'
import './edit-page.css'
import { LabelFields } from './label-fields.tsx'
import { WaitingEmail } from './waiting-email.tsx'

/** Everything about a person that is changed by hand, on one page; what is not yours to change says why. */
export function PersonEditPage() {
  const { id = '' } = useParams({ strict: false })
  const query = api.useQuery(
    'get',
    '/api/v1/people/{id}/edit',
    { params: { path: { id } } },
    // What was typed must not be overwritten by what is read again meanwhile.
    { gcTime: 0, refetchOnWindowFocus: false },
  )
  return (
    <div className="sheet">
      <Loaded query={query}>{(known) => <EditForm id={id} known={known} />}</Loaded>
    </div>
  )
}

function EditForm({ id, known }: { id: string; known: PersonEdit }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(known.values))
  const [half, setHalf] = useState('')
  const save = api.useMutation('patch', '/api/v1/people/{id}')
  const { of } = useProblem(save.error)
  const person = paths.person({ slug: organisation.slug, id })

  function set(change: Partial<Draft>) {
    save.reset()
    setHalf('')
    setDraft({ ...draft, ...change })
  }

  function send() {
    const row = halfLabel(draft.labels)
    if (row) {
      setHalf(t('editPerson.labelHalf'))
      document.getElementById(`label-${row.id}-${row.key.trim() ? 'value' : 'key'}`)?.focus()
      return
    }
    save.mutate(
      { params: { path: { id } }, body: wishOf(known.values, draft) },
      {
        onSuccess: async ({ sentence }) => {
          await queries.invalidateQueries()
          await navigate(person)
          announce(sentence)
        },
      },
    )
  }

  const fields = { known, draft, errorOf: of, onChange: set }
  return (
    <>
      <PageHead
        title={t('editPerson.title', { name: known.name })}
        lead={t('editPerson.lead', { place: known.organisation.name })}
        back={{ link: person, label: known.name }}
      />
      <Form
        error={save.error}
        submit={t('form.save')}
        busy={save.isPending}
        cancel={{ link: person, label: t('form.cancel') }}
        onSubmit={send}
      >
        {known.waitingEmail ? <WaitingEmail id={id} waiting={known.waitingEmail} /> : null}
        <div className="edit-person">
          <NameFields {...fields} />
          <WorkFields {...fields} />
          <DateFields {...fields} />
          <LabelFields {...fields} errorOf={(field) => (field === 'labels' && half ? half : of(field))} />
        </div>
      </Form>
    </>
  )
}
