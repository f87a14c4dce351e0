import { Link } from '@tanstack/react-router'
import {
  Activity,
  Armchair,
  ClipboardList,
  House,
  KeyRound,
  Mail,
  School,
  Settings,
  Users,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { may } from '../api/types.ts'
import { seesOnlySeats } from './only-seats.ts'
import { paths } from './paths.ts'
import { usePlace } from './place.tsx'

/** The pages there are that this person can use here, as the server says, and no others. Used twice: at the side, and in the drawer of a narrow screen. */
export function NavLinks({ onFollow }: { onFollow?: () => void }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const place = { slug: organisation.slug }
  const seesPeople = may(organisation.actions, 'users.view').allowed
  const seesLists = ['staff_list.view', 'staff_list.upload'].some(
    (action) => may(organisation.actions, action).allowed,
  )
  const seesActivity = may(organisation.actions, 'audit.view').allowed
  const seesSeats = may(organisation.actions, 'seats.view').allowed
  const onlySeats = seesOnlySeats(organisation)
  const edits = may(organisation.actions, 'organisations.edit').allowed
  const groups = [
    [
      ...(onlySeats ? [] : [{ link: paths.home(place), icon: House, label: t('nav.home'), exact: true }]),
      ...(organisation.type === 'trust' && !onlySeats
        ? [{ link: paths.schools(place), icon: School, label: t('nav.schools'), exact: false }]
        : []),
      ...(seesPeople
        ? [{ link: paths.people(place), icon: Users, label: t('nav.people'), exact: false }]
        : []),
      ...(seesLists
        ? [
            {
              link: paths.staffLists(place),
              icon: ClipboardList,
              label: t('nav.staffList'),
              exact: false,
            },
          ]
        : []),
    ],
    [
      ...(onlySeats
        ? []
        : [{ link: paths.units(place), icon: KeyRound, label: t('nav.access'), exact: false }]),
      ...(seesActivity
        ? [{ link: paths.activity(place), icon: Activity, label: t('nav.activity'), exact: false }]
        : []),
      ...(seesPeople ? [{ link: paths.email(place), icon: Mail, label: t('nav.email'), exact: false }] : []),
      ...(seesSeats
        ? [{ link: paths.seats(place), icon: Armchair, label: t('nav.seats'), exact: false }]
        : []),
      ...(edits
        ? [{ link: paths.settings(place), icon: Settings, label: t('nav.settings'), exact: false }]
        : []),
    ],
  ]
  return groups
    .filter((group) => group.length > 0)
    .map((group) => (
      <ul key={group[0]?.label}>
        {group.map(({ link, icon: Icon, label, exact }) => (
          <li key={label}>
            <Link
              {...link}
              activeOptions={{ exact, includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
              onClick={() => onFollow?.()}
            >
              <Icon size={20} strokeWidth={1.5} aria-hidden />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    ))
}
