import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { PersonDetail } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { nameOf } from './person-actions.tsx'

/** A role that a job title suggests: given on the page of roles, or turned down for good. */
export function SuggestedRole({ person, sentence: why }: { person: PersonDetail; sentence: string }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const sentence = useSentence()
  const queries = useQueryClient()
  const [wrong, setWrong] = useState('')
  const turnDown = api.useMutation('delete', '/api/v1/people/{id}/suggestion')

  async function notThis() {
    setWrong('')
    await turnDown.mutateAsync({ params: { path: { id: person.id } } }).then(
      async (done) => {
        await queries.invalidateQueries()
        announce(done.sentence)
        document.getElementById('main')?.focus()
      },
      (failure) => setWrong(sentence(problemOf(failure))),
    )
  }

  return (
    <section>
      <h2>{t('person.suggested')}</h2>
      <p>{why}</p>
      {wrong ? <p role="alert">{wrong}</p> : null}
      <p className="ways">
        <Link {...paths.personRoles({ slug: organisation.slug, id: person.id })}>
          {t('people.editRoles')}
        </Link>
        <button type="button" className="link-button" onClick={notThis}>
          {t('person.suggestedNot', { name: person.givenName || nameOf(person) })}
        </button>
      </p>
    </section>
  )
}
