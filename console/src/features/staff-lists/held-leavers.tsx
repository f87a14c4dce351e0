import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { may, type StaffList, type StaffListRow } from '../../api/types.ts'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { typedCount } from './applying.ts'
import { HeldCount } from './held-count.tsx'
import { useStaffList } from './list-query.ts'

type HeldLeaversProps = { list: StaffList; held: NonNullable<StaffList['held']> }

/** Leavers who waited while everything else was applied: they can still be archived, once their number is typed. */
export function HeldLeavers({ list, held }: HeldLeaversProps) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const { keep } = useStaffList(list.id)
  const [typed, setTyped] = useState('')
  const send = useMutation({
    mutationFn: async (confirmCount: number) => {
      const body = { leavers: await heldLeavers(list.id), confirmCount }
      const { data, error } = await client.POST('/api/v1/staff-lists/{id}/apply', {
        params: { path: { id: list.id } },
        body,
      })
      if (!data) throw error
      return data
    },
  })
  const action = may(list.actions, 'archive_leavers')
  const ready = action.allowed && typedCount(typed) === held.people && !send.isPending

  async function archive(event: FormEvent) {
    event.preventDefault()
    if (!ready) return
    const next = await send.mutateAsync(held.people).catch(() => undefined)
    if (next) keep(next)
  }

  return (
    <form className="held-leavers" onSubmit={archive} noValidate>
      <HeldCount held={held} typed={typed} applied onType={setTyped} />
      <div className="in">
        {send.error ? (
          <p className="wrong" role="alert">
            {sentence(problemOf(send.error))}
          </p>
        ) : null}
        <Button
          type="submit"
          variant="default"
          className={ready ? undefined : 'closed'}
          aria-disabled={!ready || undefined}
        >
          {t('staffLists.done.archive', { count: held.people })}
        </Button>
        {action.allowed ? null : <span className="sub">{action.reason}</span>}
      </div>
    </form>
  )
}

/** The people who wait: those who were ticked, and have not been archived. */
async function heldLeavers(id: string): Promise<string[]> {
  const found: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const query: { outcome: 'not_on_list'; limit: number; after?: string } = {
      outcome: 'not_on_list',
      limit: 200,
    }
    if (after) query.after = after
    const page: { data: StaffListRow[]; next: string | null } = await client
      .GET('/api/v1/staff-lists/{id}/rows', { params: { path: { id }, query } })
      .then(({ data, error }) => data ?? Promise.reject(error))
    found.push(
      ...page.data.flatMap((row) => (row.decision === 'archive' && row.personId ? [row.personId] : [])),
    )
    after = page.next
  }
  return found
}
