import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { PersonRoles } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form } from '../../ui/form.tsx'
import { announce } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { PermissionGroups } from './permission-groups.tsx'
import { RoleChoices } from './role-choices.tsx'
import { RoleConsequences, useRoleConsequences } from './role-consequences.tsx'
import { draftOf, givenOf, type RoleDraft } from './role-draft.ts'

/** What one person may do here: their roles, and the permissions on top. */
export function RolesPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams({ strict: false })
  const { organisation } = usePlace()
  const query = api.useQuery(
    'get',
    '/api/v1/people/{id}/roles',
    { params: { path: { id } } },
    { staleTime: 0, gcTime: 0 },
  )
  const slug = organisation.slug
  return (
    <div className="sheet">
      <PageHead
        title={t('roles.title')}
        lead={
          query.data ? t('roles.lead', { name: query.data.person.name, place: organisation.name }) : '\u00a0'
        }
        back={{ link: paths.person({ slug, id }), label: query.data?.person.name ?? t('people.title') }}
      />
      <Loaded query={query}>{(roles) => <RolesForm id={id} roles={roles} />}</Loaded>
    </div>
  )
}

function RolesForm({ id, roles }: { id: string; roles: PersonRoles }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [drafts, setDrafts] = useState<RoleDraft[]>(() => draftOf(roles.roles))
  const [granted, setGranted] = useState(() =>
    roles.permissions.filter((one) => one.granted).map((one) => one.permission),
  )
  const save = api.useMutation('put', '/api/v1/people/{id}/roles')
  const person = paths.person({ slug: organisation.slug, id })

  const wish = { roles: givenOf(drafts), permissions: granted }
  const [atFirst] = useState(() => JSON.stringify(wish))
  const known = useRoleConsequences(id, wish, JSON.stringify(wish) !== atFirst)
  const blocked = known !== undefined && known.blocks.length > 0

  function send() {
    save.mutate(
      { params: { path: { id } }, body: wish },
      {
        onSuccess: async () => {
          await queries.invalidateQueries()
          await navigate(person)
          announce(t('roles.saved', { name: roles.person.name }))
        },
      },
    )
  }

  const fields = (
    <>
      <RoleChoices roles={roles} drafts={drafts} onChange={setDrafts} />
      <PermissionGroups
        permissions={roles.permissions}
        editable={roles.editable}
        granted={granted}
        onChange={setGranted}
      />
      {known ? <RoleConsequences known={known} /> : null}
    </>
  )
  if (!roles.editable) {
    return (
      <>
        {roles.reason ? <p className="in say">{roles.reason}</p> : null}
        {fields}
      </>
    )
  }
  return (
    <Form
      error={save.error}
      submit={t('form.save')}
      busy={save.isPending}
      cancel={{ link: person, label: t('form.cancel') }}
      end={drafts.length === 0 ? t('roles.noneLeft', { name: roles.person.name }) : known?.changes[0]}
      {...(blocked ? { reason: known.blocks[0]?.sentence } : {})}
      onSubmit={send}
    >
      {fields}
    </Form>
  )
}
