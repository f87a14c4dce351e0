import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'

/** What came of something: in words, whether it went wrong, and how to stop it while that is possible. */
export type Outcome = { words: string; wrong: boolean; stop?: (() => void) | undefined }

/** What an action answers: what to say, and the batches of mail that wait and can be stopped. */
export type Done = { words: string; batches?: string[] }

/**
 * Keeps what came of the last action. Nothing is said to be done before the server has said so; whatever it answered,
 * everything on the page is read again first.
 */
export function useOutcome() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const sentence = useSentence()
  const [outcome, setOutcome] = useState<Outcome>()

  async function settle(doing: Promise<Done>): Promise<void> {
    const next = await doing.then(
      ({ words, batches = [] }): Outcome => ({
        words,
        wrong: false,
        stop: batches.length > 0 ? () => void settle(stop(batches)) : undefined,
      }),
      (failure): Outcome => ({ words: sentence(problemOf(failure)), wrong: true }),
    )
    await queries.invalidateQueries()
    setOutcome(next)
    // A row that left the list took the focus with it.
    if (document.activeElement === document.body) document.getElementById('main')?.focus()
  }

  async function stop(batches: string[]): Promise<Done> {
    let stopped = 0
    let alreadySent = 0
    for (const id of batches) {
      const { data, error } = await client.POST('/api/v1/invitation-batches/{id}/stop', {
        params: { path: { id } },
      })
      if (!data) throw error
      stopped += data.stopped
      alreadySent += data.alreadySent
    }
    const late = alreadySent > 0 ? ` ${t('people.stoppedLate', { count: alreadySent })}` : ''
    return { words: t('people.stopped', { count: stopped }) + late }
  }

  return {
    outcome,
    settle,
    say: (words: string) => setOutcome({ words, wrong: false }),
    clear: () => setOutcome(undefined),
  }
}
