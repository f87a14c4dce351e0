import { getRouteApi } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { Keyboard, Send } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeopleList, Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RowAction, RowMenu } from '../../ui/row-menu.tsx'
import { Loaded } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { AddPeople } from '../invitations/add-people.tsx'
import { MailBanner } from '../messages/mail-banner.tsx'
import { keepColumns, needsFacts, readColumns } from './columns.ts'
import { ColumnsButton } from './columns-button.tsx'
import type { ExportFormat } from './export-dialog.tsx'
import { ExportItems } from './export-items.tsx'
import { FullList } from './full-list.tsx'
import { rememberList } from './last-list.ts'
import { OutcomeBar } from './outcome-bar.tsx'
import { PeopleFilters } from './people-filters.tsx'
import { PeopleSheet } from './people-sheet.tsx'
import './people-page.css'
import { filterOf, views, whoIsListed } from './people-search.ts'
import { type Whom, whomOf } from './resend.ts'
import type { Selection } from './selection.ts'
import { useOutcome } from './use-outcome.ts'
import { usePeople, useViewCounts } from './use-people.ts'
import { usePersonActions } from './use-person-actions.tsx'

const route = getRouteApi('/inside/s/$slug/people')
const nobody: Selection<Person> = new Map()
/** From so many ticked on there is something to do with them together. */
const SEVERAL = 2
const BulkBar = lazy(() => import('./bulk-bar.tsx').then((found) => ({ default: found.BulkBar })))
const ExportViewDialog = lazy(() =>
  import('./export-view-dialog.tsx').then((found) => ({ default: found.ExportViewDialog })),
)
const PostsCheck = lazy(() =>
  import('../newcomers/posts-check.tsx').then((found) => ({ default: found.PostsCheck })),
)
const ResendDialog = lazy(() =>
  import('./resend-dialog.tsx').then((found) => ({ default: found.ResendDialog })),
)
const ShortcutsDialog = lazy(() =>
  import('./shortcuts-dialog.tsx').then((found) => ({ default: found.ShortcutsDialog })),
)

/** The register: everybody here, one status each. The address holds the whole state of the list. */
export function PeoplePage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const [columns, setColumns] = useState(readColumns)
  const query = usePeople(needsFacts(columns))
  const { outcome, settle, say, clear } = useOutcome()
  const [chosen, setChosen] = useState(nobody)
  const [everyone, setEveryone] = useState(false)
  const [listed, setListed] = useState(organisation.id + whoIsListed(search))
  const [asking, setAsking] = useState<{ whom: Whom[]; title: string }>()
  const [exporting, setExporting] = useState<ExportFormat>()
  const [help, setHelp] = useState(false)
  const list = query.data
  const mail = list?.mail.mode === 'captured' ? list.mail.sentence : null
  const actions = usePersonActions(settle, mail)
  useEffect(() => rememberList(organisation.slug, search), [organisation.slug, search])

  // Ticks are for the people one can see or turn the page to; another question is another list.
  const nowListed = organisation.id + whoIsListed(search)
  if (listed !== nowListed) {
    setListed(nowListed)
    if (chosen.size > 0) {
      setChosen(nobody)
      setEveryone(false)
      say(t('people.ticksGone'))
    }
  }

  const create = list?.actions.find((one) => one.action === 'invitations.create')
  const resendAll = list?.actions.find((one) => one.action === 'invitations.resend_all')
  return (
    <div className="sheet">
      <PageHead
        title={t('people.title')}
        lead={list ? headline(list.header, organisation.type === 'trust', t) : '\u00a0'}
        action={
          <div className="buttons">
            {create?.allowed ? <AddPeople /> : null}
            <RowMenu label={t('people.moreFor')}>
              {resendAll ? (
                <RowAction
                  icon={<Send size={18} strokeWidth={1.5} aria-hidden />}
                  label={t('people.resendAll')}
                  allowed={resendAll.allowed}
                  reason={resendAll.reason}
                  onChoose={() =>
                    setAsking({
                      whom: [{ organisationId: organisation.id, people: 'everyone' }],
                      title: t('people.resendAllTitle', { place: organisation.name }),
                    })
                  }
                />
              ) : null}
              <ExportItems actions={list?.actions ?? []} onChoose={setExporting} />
              <RowAction
                icon={<Keyboard size={18} strokeWidth={1.5} aria-hidden />}
                label={t('peopleList.shortcuts')}
                allowed
                onChoose={() => setHelp(true)}
              />
            </RowMenu>
          </div>
        }
      />
      {list ? <MailBanner mail={list.mail} /> : null}
      {list ? (
        <Suspense>
          <PostsCheck />
        </Suspense>
      ) : null}
      {list ? <Views counts={list.views} /> : null}
      {list ? (
        <PeopleFilters list={list}>
          <ColumnsButton
            chosen={columns}
            onChange={(next) => {
              keepColumns(next)
              setColumns(next)
            }}
          />
        </PeopleFilters>
      ) : null}
      {list?.fullList ? <FullList list={list.fullList} /> : null}
      <Loaded query={query}>
        {(data) => (
          <PeopleSheet
            list={data}
            stale={query.isPlaceholderData}
            chosen={chosen}
            columns={columns}
            onTick={(next) => {
              if (next.size !== chosen.size) setEveryone(false)
              setChosen(next)
              clear()
            }}
            onChoose={actions.start}
            onRefused={say}
          />
        )}
      </Loaded>
      <div className="people-foot">
        <OutcomeBar outcome={outcome} onClose={clear} />
        {chosen.size >= SEVERAL ? (
          <Suspense>
            <BulkBar
              chosen={chosen}
              rows={list?.data ?? []}
              total={list?.total}
              everyone={everyone ? { filter: filterOf(search, organisation.type === 'trust') } : undefined}
              onEveryone={() => setEveryone(true)}
              onResend={() =>
                setAsking({ whom: whomOf([...chosen.values()]), title: t('people.resendTitle') })
              }
              onClear={() => {
                setChosen(nobody)
                setEveryone(false)
              }}
            />
          </Suspense>
        ) : null}
      </div>
      {actions.dialog}
      {exporting ? (
        <Suspense>
          <ExportViewDialog format={exporting} onClose={() => setExporting(undefined)} />
        </Suspense>
      ) : null}
      {help ? (
        <Suspense>
          <ShortcutsDialog ofList onClose={() => setHelp(false)} />
        </Suspense>
      ) : null}
      {asking ? (
        <Suspense>
          <ResendDialog
            {...asking}
            mail={mail}
            onSent={({ queued, batches }) => {
              setAsking(undefined)
              setChosen(nobody)
              return settle(Promise.resolve({ words: t('people.resendQueued', { count: queued }), batches }))
            }}
            onClose={() => setAsking(undefined)}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

function Views({ counts }: { counts: PeopleList['views'] }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { view, sort } = route.useSearch()
  const link = paths.people({ slug: organisation.slug })
  const more = useViewCounts()
  const all: Partial<Record<string, number>> = { ...more, ...counts }
  return (
    <TabLinks
      name={t('people.views')}
      tabs={([undefined, ...views] as const).map((one) => ({
        key: one ?? 'everyone',
        label: t(`people.view.${one ?? 'everyone'}`),
        count: all[one ?? 'everyone'],
        current: view === one,
        link: { ...link, search: { ...(one ? { view: one } : {}), ...(sort ? { sort } : {}) } },
      }))}
    />
  )
}

/** "182 people, 166 registered (91%)"; at a trust, one person can hold several places, so both are said. */
function headline(header: PeopleList['header'], trust: boolean, t: TFunction): string {
  const { people, places, registered } = header
  const who =
    trust && places !== people
      ? t('people.inPlaces', { people: t('people.count', { count: people }), count: places })
      : t('people.count', { count: people })
  const share = people > 1 ? t('people.share', { percent: Math.round((registered / people) * 100) }) : ''
  return t('people.headline', { who, registered, share })
}
