import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { usePlace } from '../../app/place.tsx'
import { Form, useProblem } from '../../ui/form.tsx'
import { announce } from '../../ui/notice.tsx'

const empty = { givenName: '', familyName: '', jobTitle: '' }

/** Writes somebody down. The fields are empty again for the next one. */
export function WithoutEmailForm() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(empty)
  const add = api.useMutation('post', '/api/v1/organisations/{id}/staff-without-email')
  const { of } = useProblem(add.error)
  const { givenName, familyName, jobTitle } = draft

  function set(change: Partial<typeof empty>) {
    add.reset()
    setDraft((before) => ({ ...before, ...change }))
  }
  function save() {
    const body = { givenName, familyName, ...(jobTitle.trim() ? { jobTitle: jobTitle.trim() } : {}) }
    add.mutate(
      { params: { path: { id: organisation.id } }, body },
      {
        onSuccess: async () => {
          setDraft(empty)
          announce(t('withoutEmail.added', { name: `${givenName} ${familyName}`.trim() }))
          document.getElementById('givenName')?.focus()
          await queries.invalidateQueries()
        },
      },
    )
  }
  return (
    <>
      <h2 className="in section">{t('withoutEmail.addTitle')}</h2>
      <Form error={add.error} submit={t('withoutEmail.add')} busy={add.isPending} onSubmit={save}>
        <div className="in fields">
          <div className="pair">
            <TextInput
              id="givenName"
              label={t('newcomer.givenName')}
              autoComplete="off"
              value={givenName}
              error={of('givenName')}
              onChange={(event) => set({ givenName: event.currentTarget.value })}
            />
            <TextInput
              id="familyName"
              label={t('newcomer.familyName')}
              autoComplete="off"
              value={familyName}
              error={of('familyName')}
              onChange={(event) => set({ familyName: event.currentTarget.value })}
            />
          </div>
          <TextInput
            id="jobTitle"
            label={t('newcomer.jobTitle')}
            autoComplete="off"
            maxLength={120}
            value={jobTitle}
            error={of('jobTitle')}
            onChange={(event) => set({ jobTitle: event.currentTarget.value })}
          />
        </div>
      </Form>
    </>
  )
}
