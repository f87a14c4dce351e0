import type { Ground, ReadChoices } from '@lanyard/reader/staff-list.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answered, Asked, ReadFile } from './reader-messages.ts'

const READ_AT_MOST_MS = 60_000

export type Reader =
  | { state: 'empty' }
  | { state: 'reading'; name: string; choices: ReadChoices; before?: ReadFile | undefined }
  | { state: 'read'; name: string; read: ReadFile; choices: ReadChoices }
  | { state: 'refused'; name: string; message: string | null; why: 'file' | 'time' | 'fault' }

export type Cleaned = { table: Blob; sha256: string | null }

/**
 * Reads files in a worker of their own, so that the page never stands still and a file made to do harm can be dropped
 * with its worker. A new file ends the reading of the one before.
 */
export function useReader(ground: Ground) {
  const [reader, setReader] = useState<Reader>({ state: 'empty' })
  const worker = useRef<Worker>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const stop = useCallback(() => {
    clearTimeout(timer.current)
    worker.current?.terminate()
    worker.current = undefined
  }, [])
  useEffect(() => stop, [stop])

  const ask = useCallback(
    (name: string, choices: ReadChoices, files?: File[]) => {
      if (files) stop()
      clearTimeout(timer.current)
      const at = worker.current ?? startWorker()
      worker.current = at
      const give = (why: 'file' | 'time' | 'fault', message: string | null) => {
        stop()
        setReader({ state: 'refused', name, message, why })
      }
      at.onmessage = ({ data }: MessageEvent<Answered>) => {
        clearTimeout(timer.current)
        if (data.kind === 'read') setReader({ state: 'read', name, read: data.read, choices })
        else if (data.kind === 'refused') give('file', data.message)
        else if (data.kind === 'broken') give('fault', null)
      }
      at.onerror = () => give('fault', null)
      timer.current = setTimeout(() => give('time', null), READ_AT_MOST_MS)
      setReader((now) => ({
        state: 'reading',
        name,
        choices,
        before: files
          ? undefined
          : now.state === 'read'
            ? now.read
            : now.state === 'reading'
              ? now.before
              : undefined,
      }))
      at.postMessage({ kind: 'read', choices, ground, ...(files ? { files } : {}) } satisfies Asked)
    },
    [ground, stop],
  )

  return {
    reader,
    open: useCallback((name: string, files: File[]) => ask(name, {}, files), [ask]),
    again: useCallback((name: string, choices: ReadChoices) => ask(name, choices), [ask]),
    clear: useCallback(() => {
      stop()
      setReader({ state: 'empty' })
    }, [stop]),
    clean: useCallback(() => cleanedBy(worker.current), []),
  }
}

const startWorker = () =>
  new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module', name: 'staff-list-reader' })

/** The table without its private values, as it may leave the browser. */
function cleanedBy(worker: Worker | undefined): Promise<Cleaned> {
  return new Promise((done, fail) => {
    if (!worker) return fail(new Error('There is no file to upload'))
    worker.addEventListener('message', function hear({ data }: MessageEvent<Answered>) {
      if (data.kind !== 'cleaned' && data.kind !== 'broken') return
      worker.removeEventListener('message', hear)
      if (data.kind === 'cleaned') done(data)
      else fail(new Error('The table could not be written'))
    })
    worker.postMessage({ kind: 'clean' } satisfies Asked)
  })
}
