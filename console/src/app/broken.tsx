import type { ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Failure } from '../ui/states.tsx'

const RELOADED = 'lanyard.reloaded'
const AGAIN_AFTER_MS = 60_000

/** A part of a newer build has another name: the page that is open asks for one that is gone. */
const isOldBuild = (error: unknown) =>
  error instanceof Error && /module script|imported module|preload CSS/i.test(error.message)

/** What stands where a page broke. One that belongs to an older build loads itself anew, once. */
export function Broken({ error }: ErrorComponentProps) {
  useEffect(() => {
    const last = Number(sessionStorage.getItem(RELOADED))
    if (!isOldBuild(error) || Date.now() - last < AGAIN_AFTER_MS) return
    sessionStorage.setItem(RELOADED, String(Date.now()))
    location.reload()
  }, [error])
  return (
    <div className="sheet">
      <Failure error={isOldBuild(error) ? error : null} onRetry={() => location.reload()} />
    </div>
  )
}
