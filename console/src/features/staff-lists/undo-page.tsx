import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { StaffList, StaffListUndo } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import './apply.css'
import { useStaffList } from './list-query.ts'
import { emphasised } from './plan.ts'
import { Pieces } from './words-of.tsx'

/** How many of those put back are named before one asks for the others: the button is not to be a long way below. */
const NAMED_AT_FIRST = 8

/** What undoing an upload would put back, what it keeps and why, and what nobody can take back; then the button. */
export function UndoPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams({ strict: false })
  const { organisation } = usePlace()
  const { query: list } = useStaffList(id)
  const open = list.data?.state === 'applied'
  const query = api.useQuery(
    'get',
    '/api/v1/staff-lists/{id}/undo',
    { params: { path: { id } } },
    { enabled: open },
  )
  const place = { slug: organisation.slug, id }
  if (list.data && !open) return <Navigate {...paths.staffListDone(place)} replace />
  return (
    <div className="sheet">
      <PageHead
        title={t('staffLists.undo.title')}
        lead={query.data ? <Pieces pieces={emphasised(query.data.summary)} /> : '\u00a0'}
        back={{ link: paths.staffListDone(place), label: list.data?.fileName ?? t('staffLists.undo.back') }}
      />
      <Loaded query={query}>
        {(preview) => (list.data ? <Preview list={list.data} preview={preview} /> : null)}
      </Loaded>
    </div>
  )
}

function Preview({ list, preview }: { list: StaffList; preview: StaffListUndo }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const { keep } = useStaffList(list.id)
  const send = api.useMutation('post', '/api/v1/staff-lists/{id}/undo')
  const place = { slug: organisation.slug, id: list.id }
  const kept = preview.people.filter((person) => person.outcome === 'kept')
  const reversed = preview.people.filter((person) => person.outcome === 'reversed')

  const [whole, setWhole] = useState(false)
  const others = reversed.length - NAMED_AT_FIRST

  async function undo() {
    const next = await send.mutateAsync({ params: { path: { id: list.id } } }).catch(() => undefined)
    if (!next) return
    keep(next)
    await navigate(paths.staffListDone(place))
  }

  return (
    <Form
      error={send.error}
      submit={t('staffLists.undo.submit')}
      busy={send.isPending}
      cancel={{ link: paths.staffListDone(place), label: t('staffLists.undo.leave') }}
      end={t('staffLists.undo.recorded')}
      onSubmit={undo}
    >
      {preview.cannot.map((sentence) => (
        <div key={sentence} className="in banner">
          <span className="mark" aria-hidden>
            !
          </span>
          <p>{sentence}</p>
        </div>
      ))}
      <People title={t('staffLists.undo.kept', { count: preview.kept })} mark="=" people={kept} />
      <People
        title={t('staffLists.undo.reversed', { count: preview.reversed })}
        mark="~"
        people={whole ? reversed : reversed.slice(0, NAMED_AT_FIRST)}
      />
      {others > 0 ? (
        <p className="in more-people">
          <button
            type="button"
            className="link-button"
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
          >
            {t(whole ? 'staffLists.done.hide' : 'staffLists.check.showOthers', { count: others })}
          </button>
        </p>
      ) : null}
      {preview.more > 0 ? (
        <p className="in more-people">{t('staffLists.undo.more', { count: preview.more })}</p>
      ) : null}
    </Form>
  )
}

type PeopleProps = { title: string; mark: string; people: StaffListUndo['people'] }

function People({ title, mark, people }: PeopleProps) {
  const { organisation } = usePlace()
  if (people.length === 0) return null
  return (
    <section>
      <div className="in section">
        <h2>{title}</h2>
      </div>
      <ul className="marginlist undo-list">
        {people.map(({ personId, name, what, reason }) => (
          <li key={`${personId} ${what}`}>
            <span className="mark" aria-hidden>
              {mark}
            </span>
            <div className="line">
              <Link {...paths.person({ slug: organisation.slug, id: personId })}>
                <b>{name}</b>
              </Link>
              <span>
                {what}
                {reason ? <span className="sub">{reason}</span> : null}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
