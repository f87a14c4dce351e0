import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { AddressAnswer } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'

type AddressNoteProps = { answer: AddressAnswer; onInvite: () => void; onAgain: () => void }

/** Somebody has the address already: who, as far as one may know, and the one thing to do about it. */
export function AddressNote({ answer, onInvite, onAgain }: AddressNoteProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const sentence = useSentence()
  const back = api.useMutation('post', '/api/v1/people/{id}/reactivate')
  const { person, wayOn, detail, fits } = answer
  const link = person && paths.person({ slug: organisation.slug, id: person.id })

  function bringBack() {
    if (!person || back.isPending) return
    back.mutate(
      { params: { path: { id: person.id } }, body: {} },
      {
        onSuccess: async (moved) => {
          await queries.invalidateQueries()
          await navigate(paths.person({ slug: organisation.slug, id: person.id }))
          announce(moved.sentence)
        },
        onError: onAgain,
      },
    )
  }

  return (
    <div className="address-note" role="status">
      <p>{detail}</p>
      {back.error ? <p className="wrong">{sentence(problemOf(back.error))}</p> : null}
      <div className="buttons">
        {wayOn === 'reactivate' && person ? (
          <button
            type="button"
            className="button-link small"
            aria-disabled={back.isPending || undefined}
            onClick={bringBack}
          >
            {t('newcomer.reactivate', { name: person.name })}
          </button>
        ) : null}
        {wayOn === 'invite' && fits.includes('invite') ? (
          <button type="button" className="link-button" onClick={onInvite}>
            {t('newcomer.inviteInstead')}
          </button>
        ) : null}
        {link && wayOn !== 'invite' ? (
          <Link {...link}>{t('newcomer.open', { name: person?.name })}</Link>
        ) : null}
      </div>
    </div>
  )
}
