import { Button, Modal, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '../../api/client.ts'
import type { Consequences, Person } from '../../api/types.ts'
import { problemOf } from '../../ui/problem.ts'
import { Loaded, useSentence } from '../../ui/states.tsx'
import './leaving-dialog.css'
import { nameOf } from './person-actions.tsx'
import type { Done } from './use-outcome.ts'

export type Move = 'pause' | 'archive' | 'reactivate'

const REASON_MAX = 500

type LeavingDialogProps = {
  person: Person
  move: Move
  /** Hears the sentence once the server has answered. */
  onDone: (doing: Promise<Done>) => void
  onClose: () => void
}

/** Says what will end and what stays before somebody is paused, archived or brought back, and what stands in the way. */
export function LeavingDialog({ person, move, onDone, onClose }: LeavingDialogProps) {
  const { t } = useTranslation()
  const consequences = api.useQuery(
    'get',
    '/api/v1/people/{id}/consequences',
    { params: { path: { id: person.id }, query: { action: move } } },
    // What was true when it was last looked at may not be now.
    { gcTime: 0, refetchOnWindowFocus: false },
  )
  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={t(`people.moveTitle.${move}`, { name: nameOf(person) })}
      closeButtonProps={{ 'aria-label': t('people.moveNot') }}
    >
      <Loaded query={consequences} rows={4}>
        {(known) =>
          known.blocks.length > 0 ? (
            <Blocked known={known} onClose={onClose} />
          ) : (
            <Asked person={person} move={move} known={known} onDone={onDone} onClose={onClose} />
          )
        }
      </Loaded>
    </Modal>
  )
}

function Blocked({ known, onClose }: { known: Consequences; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="confirm leaving">
      {known.blocks.map(({ code, sentence }) => (
        <p key={code}>{sentence}</p>
      ))}
      <div className="buttons">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('people.moveClose')}
        </Button>
      </div>
    </div>
  )
}

function Asked({ person, move, known, onDone, onClose }: LeavingDialogProps & { known: Consequences }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const [leavingDate, setLeavingDate] = useState(known.leavingDate)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function go(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem('')
    await ask(person.id, move, { leavingDate, reason }).then(
      (words) => {
        onDone(Promise.resolve({ words }))
        onClose()
      },
      async (failure) => {
        setProblem(sentence(problemOf(failure)))
        setBusy(false)
        await queries.invalidateQueries()
      },
    )
  }

  return (
    <form className="confirm leaving" noValidate onSubmit={go}>
      <Sentences title={t('people.moveChanges')} sentences={known.changes} />
      <Sentences title={t(`people.moveKeeps.${move}`)} sentences={known.keeps} />
      {move === 'archive' ? (
        <TextInput
          className="short"
          type="date"
          label={t('people.lastDay')}
          description={t('people.lastDayHint')}
          max={known.today}
          value={leavingDate}
          onChange={(event) => setLeavingDate(event.currentTarget.value)}
        />
      ) : null}
      {move === 'reactivate' ? null : (
        <TextInput
          label={t('people.moveReason')}
          description={t('people.moveReasonHint')}
          autoComplete="off"
          maxLength={REASON_MAX}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {problem ? (
        <p role="alert" className="wrong">
          {problem}
        </p>
      ) : null}
      <div className="buttons">
        <Button type="submit" aria-disabled={busy || undefined}>
          {t(`people.moveGo.${move}`, { name: nameOf(person) })}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('people.moveNot')}
        </Button>
      </div>
    </form>
  )
}

function Sentences({ title, sentences }: { title: string; sentences: string[] }) {
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

/** @returns what the server says was done */
async function ask(id: string, move: Move, wish: { leavingDate: string; reason: string }): Promise<string> {
  const params = { path: { id } }
  const reason = wish.reason.trim() ? { reason: wish.reason.trim() } : {}
  const { data, error } =
    move === 'pause'
      ? await client.POST('/api/v1/people/{id}/pause', { params, body: reason })
      : move === 'archive'
        ? await client.POST('/api/v1/people/{id}/archive', {
            params,
            body: { ...reason, ...(wish.leavingDate ? { leavingDate: wish.leavingDate } : {}) },
          })
        : await client.POST('/api/v1/people/{id}/reactivate', { params })
  if (!data) throw error
  return data.sentence
}
