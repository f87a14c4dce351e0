import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { PersonDetail } from '../../api/types.ts'
import { Missing } from '../../app/missing.tsx'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Loaded } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { OutcomeBar } from './outcome-bar.tsx'
import { PersonAccess } from './person-access.tsx'
import { nameOf, type PersonAction } from './person-actions.tsx'
import { PersonActivity, PersonEmails } from './person-happenings.tsx'
import { PersonHead } from './person-head.tsx'
import { PersonOverview } from './person-overview.tsx'
import './person-page.css'
import { useOutcome } from './use-outcome.ts'
import { isOnItsWay } from './use-people.ts'
import { usePersonActions } from './use-person-actions.tsx'

const tabs = ['overview', 'access', 'emails', 'activity'] as const
export type PersonTab = (typeof tabs)[number]
const LOOK_AGAIN_MS = 2_000

/** One person in one organisation: a sentence on how they stand, and behind tabs what is known of them. */
export function PersonPage() {
  const { id = '', tab = 'overview' } = useParams({ strict: false })
  const query = api.useQuery(
    'get',
    '/api/v1/people/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (isOnItsWay(state.data?.invitation ?? null) ? LOOK_AGAIN_MS : false) },
  )
  const known = tabs.find((one) => one === tab)
  if (!known) return <Missing />
  return (
    <div className="sheet wide">
      <Loaded query={query}>{(person) => <PersonSheet key={person.id} person={person} tab={known} />}</Loaded>
    </div>
  )
}

function PersonSheet({ person, tab }: { person: PersonDetail; tab: PersonTab }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { outcome, settle, clear } = useOutcome()
  const actions = usePersonActions(settle)
  const start = (action: PersonAction) => actions.start(action, person)
  const place = { slug: organisation.slug, id: person.id }
  return (
    <>
      <PersonHead person={person} onChoose={start} />
      <TabLinks
        name={t('person.tabs', { name: nameOf(person) })}
        tabs={tabs.map((one) => ({
          key: one,
          label: t(`person.tab.${one}`),
          current: one === tab,
          link: one === 'overview' ? paths.person(place) : paths.personTab({ ...place, tab: one }),
        }))}
      />
      {tab === 'overview' ? <PersonOverview person={person} onChoose={start} /> : null}
      {tab === 'access' ? <PersonAccess person={person} /> : null}
      {tab === 'emails' ? <PersonEmails person={person} /> : null}
      {tab === 'activity' ? <PersonActivity person={person} /> : null}
      <div className="people-foot">
        <OutcomeBar outcome={outcome} onClose={clear} />
      </div>
      {actions.dialog}
    </>
  )
}
