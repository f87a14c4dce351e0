import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { Disc } from '../../ui/disc.tsx'
import { BackLink, usePageTitle } from '../../ui/page-head.tsx'
import { RowMenu } from '../../ui/row-menu.tsx'
import { lastList } from './last-list.ts'
import { nameOf, type PersonAction, PersonActions } from './person-actions.tsx'
import { Status } from './status.tsx'

/** The next step in each status; what else there is stands in the menu. */
export const nextStep: Partial<Record<Person['status'], PersonAction>> = {
  not_invited: 'invitation.send',
  pending: 'invitation.resend',
  expired: 'invitation.resend',
  inactive: 'person.reactivate',
  locked: 'account.unlock',
}

const nextWords = {
  'invitation.send': 'people.send',
  'invitation.resend': 'people.resend',
  'person.reactivate': 'people.reactivate',
  'account.unlock': 'people.unlock',
} as const

/** Who it is, how they stand in one sentence, and the next thing to do about it. */
export function PersonHead({
  person,
  onChoose,
}: {
  person: Person
  onChoose: (action: PersonAction) => void
}) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const name = nameOf(person)
  const heading = usePageTitle(name)
  const find = (action: PersonAction | undefined) => person.actions.find((one) => one.action === action)
  const next = find(nextStep[person.status])
  const link = find('invitation.copy_link')
  const edit = find('roles.edit')
  const shown: PersonAction[] = next ? ['open', next.action as PersonAction] : ['open', 'roles.edit']
  return (
    <header className="in person-head">
      <BackLink
        link={{ ...paths.people({ slug: organisation.slug }), search: lastList(organisation.slug) }}
        label={t('people.title')}
      />
      <Disc givenName={person.givenName} familyName={person.familyName} large />
      <div className="line">
        <h1 ref={heading} tabIndex={-1}>
          {name}
        </h1>
        <div className="buttons">
          {link?.allowed ? (
            <ActionButton
              label={t('people.copyLink')}
              icon={<Copy size={18} strokeWidth={1.5} aria-hidden />}
              {...link}
              onChoose={() => onChoose('invitation.copy_link')}
            />
          ) : null}
          {next ? (
            <ActionButton
              filled
              label={t(nextWords[next.action as keyof typeof nextWords])}
              {...next}
              onChoose={() => onChoose(next.action as PersonAction)}
            />
          ) : edit ? (
            <ActionLink
              link={paths.personRoles({ slug: organisation.slug, id: person.id })}
              label={t('people.editRoles')}
              {...edit}
            />
          ) : null}
          {person.actions.some(({ action }) => !(shown as string[]).includes(action)) ? (
            <RowMenu label={t('person.moreActions', { name })}>
              <PersonActions person={person} without={shown} onChoose={onChoose} />
            </RowMenu>
          ) : null}
        </div>
      </div>
      <div className="sentence">
        <Status person={person} />
        <StatusSentence person={person} />
      </div>
    </header>
  )
}

function StatusSentence({ person }: { person: Person }) {
  const { t } = useTranslation()
  const name = person.givenName || nameOf(person)
  const detail = person.statusDetail ? ` ${asSentence(person.statusDetail)}` : ''
  if (person.problem) {
    return (
      <span>
        {t('person.troubled', { name })} {asSentence(person.problem)}
      </span>
    )
  }
  return <span>{t(`person.sentence.${person.status}`, { name }) + detail}</span>
}

/** A line of the server's as a sentence of its own. */
const asSentence = (line: string) =>
  `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.?]$/.test(line) ? '' : '.'}`
