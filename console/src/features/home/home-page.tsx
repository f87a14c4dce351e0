import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { Task } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Loaded } from '../../ui/states.tsx'
import { StatusChip, StatusGlyph } from '../../ui/status-chip.tsx'
import './home-page.css'

/** What to do first. States are words, and only what is unfinished has colour. */
export function HomePage() {
  const { t } = useTranslation()
  const { organisation, me } = usePlace()
  const query = api.useQuery('get', '/api/v1/organisations/{id}/tasks', {
    params: { path: { id: organisation.id } },
  })
  const tasks = query.data?.data.filter(isKnown)
  const done = tasks?.filter((task) => task.state === 'done').length ?? 0
  const left = tasks?.filter((task) => task.state === 'to_do').length ?? 0
  const lead = !tasks?.length
    ? '\u00a0'
    : left === 0
      ? t('home.nothing')
      : t('home.progress', { done, total: tasks.length, count: left })
  return (
    <div className="sheet">
      <PageHead title={t('home.title', { name: me.givenName })} lead={lead} />
      <Loaded query={query} rows={5}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={t('home.none')}>{t('home.noneNext')}</Empty>
          ) : (
            <ul className="marginlist tasks">
              {data.filter(isKnown).map((task) => (
                <TaskRow key={task.task} task={task} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}

type KnownTask = keyof typeof pageFor

/** Each task, and the page that does it. One this console does not know yet has no page here, so it is not shown. */
const pageFor = {
  not_registered: (place: { slug: string }) =>
    ({ ...paths.people(place), search: { view: 'not_registered' } }) as const,
  leavers: (place: { slug: string }) => ({ ...paths.people(place), search: { view: 'leavers' } }) as const,
  add_schools: paths.schools,
  upload_staff_list: paths.newStaffList,
  add_people: paths.invite,
  add_units: paths.units,
  set_up_email: paths.email,
  appoint_another_admin: paths.people,
  add_domains: paths.settings,
}

const isKnown = (task: Task): task is Task & { task: KnownTask } => Object.hasOwn(pageFor, task.task)

function TaskRow({ task }: { task: Task & { task: KnownTask } }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <li className={task.state}>
      <span className="mark">{task.state === 'done' ? <StatusGlyph glyph="active" /> : null}</span>
      <div>
        <Link {...pageFor[task.task]({ slug: organisation.slug })}>{t(`home.task.${task.task}`)}</Link>
        <span className="sub">{task.detail}</span>
      </div>
      {task.state === 'to_do' ? (
        <StatusChip
          glyph="not_invited"
          tone={task.task === 'appoint_another_admin' ? 'warn' : 'info'}
          label={t('home.state.to_do')}
        />
      ) : (
        <span className="state">{t(`home.state.${task.state}`)}</span>
      )}
    </li>
  )
}
