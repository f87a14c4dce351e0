import { useSyncExternalStore } from 'react'

let text = ''
const listeners = new Set<() => void>()

/** Says what was done, on the page one lands on. It stays until the next move, so nobody has to read against a clock. */
export function announce(words: string): void {
  text = words
  for (const listen of listeners) listen()
}

export function Notice() {
  const words = useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => text,
  )
  return (
    <div role="status" className={words ? 'notice' : 'unseen'}>
      {words}
    </div>
  )
}
