import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { Invitation } from '../../api/types.ts'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { fateOf, type Sent, type Stopped } from './sent.ts'

type StopBarProps = {
  sent: Sent
  /** As they stand now, once known: mail that has left is not offered to be stopped. */
  invitations: Invitation[] | undefined
  onStopped: (stopped: Stopped) => void
}

/** The seconds in which what was sent can still be stopped; then what was stopped. */
export function StopBar({ sent, invitations, onStopped }: StopBarProps) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const [now, setNow] = useState(Date.now)
  const left = Math.ceil((sent.at + sent.holdSeconds * 1000 - now) / 1000)
  const waits = sent.wish.sendAt !== undefined && Date.parse(sent.wish.sendAt) > now
  const running = sent.batches.filter((id) => !sent.stopped?.batches.includes(id))
  const waiting =
    invitations?.some((each) => ['onItsWay', 'scheduled'].includes(fateOf(each, now))) ??
    sent.people.length > 0
  const open = running.length > 0 && waiting && (waits || left > 0)
  useEffect(() => {
    if (!open || waits) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [open, waits])

  async function stop() {
    if (busy) return
    setBusy(true)
    setWrong('')
    try {
      const all = { ...(sent.stopped ?? { stopped: 0, alreadySent: 0 }) }
      for (const id of running) {
        const { data, error } = await client.POST('/api/v1/invitation-batches/{id}/stop', {
          params: { path: { id } },
        })
        if (!data) throw error
        all.stopped += data.stopped
        all.alreadySent += data.alreadySent
      }
      onStopped({ ...all, batches: sent.batches })
      await queries.invalidateQueries()
    } catch (failure) {
      setWrong(sentence(problemOf(failure)))
    }
    setBusy(false)
  }

  return (
    <div role="status" className={open || sent.stopped || wrong ? 'in stop-bar' : 'unseen'}>
      {sent.stopped ? <span>{stoppedWords(sent.stopped, t)}</span> : null}
      {wrong ? <span className="wrong">{wrong}</span> : null}
      {open ? (
        <>
          {waits ? (
            <span>{t('invite.waits')}</span>
          ) : (
            <>
              <span className="unseen">{t('invite.sendingSoon')}</span>
              <span aria-hidden>{t('invite.sendingIn', { count: left })}</span>
            </>
          )}
          <Button variant="default" onClick={stop} aria-disabled={busy || undefined}>
            {t(waits ? 'invite.stopThem' : 'people.stop')}
          </Button>
        </>
      ) : null}
    </div>
  )
}

type Say = TFunction

function stoppedWords({ stopped, alreadySent }: Stopped, t: Say): string {
  const late = alreadySent > 0 ? ` ${t('people.stoppedLate', { count: alreadySent })}` : ''
  return t('people.stopped', { count: stopped }) + late
}
