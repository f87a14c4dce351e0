import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { PersonEdit } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import './waiting-email.css'

type Waiting = NonNullable<PersonEdit['waitingEmail']>

/** A new address that waits to be confirmed, and the way to call it off. */
export function WaitingEmail({ id, waiting, may = true }: { id: string; waiting: Waiting; may?: boolean }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const sentence = useSentence()
  const queries = useQueryClient()
  const [wrong, setWrong] = useState('')
  const cancel = api.useMutation('delete', '/api/v1/people/{id}/email-change')
  const asked = sayMoment(waiting.at, { timeZone: organisation.timeZone, locale: i18n.language })

  async function callOff() {
    setWrong('')
    await cancel.mutateAsync({ params: { path: { id } } }).then(
      async (done) => {
        await queries.invalidateQueries()
        announce(done.sentence)
        document.getElementById('main')?.focus()
      },
      (failure) => setWrong(sentence(problemOf(failure))),
    )
  }

  return (
    <div className="in waiting-email">
      <p>
        {t(waiting.by ? 'editPerson.waits' : 'editPerson.waitsUnnamed', {
          email: waiting.email,
          name: waiting.by,
          asked,
        })}
      </p>
      {wrong ? (
        <p role="alert" className="wrong">
          {wrong}
        </p>
      ) : null}
      {may ? (
        <button type="button" className="link-button" onClick={callOff}>
          {t('editPerson.waitsOff')}
        </button>
      ) : null}
    </div>
  )
}
