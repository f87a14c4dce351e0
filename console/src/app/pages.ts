import {
  Activity,
  Armchair,
  ClipboardList,
  House,
  KeyRound,
  type LucideIcon,
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

type Kind = keyof typeof looks
export type Page = {
  kind: Kind
  link: ReturnType<(typeof looks)[Kind]['path']>
  icon: LucideIcon
  label: string
}

/** Every page that one goes to by its name, in the two groups they stand in at the side. */
const looks = {
  home: { path: paths.home, icon: House, group: 0 },
  schools: { path: paths.schools, icon: School, group: 0 },
  people: { path: paths.people, icon: Users, group: 0 },
  staffList: { path: paths.staffLists, icon: ClipboardList, group: 0 },
  access: { path: paths.units, icon: KeyRound, group: 1 },
  activity: { path: paths.activity, icon: Activity, group: 1 },
  email: { path: paths.email, icon: Mail, group: 1 },
  seats: { path: paths.seats, icon: Armchair, group: 1 },
  settings: { path: paths.settings, icon: Settings, group: 1 },
} as const

/** The key after `g` that leads to a page from anywhere. */
export const GO_KEYS: Partial<Record<Kind, string>> = { home: 'h', people: 'p', activity: 'a' }

/**
 * The pages there are that this person can use here, as the server says, and no others. Whatever leads to a page asks
 * here, so that none is offered in one place and missing in another.
 */
export function usePages(): Page[][] {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const sees = (...actions: string[]) => actions.some((action) => may(organisation.actions, action).allowed)
  const onlySeats = seesOnlySeats(organisation)
  const shown: Record<Kind, boolean> = {
    home: !onlySeats,
    schools: organisation.type === 'trust' && !onlySeats,
    people: sees('users.view'),
    staffList: sees('staff_list.view', 'staff_list.upload'),
    access: !onlySeats,
    activity: sees('audit.view'),
    email: sees('users.view'),
    seats: sees('seats.view'),
    settings: sees('organisations.edit'),
  }
  const pages = (Object.keys(looks) as Kind[]).filter((kind) => shown[kind])
  const page = (kind: Kind): Page => ({
    kind,
    link: looks[kind].path({ slug: organisation.slug }),
    icon: looks[kind].icon,
    label: t(`nav.${kind}`),
  })
  return [0, 1]
    .map((group) => pages.filter((kind) => looks[kind].group === group).map(page))
    .filter((group) => group.length > 0)
}
