import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { Page } from './pages.ts'

/** Whoever asks for the page they are on wants to see it as it is now: what it shows is read anew. */
export function useReadAnew(): (page: Page) => void {
  const router = useRouter()
  const queries = useQueryClient()
  return ({ kind, link }) => {
    const isHere = plain(router.buildLocation(link).pathname) === plain(router.state.location.pathname)
    // Settings are a form: what somebody has begun to write there stays.
    if (isHere && kind !== 'settings') void queries.invalidateQueries()
  }
}

/** Goes to a page as its link at the side does. */
export function useGo(): (page: Page) => void {
  const navigate = useNavigate()
  const readAnew = useReadAnew()
  return (page) => {
    readAnew(page)
    void navigate(page.link)
  }
}

/** Home is also Home with a slash at its end. */
const plain = (pathname: string) => pathname.replace(/\/$/, '')
