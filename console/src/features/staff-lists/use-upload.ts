import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { randomKey } from '../../api/random-key.ts'
import type { StaffList } from '../../api/types.ts'
import { upload } from '../../api/upload.ts'
import { usePlace } from '../../app/place.tsx'
import { formOf, type Wish } from './upload-form.ts'
import type { Cleaned } from './use-reader.ts'

/** Uploads what was read and cleaned, and says how much of it is on its way. Leaving the page gives it up. */
export function useUpload() {
  const { organisation } = usePlace()
  const [share, setShare] = useState(0)
  const stop = useRef<() => void>(undefined)
  // A try that was lost on the way keeps its key: what the server made of it is found again, not made twice.
  const key = useRef<string>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const mutation = useMutation({
    mutationFn: async ({ clean, ...wish }: Omit<Wish, 'cleaned'> & { clean: () => Promise<Cleaned> }) => {
      key.current ??= randomKey()
      setShare(0)
      const sent = upload<StaffList>(
        `/api/v1/organisations/${organisation.id}/staff-lists`,
        formOf({ ...wish, cleaned: await clean() }),
        key.current,
        setShare,
      )
      stop.current = sent.stop
      return sent.made
    },
    onSettled: (_list, error) => {
      if (!(error instanceof TypeError)) key.current = undefined
    },
  })
  const { mutate, reset, isPending, error } = mutation
  /** What is to be uploaded is another thing now: what was said of the last try is over. */
  const forget = useCallback(() => {
    key.current = undefined
    reset()
  }, [reset])
  return { mutate, isPending, error, share, forget }
}
