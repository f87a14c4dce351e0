import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { Missing } from '../../app/missing.tsx'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form, useProblem } from '../../ui/form.tsx'
import { announce } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { EditOrganisation } from './edit-organisation.tsx'
import { bodyOf, OrganisationFields, type OrganisationWish } from './organisation-fields.tsx'

/** A new school of this trust. */
export function AddSchoolPage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [wish, setWish] = useState<OrganisationWish>({
    name: '',
    urn: '',
    domains: [],
    timeZone: organisation.timeZone,
  })
  const add = api.useMutation('post', '/api/v1/organisations')
  const { of } = useProblem(add.error)
  const schools = paths.schools({ slug: organisation.slug })

  function send() {
    const { urn, ...rest } = bodyOf(wish)
    const body = { ...rest, ...(urn ? { urn } : {}), type: 'school' as const, parentId: organisation.id }
    add.mutate(
      { body },
      {
        onSuccess: async (school) => {
          await queries.invalidateQueries()
          await navigate(schools)
          announce(t('schools.added', { name: school.name }))
        },
      },
    )
  }

  return (
    <div className="sheet">
      <PageHead
        title={t('schools.add')}
        lead={t('schools.addLead', { trust: organisation.name })}
        back={{ link: schools, label: t('schools.title') }}
      />
      <Form
        error={add.error}
        submit={t('schools.add')}
        busy={add.isPending}
        cancel={{ link: schools, label: t('form.cancel') }}
        onSubmit={send}
      >
        <OrganisationFields
          wish={wish}
          errorOf={of}
          onChange={(next) => {
            add.reset()
            setWish(next)
          }}
        />
      </Form>
    </div>
  )
}

/** One school of the trust. */
export function EditSchoolPage() {
  const { t } = useTranslation()
  const { id } = useParams({ strict: false })
  const { organisation, organisations } = usePlace()
  const navigate = useNavigate()
  const school = organisations.find((one) => one.id === id)
  if (!school) return <Missing />
  const schools = paths.schools({ slug: organisation.slug })
  return (
    <div className="sheet">
      <PageHead title={school.name} back={{ link: schools, label: t('schools.title') }} />
      <EditOrganisation
        key={school.id}
        organisation={school}
        cancel={{ link: schools, label: t('form.cancel') }}
        onSaved={async () => {
          await navigate(schools)
          announce(t('form.saved'))
        }}
      />
    </div>
  )
}
