import { getRouteApi } from '@tanstack/react-router'
import { may, type PeopleList, type Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Pager } from '../../ui/pager.tsx'
import type { Column } from './columns.ts'
import { InviteFirst } from './invite-first.tsx'
import { Nobody, NotListed } from './nobody.tsx'
import { askAgain, isNarrowed } from './people-search.ts'
import { PeopleTable } from './people-table.tsx'
import type { PersonAction } from './person-actions.tsx'
import type { Selection } from './selection.ts'

const route = getRouteApi('/inside/s/$slug/people')

type PeopleSheetProps = {
  list: PeopleList
  stale: boolean
  chosen: Selection<Person>
  onTick: (chosen: Selection<Person>) => void
  columns: Column[]
  onChoose: (action: PersonAction, person: Person) => void
  onRefused: (reason: string) => void
}

/** The rows, or what to do where there are none. */
export function PeopleSheet(props: PeopleSheetProps) {
  const { list, stale, chosen, columns, onTick, onChoose, onRefused } = props
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
  if (data.length === 0) return first ?? <Nobody list={list} />
  return (
    <>
      <NotListed addresses={list.addresses} />
      <PeopleTable
        people={data}
        columns={{
          tick: mayChooseMany(list),
          school: organisation.type === 'trust',
          inviter: search.view === 'invitations',
          chosen: columns,
        }}
        sort={search.sort ?? 'urgency'}
        search={search.q}
        stale={stale}
        chosen={chosen}
        onSort={(sort) => navigate({ search: (now) => askAgain(now, { sort }), resetScroll: false })}
        onTick={onTick}
        onChoose={onChoose}
        onRefused={onRefused}
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
const mayChooseMany = ({ data, actions }: PeopleList): boolean =>
  may(actions, 'invitations.resend_all').allowed ||
  data.some((person) => MANY.some((action) => may(person.actions, action).allowed))

/** What can also be done to many. */
const MANY = ['invitation.send', 'invitation.resend', 'person.archive', 'person.reactivate', 'account.unlock']
