import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { offerToAsk } from '../api/reauth.ts'

const ConfirmDialog = lazy(() =>
  import('./confirm-dialog.tsx').then((found) => ({ default: found.ConfirmDialog })),
)

/** Asks for the password before something that matters, then lets the call that asked go on. Esc gives it up. */
export function ConfirmPassword() {
  // Not known yet while nothing has asked: only then is the dialog fetched.
  const [open, setOpen] = useState<boolean>()
  const answer = useRef<(confirmed: boolean) => void>(() => {})

  useEffect(
    () =>
      offerToAsk(() => {
        setOpen(true)
        return new Promise((resolve) => {
          answer.current = resolve
        })
      }),
    [],
  )

  if (open === undefined) return null
  return (
    <Suspense>
      <ConfirmDialog
        opened={open}
        onClose={(confirmed) => {
          setOpen(false)
          answer.current(confirmed)
        }}
      />
    </Suspense>
  )
}
