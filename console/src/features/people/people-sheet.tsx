import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { may, type PeopleList, type Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Empty } from '../../ui/states.tsx'
import { InviteFirst } from './invite-first.tsx'
import { askAgain, isNarrowed, unfiltered } from './people-search.ts'
import { PeopleTable } from './people-table.tsx'
import type { PersonAction } from './person-actions.tsx'
import type { Selection } from './selection.ts'

const route = getRouteApi('/inside/s/$slug/people')

type PeopleSheetProps = {
  list: PeopleList
  stale: boolean
  chosen: Selection<Person>
  onTick: (chosen: Selection<Person>) => void
  onChoose: (action: PersonAction, person: Person) => void
}

/** The rows, or what to do where there are none. */
export function PeopleSheet({ list, stale, chosen, onTick, onChoose }: PeopleSheetProps) {
  const { organisation } = usePlace()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data, next, total } = list
  const link = paths.people({ slug: organisation.slug })
  const from = search.from ?? 0
  const everyone = !search.view && !isNarrowed(search)
  const mayInvite = may(list.actions, 'invitations.create').allowed
  const first =
    everyone && mayInvite && list.header.people <= 1 ? <InviteFirst alone={data.length > 0} /> : null
  if (data.length === 0) return first ?? <Nobody />
  return (
    <>
      <PeopleTable
        people={data}
        columns={{
          tick: mayResend(list),
          school: organisation.type === 'trust',
          inviter: search.view === 'invitations',
        }}
        sort={search.sort ?? 'urgency'}
        search={search.q}
        stale={stale}
        chosen={chosen}
        onSort={(sort) => navigate({ search: (now) => askAgain(now, { sort }), resetScroll: false })}
        onTick={onTick}
        onChoose={onChoose}
      />
      {first ?? (
        <Pager
          from={from}
          shown={data.length}
          total={total}
          first={search.after ? { ...link, search: askAgain(search, {}) } : undefined}
          next={next ? { ...link, search: { ...search, after: next, from: from + data.length } } : undefined}
        />
      )}
    </>
  )
}

/** Boxes to tick are for those who can do something with the ticks. */
const mayResend = ({ data, actions }: PeopleList): boolean =>
  may(actions, 'invitations.resend_all').allowed ||
  data.some((person) =>
    ['invitation.send', 'invitation.resend'].some((action) => may(person.actions, action).allowed),
  )

/** No match: what was asked for, and the way out of it. */
function Nobody() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  if (isNarrowed(search)) {
    return (
      <Empty
        title={search.q ? t('people.noMatchFor', { q: search.q }) : t('people.noMatch')}
        action={
          <Button variant="default" onClick={() => navigate({ search: unfiltered, resetScroll: false })}>
            {t('people.clearAll')}
          </Button>
        }
      >
        {t('people.noMatchNext')}
      </Empty>
    )
  }
  return <Empty title={t(`people.noneIn.${search.view ?? 'everyone'}`)} />
}
