import {
  Archive,
  ArrowRightLeft,
  CalendarX,
  Copy,
  CornerDownLeft,
  KeyRound,
  LockOpen,
  LogOut,
  type LucideIcon,
  MailX,
  Pause,
  Pencil,
  Play,
  Send,
  Trash2,
  UserPen,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Action, Person } from '../../api/types.ts'
import { RowAction } from '../../ui/row-menu.tsx'

const looks = {
  open: { icon: CornerDownLeft, words: 'people.open' },
  'invitation.send': { icon: Send, words: 'people.send' },
  'invitation.resend': { icon: Send, words: 'people.resend' },
  'invitation.cancel': { icon: MailX, words: 'people.cancelInvitation' },
  'invitation.copy_link': { icon: Copy, words: 'people.copyLink' },
  'roles.edit': { icon: Pencil, words: 'people.editRoles' },
  'person.edit': { icon: UserPen, words: 'people.editDetails' },
  'account.unlock': { icon: LockOpen, words: 'people.unlock' },
  'account.reset_password': { icon: KeyRound, words: 'people.sendReset' },
  'account.sign_out': { icon: LogOut, words: 'people.signOut' },
  'person.move': { icon: ArrowRightLeft, words: 'people.move' },
  'person.pause': { icon: Pause, words: 'people.pause' },
  'person.archive': { icon: Archive, words: 'people.archive' },
  'person.stay': { icon: CalendarX, words: 'people.stay' },
  'person.reactivate': { icon: Play, words: 'people.reactivate' },
  'person.delete': { icon: Trash2, words: 'people.delete' },
} as const satisfies Record<string, { icon: LucideIcon; words: string }>

export type PersonAction = keyof typeof looks

export const nameOf = (person: { givenName: string; familyName: string; email: string }): string =>
  `${person.givenName} ${person.familyName}`.trim() || person.email

type PersonActionsProps = {
  person: Person
  /** What the page already offers elsewhere. */
  without?: PersonAction[]
  onChoose: (action: PersonAction) => void
}

/** What the server says may be done with somebody, in its order. What may not be done here stays, with the reason. */
export function PersonActions({ person, without = [], onChoose }: PersonActionsProps) {
  const { t } = useTranslation()
  return person.actions.filter(isKnown).map(({ action, allowed, reason }) => {
    if (without.includes(action)) return null
    const { icon: Icon, words } = looks[action]
    return (
      <RowAction
        key={action}
        icon={<Icon size={18} strokeWidth={1.5} aria-hidden />}
        label={t(words)}
        allowed={allowed}
        reason={reason}
        onChoose={() => onChoose(action)}
      />
    )
  })
}

type Known = Action & { action: PersonAction }
const isKnown = (action: Action): action is Known => Object.hasOwn(looks, action.action)
