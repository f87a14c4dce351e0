import { Link, type LinkProps } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlace } from '../app/place.tsx'

type PageHeadProps = {
  title: string
  lead?: ReactNode
  back?: { link: LinkProps; label: string }
  action?: ReactNode
}

/** The top of every page: one h1, which names the page in the title bar and takes the focus when the page opens. */
export function PageHead({ title, lead, back, action }: PageHeadProps) {
  const heading = usePageTitle(title)
  return (
    <header className="in head">
      <div>
        {back ? <BackLink {...back} /> : null}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead ? <p>{lead}</p> : null}
      </div>
      {action}
    </header>
  )
}

export function BackLink({ link, label }: { link: LinkProps; label: string }) {
  return (
    <Link {...link} className="back">
      <ArrowLeft size={18} strokeWidth={1.5} aria-hidden />
      {label}
    </Link>
  )
}

let opened = false

/** Titles the document, and moves the focus to the heading unless this is the first page of the visit. */
export function usePageTitle(title: string) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = t('title', { page: title, place: organisation.name })
  }, [title, organisation.name, t])
  useEffect(() => {
    if (opened) heading.current?.focus()
    opened = true
  }, [])
  return heading
}
