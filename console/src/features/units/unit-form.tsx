import { Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type Unit, type UnitKind } from '../../api/types.ts'
import { Missing } from '../../app/missing.tsx'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form, useProblem } from '../../ui/form.tsx'
import { announce } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { selfAndBelow, unitKinds } from './unit.ts'

/** A new department, group, subject or class. */
export function AddUnitPage() {
  return <UnitSheet id={undefined} />
}

/** One that exists: its name, its parent and who sees it. Its kind stays what it was. */
export function EditUnitPage() {
  const { id } = useParams({ strict: false })
  return <UnitSheet id={id} />
}

function UnitSheet({ id }: { id: string | undefined }) {
  const { organisation } = usePlace()
  const query = api.useQuery('get', '/api/v1/organisations/{id}/units', {
    params: { path: { id: organisation.id } },
  })
  return (
    <Loaded query={query}>
      {({ data }) => {
        const unit = data.find((one) => one.id === id)
        return id && !unit ? <Missing /> : <UnitForm unit={unit} units={data} />
      }}
    </Loaded>
  )
}

function UnitForm({ unit, units }: { unit: Unit | undefined; units: Unit[] }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [name, setName] = useState(unit?.name ?? '')
  const [kind, setKind] = useState<UnitKind>(unit?.kind ?? 'department')
  const [parentId, setParentId] = useState(unit?.parentId ?? null)
  const [hidden, setHidden] = useState(unit?.private ?? false)
  const add = api.useMutation('post', '/api/v1/organisations/{id}/units')
  const edit = api.useMutation('patch', '/api/v1/units/{id}')
  const { error, isPending } = unit ? edit : add
  const { of } = useProblem(error)
  const list = paths.units({ slug: organisation.slug })
  const notUnder = unit ? selfAndBelow(unit.id, units) : new Set<string>()
  const manage = unit ? may(unit.actions, 'units.manage') : { allowed: true }
  const closed = !manage.allowed

  async function saved() {
    await queries.invalidateQueries()
    await navigate(list)
    announce(t(unit ? 'units.changed' : 'units.added', { name: name.trim() }))
  }
  function send() {
    const wish = { name: name.trim(), parentId, private: hidden }
    if (unit) edit.mutate({ params: { path: { id: unit.id } }, body: wish }, { onSuccess: saved })
    else
      add.mutate({ params: { path: { id: organisation.id } }, body: { ...wish, kind } }, { onSuccess: saved })
  }

  const fields = (
    <>
      <div className="in fields">
        <TextInput
          id="name"
          label={t('units.name')}
          autoComplete="off"
          disabled={closed}
          value={name}
          error={of('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          id="kind"
          label={t('units.kind')}
          {...(unit ? { description: t('units.kindFixed') } : {})}
          allowDeselect={false}
          disabled={closed || unit !== undefined}
          data={unitKinds.map((value) => ({ value, label: t(`units.oneKind.${value}`) }))}
          value={kind}
          error={of('kind')}
          onChange={(value) => value && setKind(value as UnitKind)}
        />
        <Select
          id="parentId"
          label={t('units.parent')}
          description={t('units.parentHint')}
          searchable
          clearable
          disabled={closed}
          placeholder={t('units.noParent')}
          data={units
            .filter((one) => !notUnder.has(one.id))
            .map((one) => ({ value: one.id, label: one.name }))}
          value={parentId}
          error={of('parentId')}
          onChange={setParentId}
          clearButtonProps={{ 'aria-label': t('units.clearParent') }}
          nothingFoundMessage={t('units.noneFound')}
        />
      </div>
      <fieldset disabled={closed}>
        <legend className="in legend">{t('units.seenBy')}</legend>
        <div className="choices">
          {([false, true] as const).map((value) => (
            <div key={String(value)} className={`choice${hidden === value ? ' on' : ''}`}>
              <input
                type="radio"
                name="private"
                id={`private-${value}`}
                checked={hidden === value}
                onChange={() => setHidden(value)}
              />
              <label htmlFor={`private-${value}`}>
                <b>{t(value ? 'units.privateName' : 'units.publicName')}</b>
                <span>{t(value ? 'units.privateMeans' : 'units.publicMeans')}</span>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </>
  )
  return (
    <div className="sheet">
      <PageHead
        title={unit ? unit.name : t('units.add')}
        lead={closed ? (manage.reason ?? t('organisation.lookOnly')) : undefined}
        back={{ link: list, label: t('units.title') }}
      />
      {closed ? (
        fields
      ) : (
        <Form
          error={error}
          submit={t(unit ? 'form.save' : 'units.add')}
          busy={isPending}
          cancel={{ link: list, label: t('form.cancel') }}
          onSubmit={send}
        >
          {fields}
        </Form>
      )}
    </div>
  )
}
