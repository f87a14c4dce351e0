import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '../../api/client.ts'
import type { Consequences, Person } from '../../api/types.ts'
import { problemOf } from '../../ui/problem.ts'
import { Loaded, useSentence } from '../../ui/states.tsx'
import { nameOf } from './person-actions.tsx'
import './reactivate-dialog.css'
import type { Done } from './use-outcome.ts'

type ReactivateDialogProps = {
  person: Person
  /** Hears the sentence once the server has answered. */
  onDone: (doing: Promise<Done>) => void
  onClose: () => void
}

/** Says what comes back before somebody is brought back, and what stands in the way. */
export function ReactivateDialog({ person, onDone, onClose }: ReactivateDialogProps) {
  const { t } = useTranslation()
  const consequences = api.useQuery(
    'get',
    '/api/v1/people/{id}/consequences',
    { params: { path: { id: person.id }, query: { action: 'reactivate' } } },
    // What was true when it was last looked at may not be now.
    { gcTime: 0, refetchOnWindowFocus: false },
  )
  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={t('people.backTitle', { name: nameOf(person) })}
      closeButtonProps={{ 'aria-label': t('people.backNot') }}
    >
      <Loaded query={consequences} rows={4}>
        {(known) =>
          known.blocks.length > 0 ? (
            <Blocked known={known} onClose={onClose} />
          ) : (
            <Asked person={person} known={known} onDone={onDone} onClose={onClose} />
          )
        }
      </Loaded>
    </Modal>
  )
}

function Blocked({ known, onClose }: { known: Consequences; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="confirm comes-back">
      {known.blocks.map(({ code, sentence }) => (
        <p key={code}>{sentence}</p>
      ))}
      <div className="buttons">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('people.backClose')}
        </Button>
      </div>
    </div>
  )
}

function Asked({ person, known, onDone, onClose }: ReactivateDialogProps & { known: Consequences }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const [tell, setTell] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function go(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem('')
    const params = { path: { id: person.id } }
    const { data, error } = await client.POST('/api/v1/people/{id}/reactivate', { params, body: { tell } })
    if (data) {
      onDone(Promise.resolve({ words: data.sentence }))
      onClose()
      return
    }
    setProblem(sentence(problemOf(error)))
    setBusy(false)
    await queries.invalidateQueries()
  }

  return (
    <form className="confirm comes-back" noValidate onSubmit={go}>
      <Said title={t('people.backChanges')} sentences={known.changes} />
      <Said title={t('people.backKeeps')} sentences={known.keeps} />
      <label className="tell">
        <input type="checkbox" checked={tell} onChange={(event) => setTell(event.currentTarget.checked)} />
        {t('people.backTell')}
      </label>
      {problem ? (
        <p role="alert" className="wrong">
          {problem}
        </p>
      ) : null}
      <div className="buttons">
        <Button type="submit" aria-disabled={busy || undefined}>
          {t('people.backGo', { name: nameOf(person) })}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('people.backNot')}
        </Button>
      </div>
    </form>
  )
}

function Said({ title, sentences }: { title: string; sentences: string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {sentences.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  )
}
