import { Link } from '@tanstack/react-router'
import { House, KeyRound, Mail, School, Settings, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from './paths.ts'
import { usePlace } from './place.tsx'

/** The pages there are, and no others. Used twice: at the side, and in the drawer of a narrow screen. */
export function NavLinks({ onFollow }: { onFollow?: () => void }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const place = { slug: organisation.slug }
  const groups = [
    [
      { link: paths.home(place), icon: House, label: t('nav.home'), exact: true },
      ...(organisation.type === 'trust'
        ? [{ link: paths.schools(place), icon: School, label: t('nav.schools'), exact: false }]
        : []),
      { link: paths.people(place), icon: Users, label: t('nav.people'), exact: false },
    ],
    [
      { link: paths.units(place), icon: KeyRound, label: t('nav.access'), exact: false },
      { link: paths.email(place), icon: Mail, label: t('nav.email'), exact: false },
      { link: paths.settings(place), icon: Settings, label: t('nav.settings'), exact: false },
    ],
  ]
  return groups.map((group) => (
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
