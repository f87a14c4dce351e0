import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type StaffList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Loaded } from '../../ui/states.tsx'
import { DiscardDialog } from './discard-dialog.tsx'
import { Downloads } from './downloads.tsx'
import { sortUploads } from './history.ts'
import './history-page.css'
import { isAtWork } from './list-query.ts'
import { UploadRow } from './upload-row.tsx'

const SHOWN = 50
const ASK_AGAIN_MS = 2_000

/** Every upload and what became of it; those that wait for somebody stand on top. */
export function HistoryPage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const [discarding, setDiscarding] = useState<StaffList>()
  const [limit, setLimit] = useState(SHOWN)
  const query = api.useQuery(
    'get',
    '/api/v1/organisations/{id}/staff-lists',
    { params: { path: { id: organisation.id }, query: { limit } } },
    {
      refetchInterval: ({ state }) => (state.data?.data.some(isAtWork) ? ASK_AGAIN_MS : false),
      placeholderData: (before) => before,
    },
  )
  const upload = may(organisation.actions, 'staff_list.upload')
  const first = {
    link: paths.newStaffList({ slug: organisation.slug }),
    label: t('staffLists.history.upload'),
  }
  return (
    <div className="sheet">
      <PageHead
        title={t('staffLists.history.title')}
        lead={t(`staffLists.history.lead.${organisation.type}`)}
        action={query.data?.data.length ? <ActionLink filled {...first} {...upload} /> : null}
      />
      <Loaded query={query}>
        {({ data, next }) =>
          data.length === 0 ? (
            <Empty title={t('staffLists.history.none')} action={<ActionLink filled {...first} {...upload} />}>
              {t('staffLists.history.noneNext')}
            </Empty>
          ) : (
            <>
              <Uploads lists={data} onDiscard={setDiscarding} />
              {next ? (
                <p className="in below-choices">
                  <button type="button" className="link-button" onClick={() => setLimit(limit + SHOWN)}>
                    {t('staffLists.history.more')}
                  </button>
                </p>
              ) : null}
            </>
          )
        }
      </Loaded>
      <div className="end-of-sheet">{upload.allowed ? <Downloads /> : null}</div>
      {discarding ? <DiscardDialog list={discarding} onClose={() => setDiscarding(undefined)} /> : null}
    </div>
  )
}

function Uploads({ lists, onDiscard }: { lists: StaffList[]; onDiscard: (list: StaffList) => void }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { waiting, before } = sortUploads(lists)
  const school = organisation.type === 'trust'
  const parts = [
    { key: 'waiting', rows: waiting },
    { key: 'before', rows: before },
  ] as const
  return (
    <table className="register uploads">
      <caption className="unseen">{t('staffLists.history.list')}</caption>
      <colgroup>
        <col className="w-margin" />
        <col />
        {school ? <col className="w-school" /> : null}
        <col className="w-what" />
        <col className="w-state" />
        <col className="w-actions" />
      </colgroup>
      <thead>
        <tr>
          <td className="margin" />
          <th scope="col" className="lead">
            {t('staffLists.history.name')}
          </th>
          {school ? <th scope="col">{t('staffLists.history.school')}</th> : null}
          <th scope="col">{t('staffLists.history.what')}</th>
          <th scope="col">{t('staffLists.history.state')}</th>
          <th scope="col">
            <span className="unseen">{t('people.actions')}</span>
          </th>
        </tr>
      </thead>
      {parts.map(({ key, rows }) =>
        rows.length === 0 ? null : (
          <tbody key={key}>
            {waiting.length > 0 ? (
              <tr className="kind">
                <th colSpan={school ? 6 : 5} scope="rowgroup" className="lead">
                  <h2>{t(`staffLists.history.${key}`)}</h2>
                </th>
              </tr>
            ) : null}
            {rows.map((list) => (
              <UploadRow key={list.id} list={list} school={school} onDiscard={onDiscard} />
            ))}
          </tbody>
        ),
      )}
    </table>
  )
}
