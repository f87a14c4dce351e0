import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { NewcomerWish, StaffWithoutEmail } from '../../api/types.ts'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'

const WAYS = ['invite', 'none'] as const satisfies NewcomerWish['notify'][]

/** One of them: an address makes a person of them, invited or not yet. */
export function WithoutEmailRow({ staff, may }: { staff: StaffWithoutEmail; may: boolean }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const sentence = useSentence()
  const [giving, setGiving] = useState(false)
  const [email, setEmail] = useState('')
  const give = api.useMutation('post', '/api/v1/staff-without-email/{id}/person')
  const remove = api.useMutation('delete', '/api/v1/staff-without-email/{id}')
  const name = `${staff.givenName} ${staff.familyName}`
  const what = [staff.jobTitle ?? staff.jobCategoryLabel, staff.relationshipLabel].filter(Boolean).join(', ')
  const params = { params: { path: { id: staff.id } } }

  async function done(words: string) {
    announce(words)
    await queries.invalidateQueries()
  }
  function save(event: FormEvent, notify: NewcomerWish['notify']) {
    event.preventDefault()
    give.mutate(
      { ...params, body: { email: email.trim(), notify } },
      { onSuccess: (made) => done(made.sentence) },
    )
  }
  const error = give.error ?? remove.error
  return (
    <li>
      <div className="line">
        <span>
          <b>{name}</b>
          <span className="sub">{what}</span>
        </span>
        {may && !giving ? (
          <span className="row-buttons">
            <button
              type="button"
              className="link-button"
              aria-label={t('withoutEmail.giveName', { name })}
              onClick={() => setGiving(true)}
            >
              {t('withoutEmail.give')}
            </button>
            <button
              type="button"
              className="link-button"
              aria-label={t('withoutEmail.removeName', { name })}
              onClick={() =>
                remove.mutate(params, { onSuccess: () => done(t('withoutEmail.removed', { name })) })
              }
            >
              {t('withoutEmail.remove')}
            </button>
          </span>
        ) : null}
      </div>
      {giving ? (
        <form className="give" noValidate onSubmit={(event) => save(event, 'invite')}>
          <TextInput
            id={`email-${staff.id}`}
            type="email"
            label={t('withoutEmail.emailOf', { name })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            value={email}
            error={error ? sentence(problemOf(error)) : undefined}
            onChange={(event) => {
              give.reset()
              setEmail(event.currentTarget.value)
            }}
          />
          <span className="row-buttons">
            {WAYS.map((notify) => (
              <Button
                key={notify}
                type={notify === 'invite' ? 'submit' : 'button'}
                {...(notify === 'invite' ? {} : { variant: 'default' })}
                loading={give.isPending}
                onClick={notify === 'none' ? (event) => save(event, 'none') : undefined}
              >
                {t(`newcomer.save.${notify}`)}
              </Button>
            ))}
            <button type="button" className="link-button" onClick={() => setGiving(false)}>
              {t('form.cancel')}
            </button>
          </span>
        </form>
      ) : null}
    </li>
  )
}
