import { useComputedColorScheme } from '@mantine/core'
import { useRouterState } from '@tanstack/react-router'
import { Menu as MenuIcon } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../api/types.ts'
import { AddPeople } from '../features/invitations/add-people.tsx'
import { announce, Notice } from '../ui/notice.tsx'
import { NavLinks } from './nav.tsx'
import { PersonMenu } from './person-menu.tsx'
import { usePlace } from './place.tsx'
import { ScopeSwitcher } from './scope-switcher.tsx'
import './shell.css'

const NavDrawer = lazy(() => import('./nav-drawer.tsx').then((found) => ({ default: found.NavDrawer })))

/** Everything round a page: skip link, top bar, navigation, and the sheet the page is written on. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const mayAdd = may(organisation.actions, 'invitations.create').allowed
  // Not known yet while nobody has opened it: only then is it fetched.
  const [open, setOpen] = useState<boolean>()
  const path = useRouterState({ select: (state) => state.location.pathname })
  useTheme()
  // What was announced belongs to the page it was announced on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving a page is what ends its notice
  useEffect(() => () => announce(''), [path])
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="topbar">
        <ScopeSwitcher />
        <div>
          {mayAdd ? <AddPeople inBar /> : null}
          <PersonMenu />
          <button
            className="icon-button narrow"
            type="button"
            aria-label={t('shell.menu')}
            onClick={() => setOpen(true)}
          >
            <MenuIcon size={20} strokeWidth={1.5} aria-hidden />
          </button>
        </div>
      </header>
      <div className="frame">
        <nav className="nav" aria-label={t('shell.nav')}>
          <div>
            <NavLinks />
          </div>
        </nav>
        <main id="main" tabIndex={-1} className="main">
          <Notice />
          {children}
        </main>
      </div>
      {open === undefined ? null : (
        <Suspense>
          <NavDrawer opened={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** Keeps the tokens on the same theme as Mantine when the person, another tab or the device changes it. */
export function useTheme(): void {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  useEffect(() => {
    document.documentElement.dataset.theme = scheme
  }, [scheme])
}
