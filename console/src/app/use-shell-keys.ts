import { useEffect, useRef } from 'react'
import { isSingleKey } from '../ui/single-keys.ts'
import { GO_KEYS, type Page } from './pages.ts'

/** How long after `g` the key that says where to may follow. */
const SECOND_KEY_MS = 1_500

type ShellKeys = {
  pages: Page[]
  onGo: (page: Page) => void
  onFind: () => void
  onHelp: () => void
}

/** The keys of every page: `g` and a letter go to another, Ctrl or ⌘ with K finds one, `?` shows which keys there are. */
export function useShellKeys(keys: ShellKeys): void {
  const now = useRef(keys)
  useEffect(() => {
    now.current = keys
  })
  useEffect(() => {
    let going = 0
    function press(event: KeyboardEvent) {
      const { pages, onGo, onFind, onHelp } = now.current
      const first = going
      going = 0
      if (isFind(event)) onFind()
      else if (!isSingleKey(event)) return
      else if (event.key === '?') onHelp()
      else if (event.key === 'g' && !event.repeat) going = event.timeStamp
      else {
        const page = pages.find(({ kind }) => GO_KEYS[kind] === event.key)
        if (!page || !first || event.timeStamp - first > SECOND_KEY_MS) return
        onGo(page)
      }
      event.preventDefault()
    }
    // Before the keys of the page itself, to which the second letter may mean something else.
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [])
}

/** Also from within a field, where the browser means something of its own by it; not from a question in front of the page. */
const isFind = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  event.key.toLowerCase() === 'k' &&
  !(event.target instanceof Element && event.target.closest('[aria-modal=true], dialog:modal'))
