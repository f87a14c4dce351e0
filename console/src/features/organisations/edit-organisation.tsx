import { useQueryClient } from '@tanstack/react-query'
import type { LinkProps } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type Organisation } from '../../api/types.ts'
import { Form, useProblem } from '../../ui/form.tsx'
import { InvitationFields, type InvitationWish } from './invitation-fields.tsx'
import { bodyOf, OrganisationFields, type OrganisationWish } from './organisation-fields.tsx'

type EditOrganisationProps = {
  organisation: Organisation
  cancel?: { link: LinkProps; label: string }
  onSaved?: () => void
}

/** Changes one organisation. Somebody who may only look sees the same fields, closed, and why. */
export function EditOrganisation({ organisation, cancel, onSaved }: EditOrganisationProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const edit = may(organisation.actions, 'organisations.edit')
  const [wish, setWish] = useState<OrganisationWish>({ ...organisation, urn: organisation.urn ?? '' })
  const [inviting, setInviting] = useState<InvitationWish>(organisation)
  const save = api.useMutation('patch', '/api/v1/organisations/{id}')
  const { of } = useProblem(save.error)

  function send() {
    save.mutate(
      { params: { path: { id: organisation.id } }, body: { ...bodyOf(wish), ...invitingBody(inviting) } },
      {
        onSuccess: async () => {
          await queries.invalidateQueries()
          onSaved?.()
        },
      },
    )
  }

  const fields = (
    <>
      <OrganisationFields
        wish={wish}
        disabled={!edit.allowed}
        errorOf={of}
        onChange={(next) => {
          save.reset()
          setWish(next)
        }}
      />
      <InvitationFields
        wish={inviting}
        disabled={!edit.allowed}
        errorOf={of}
        onChange={(next) => {
          save.reset()
          setInviting(next)
        }}
      />
    </>
  )
  if (!edit.allowed) {
    return (
      <>
        <p className="in say">{edit.reason ?? t('organisation.lookOnly')}</p>
        {fields}
      </>
    )
  }
  return (
    <Form
      error={save.error}
      submit={t('form.save')}
      busy={save.isPending}
      cancel={cancel}
      end={save.isSuccess ? t('form.saved') : null}
      onSubmit={send}
    >
      {fields}
    </Form>
  )
}

const invitingBody = ({ askMobile, invitationDays, needsUnit }: InvitationWish) => ({
  askMobile,
  invitationDays,
  needsUnit,
})
