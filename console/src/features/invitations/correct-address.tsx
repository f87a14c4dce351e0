import { Button, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type CorrectAddressProps = {
  email: string
  submit: string
  error?: string | undefined
  busy?: boolean
  onCorrect: (email: string) => void
  onCancel: () => void
}

/** An address to write again, in the line it stands in. Enter uses it, Esc leaves it. */
export function CorrectAddress({
  email,
  submit,
  error,
  busy = false,
  onCorrect,
  onCancel,
}: CorrectAddressProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(email)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  // One address holds none of these; a stray separator pasted along is taken off.
  const address = typed.replace(/[\s,;<>]+/g, '')
  function use() {
    if (address && !busy) onCorrect(address)
  }
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Enter') use()
    else onCancel()
  }
  return (
    <div className="correct">
      <TextInput
        ref={input}
        label={t('invite.address')}
        type="text"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={typed}
        error={error}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Button variant="default" onClick={use} aria-disabled={busy || undefined}>
        {submit}
      </Button>
      <button type="button" className="link-button" onClick={onCancel}>
        {t('invite.leave')}
      </button>
    </div>
  )
}
