import { useEffect, useState } from 'react'

/** Closed on the first draw, so that what is fetched only once it is opened still opens with its movement. */
export function useOpening(opened: boolean): boolean {
  const [shown, setShown] = useState(false)
  useEffect(() => setShown(opened), [opened])
  return shown
}
