import { useComputedColorScheme } from '@mantine/core'
import { useMatchRoute, useRouterState } from '@tanstack/react-router'
import { Menu as MenuIcon, Search } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../api/types.ts'
import { AddPeople } from '../features/invitations/add-people.tsx'
import { announce, Notice } from '../ui/notice.tsx'
import { NavLinks } from './nav.tsx'
import { usePages } from './pages.ts'
import { PersonMenu } from './person-menu.tsx'
import { usePlace } from './place.tsx'
import { ScopeSwitcher } from './scope-switcher.tsx'
import './shell.css'
import { useGo } from './use-go.ts'
import { useShellKeys } from './use-shell-keys.ts'

const NavDrawer = lazy(() => import('./nav-drawer.tsx').then((found) => ({ default: found.NavDrawer })))
const Palette = lazy(() => import('./palette.tsx').then((found) => ({ default: found.Palette })))
const ShortcutsDialog = lazy(() =>
  import('../features/people/shortcuts-dialog.tsx').then((found) => ({ default: found.ShortcutsDialog })),
)
const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** Everything round a page: skip link, top bar, navigation, and the sheet the page is written on. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const mayAdd = may(organisation.actions, 'invitations.create').allowed
  // Not known yet while nobody has opened it: only then is it fetched.
  const [open, setOpen] = useState<boolean>()
  const [finding, setFinding] = useState<boolean>()
  const [help, setHelp] = useState(false)
  const pages = usePages().flat()
  const go = useGo()
  const isAt = useMatchRoute()
  useShellKeys({ pages, onGo: go, onFind: () => setFinding(true), onHelp: () => setHelp(true) })
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
          <button
            className="find"
            type="button"
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+K Meta+K"
            onClick={() => setFinding(true)}
          >
            <Search size={18} strokeWidth={1.5} aria-hidden />
            <span>{t('palette.open')}</span>
            <kbd aria-hidden>{isApple ? '⌘ K' : 'Ctrl K'}</kbd>
          </button>
          {mayAdd ? <AddPeople inBar /> : null}
          <PersonMenu onShortcuts={() => setHelp(true)} />
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
      {finding === undefined ? null : (
        <Suspense>
          <Palette opened={finding} pages={pages} onGo={go} onClose={() => setFinding(false)} />
        </Suspense>
      )}
      {help ? (
        <Suspense>
          <ShortcutsDialog
            ofList={isAt({ to: '/s/$slug/people' }) !== false}
            onClose={() => setHelp(false)}
          />
        </Suspense>
      ) : null}
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
