import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { InviteOptions } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form, useProblem } from '../../ui/form.tsx'
import { countRows, type Decision, type Decisions, peopleOf, rowsOf } from './invite-rows.ts'
import { MailPreview } from './mail-preview.tsx'
import { MoreOptions } from './more-options.tsx'
import { PasteBox } from './paste-box.tsx'
import { RecognisedList } from './recognised-list.tsx'
import { RoleRows } from './role-rows.tsx'
import { sentOf } from './sent.ts'
import type { Handed } from './terms.ts'
import { firstTerms, type Terms, wishOf } from './terms.ts'
import { UnitChoice } from './unit-choice.tsx'
import { useRecognition } from './use-recognition.ts'
import { useWhyNotYet } from './use-why-not-yet.ts'
import { WhenRows } from './when-rows.tsx'

const nobody: Decisions = new Map()

/** The paste, what was recognised in it, and the terms of the batch. What is decided stays when more is pasted. */
export function InviteForm({ options, handed }: { options: InviteOptions; handed: Handed }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [text, setText] = useState(handed.pasted ?? '')
  const [decisions, setDecisions] = useState(nobody)
  const [terms, setTerms] = useState(() => firstTerms(options, handed.keep))
  const reading = useRecognition(organisation.id, text)
  const corrections = [...decisions.values()].flatMap(({ email }) => email ?? []).join('\n')
  const correcting = useRecognition(organisation.id, corrections)
  const { rows, removed } = useMemo(
    () => rowsOf(reading.found?.entries ?? [], correcting.found?.entries ?? [], decisions),
    [reading.found, correcting.found, decisions],
  )
  const counts = countRows(rows)
  const send = api.useMutation('post', '/api/v1/organisations/{id}/invitations')
  const { of } = useProblem(send.error)
  const reason = useWhyNotYet({ text, reading, rows, counts, terms, options })

  const decide = useCallback((key: string, decision: Decision) => {
    setDecisions((before) => new Map(before).set(key, { ...before.get(key), ...decision }))
  }, [])
  const putBack = useCallback(
    () =>
      setDecisions(
        (before) => new Map([...before].map(([key, { removed: _removed, ...rest }]) => [key, rest])),
      ),
    [],
  )
  function change(next: Partial<Terms>) {
    send.reset()
    setTerms((before) => ({ ...before, ...next }))
  }
  function go() {
    const wish = wishOf(terms, options)
    const people = peopleOf(rows, terms.also)
    send.mutate(
      { params: { path: { id: organisation.id } }, body: { people, ...wish } },
      {
        onSuccess: async (answer) => {
          const { role, also, units } = terms
          const sent = sentOf({ answer, rows, wish, keep: { role, also, units } })
          await navigate({
            ...paths.invited({ slug: organisation.slug, batchId: answer.batchId }),
            state: { sent } as object,
          })
          await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'recognise' })
        },
      },
    )
  }

  const toCheck = rows.filter((row) => row.outcome === 'check')
  return (
    <Form
      error={send.error}
      submit={t('invite.send', { count: counts.ready })}
      busy={send.isPending}
      reason={reason}
      end={
        toCheck.length > 0
          ? t('invite.leftOut', {
              count: toCheck.length,
              name: toCheck[0]?.name ?? toCheck[0]?.email,
            })
          : null
      }
      onSubmit={go}
    >
      <div className="invite">
        <div>
          <PasteBox
            text={text}
            onChange={setText}
            reading={reading}
            counts={counts}
            shown={rows.length > 0}
          />
          <RecognisedList
            rows={rows}
            removed={removed}
            options={options}
            role={terms.role}
            onDecide={decide}
            onPutBack={putBack}
          />
          <RoleRows options={options} role={terms.role} onChange={(role) => change({ role })} />
          {options.units.length > 0 ? (
            <UnitChoice options={options} terms={terms} error={of('units')} onChange={change} />
          ) : null}
          <WhenRows options={options} terms={terms} error={of('sendAt')} onChange={change} />
          <MoreOptions options={options} terms={terms} errorOf={of} onChange={change} />
        </div>
        <MailPreview options={options} terms={terms} first={rows.find((row) => row.outcome === 'ready')} />
      </div>
    </Form>
  )
}
