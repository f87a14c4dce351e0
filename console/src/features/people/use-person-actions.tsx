import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { HOLD_SECONDS } from './hold.ts'
import { nameOf, type PersonAction } from './person-actions.tsx'
import type { Asking } from './person-dialogs.tsx'
import type { Done } from './use-outcome.ts'

const PersonDialog = lazy(() =>
  import('./person-dialogs.tsx').then((found) => ({ default: found.PersonDialog })),
)

/**
 * Does what a row's menu offers, and hands what comes of it to `settle`.
 * @param note what to know of email here, said along with what is sent: that nothing leaves while it is not set up
 */
export function usePersonActions(
  settle: (doing: Promise<Done>) => Promise<void>,
  note?: string | null,
): {
  start: (action: PersonAction, person: Person) => void
  dialog: ReactNode
} {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Asking>()
  const resend = api.useMutation('post', '/api/v1/invitations/{id}/resend')
  const send = api.useMutation('post', '/api/v1/organisations/{id}/invitations/resend')

  const unlocking = api.useMutation('post', '/api/v1/people/{id}/unlock')
  const staying = api.useMutation('post', '/api/v1/people/{id}/stay')

  const noted = (words: string) => (note ? `${words} ${note}` : words)

  async function sendFirst(person: Person): Promise<Done> {
    const { batchId, results } = await send.mutateAsync({
      params: { path: { id: person.organisation.id } },
      body: { people: [person.id], alsoNotInvited: true, holdSeconds: HOLD_SECONDS },
    })
    if (!batchId) throw { status: 409, code: 'not_sent', detail: results[0]?.detail }
    return { words: noted(t('people.sendQueued', { name: nameOf(person) })), batches: [batchId] }
  }

  async function sendAgain(person: Person): Promise<Done> {
    const { batchId } = await resend.mutateAsync({
      params: { path: { id: person.invitation?.id ?? '' } },
      body: { holdSeconds: HOLD_SECONDS },
    })
    return { words: noted(t('people.againQueued', { name: nameOf(person) })), batches: [batchId] }
  }

  async function unlock(person: Person): Promise<Done> {
    const { sentence } = await unlocking.mutateAsync({ params: { path: { id: person.id } } })
    return { words: sentence }
  }

  async function stay(person: Person): Promise<Done> {
    const { sentence } = await staying.mutateAsync({ params: { path: { id: person.id } } })
    return { words: sentence }
  }

  function start(action: PersonAction, person: Person) {
    const target = { slug: organisation.slug, id: person.id }
    switch (action) {
      case 'open':
        return void navigate(paths.person(target))
      case 'roles.edit':
        return void navigate(paths.personRoles(target))
      case 'person.edit':
        return void navigate(paths.personEdit(target))
      case 'account.unlock':
        return void settle(unlock(person))
      case 'account.reset_password':
      case 'account.sign_out':
        return setAsking({ about: action, person })
      case 'invitation.send':
        return void settle(sendFirst(person))
      case 'invitation.resend':
        return void settle(sendAgain(person))
      case 'invitation.cancel':
        return setAsking({ about: 'cancel', person })
      case 'invitation.copy_link':
        return setAsking({ about: 'link', person })
      case 'person.pause':
        return void navigate(paths.leave({ ...target, as: 'pause' }))
      case 'person.archive':
        return void navigate(paths.leave({ ...target, as: 'archive' }))
      case 'person.move':
        return void navigate(paths.leave({ ...target, as: 'move' }))
      case 'person.delete':
        return void navigate(paths.leave({ ...target, as: 'delete' }))
      case 'person.stay':
        return void settle(stay(person))
      case 'person.reactivate':
        return setAsking({ about: 'reactivate', person })
      default:
        return action satisfies never
    }
  }

  const close = () => setAsking(undefined)
  const dialog = asking ? (
    <Suspense>
      <PersonDialog {...asking} onDone={settle} onClose={close} />
    </Suspense>
  ) : null
  return { start, dialog }
}
