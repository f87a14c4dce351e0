import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import type { StaffList, StaffListRow } from '../../api/types.ts'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { useStaffList } from './list-query.ts'
import { type Outcome, type RowChange, sameGroups } from './plan.ts'
import { listKey, rowsKey, withRow } from './plan-rows.ts'

type Patch =
  paths['/api/v1/staff-lists/{id}/rows/{place}']['patch']['requestBody']['content']['application/json']
type Changed = { list: StaffList; row?: StaffListRow }
/** Why the last change was refused, and of which row. */
type Wrong = { words: string; place: number | undefined }
type Answer<Data> = Promise<{ data?: Data; error?: unknown }>

export type PlanChanges = ReturnType<typeof usePlanChanges>

/**
 * What a person can change about a plan. Changes are sent one after the other, so that the numbers on screen are always
 * those of the last one. Each resolves to the row as it is then, or undefined when it was refused; `wrong` says why.
 */
export function usePlanChanges(list: StaffList) {
  const { id } = list
  const queries = useQueryClient()
  const sentence = useSentence()
  const { keep } = useStaffList(id)
  const [wrong, setWrong] = useState<Wrong>()
  const [busy, setBusy] = useState(false)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const params = { path: { id } }

  async function settle({ list: next, row }: Changed): Promise<void> {
    const before = queries.getQueryData<StaffList>(listKey(id))
    keep(next)
    if (row && sameGroups(before?.counts ?? null, next.counts)) {
      queries.setQueriesData<Parameters<typeof withRow>[0]>({ queryKey: rowsKey }, (kept) =>
        withRow(kept, row),
      )
      return
    }
    await Promise.all([
      queries.invalidateQueries({ queryKey: rowsKey }),
      queries.invalidateQueries({ queryKey: ['get', '/api/v1/staff-lists/{id}/groups'] }),
    ])
  }

  /** Sends a change when those before it have been answered. */
  function send(ask: () => Promise<Changed>, place?: number): Promise<Changed | undefined> {
    const mine = last.current.then(async () => {
      setBusy(true)
      setWrong(undefined)
      try {
        const changed = await ask()
        await settle(changed)
        return changed
      } catch (failure) {
        const problem = problemOf(failure)
        setWrong({ words: problem.errors[0]?.detail ?? sentence(problem), place })
        await queries.invalidateQueries({ queryKey: listKey(id) })
        return undefined
      } finally {
        setBusy(false)
      }
    })
    last.current = mine
    return mine
  }

  const row = (place: number, body: Patch): Promise<StaffListRow | undefined> =>
    send(
      () =>
        bodyOf(
          client.PATCH('/api/v1/staff-lists/{id}/rows/{place}', { params: { path: { id, place } }, body }),
        ),
      place,
    ).then((changed) => changed?.row)

  const whole = (ask: () => Answer<StaffList>): Promise<boolean> =>
    send(async () => ({ list: await bodyOf(ask()) })).then((changed) => changed !== undefined)

  return {
    busy,
    wrong,
    /** What was refused is over and done with. */
    forget: () => setWrong(undefined),
    row,
    /** Puts a group of rows right together. */
    fix: (key: string) =>
      whole(() => client.POST('/api/v1/staff-lists/{id}/fixes', { params, body: { key } })),
    /** Leaves these fields as they are for everybody on the list. */
    keepFields: (fields: RowChange['field'][]) =>
      whole(() => client.PATCH('/api/v1/staff-lists/{id}/mapping', { params, body: { keep: fields } })),
    /** Decides about every row of a group, as many as one sees there by then. */
    decideAll: (outcome: Outcome, decision: 'take' | 'skip' | 'archive' | null) =>
      whole(() => {
        const { counts } = queries.getQueryData<StaffList>(listKey(id)) ?? list
        const body = { outcome, decision, expectedCount: counts?.[outcome] ?? 0 }
        return client.POST('/api/v1/staff-lists/{id}/decisions', { params, body })
      }),
    /** Merges rows that were put right in a spreadsheet. */
    upload(file: File) {
      const form = new FormData()
      form.append('file', file)
      // The shape of an upload is not in the schema; the browser writes its own multipart body.
      const body = form as unknown as undefined
      return whole(() => client.POST('/api/v1/staff-lists/{id}/problem-rows', { params, body }))
    },
  }
}

async function bodyOf<Data>(answer: Answer<Data>): Promise<Data> {
  const { data, error } = await answer
  if (data === undefined) throw error
  return data
}
