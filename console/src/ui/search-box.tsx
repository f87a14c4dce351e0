import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import './search-box.css'
import { isSingleKey } from './single-keys.ts'

const PAUSE_MS = 200

type SearchBoxProps = {
  label: string
  hint: string
  clearLabel: string
  /** What is being searched for now, from the address. */
  value: string
  onSearch: (value: string) => void
  /** Something was pasted. @returns whether it was taken for something else than words to search for */
  onPaste?: (text: string) => boolean
}

/** A search that follows the typing after a short pause. `/` brings the focus here from anywhere on the page. */
export function SearchBox({ label, hint, clearLabel, value, onSearch, onPaste }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [typed, setTyped] = useState(value)
  const [sent, setSent] = useState(value)
  const [seen, setSeen] = useState(value)
  // Back, a view or Clear all may change the search from outside; what we asked for ourselves is no news.
  if (value !== seen) {
    setSeen(value)
    if (value !== sent) {
      setTyped(value)
      setSent(value)
    }
  }
  useFocusOnSlash(input)
  useEffect(() => () => clearTimeout(timer.current), [])

  function send(words: string) {
    clearTimeout(timer.current)
    setSent(words.trim())
    onSearch(words.trim())
  }
  function type(words: string) {
    setTyped(words)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send(words), PAUSE_MS)
  }

  return (
    <search className="search-box">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(typed)
        }}
      >
        <Search size={18} strokeWidth={1.5} aria-hidden />
        <input
          ref={input}
          type="search"
          aria-label={label}
          aria-keyshortcuts="/"
          placeholder={hint}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onPaste={(event) => {
            if (onPaste?.(event.clipboardData.getData('text/plain'))) event.preventDefault()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed) {
              event.preventDefault()
              setTyped('')
              send('')
            }
          }}
        />
        {typed ? (
          <button
            type="button"
            aria-label={clearLabel}
            onClick={() => {
              setTyped('')
              send('')
              input.current?.focus()
            }}
          >
            <X size={16} strokeWidth={1.5} aria-hidden />
          </button>
        ) : (
          <kbd aria-hidden>/</kbd>
        )}
      </form>
    </search>
  )
}

function useFocusOnSlash(input: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== '/' || !isSingleKey(event)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [input])
}
