import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOpening } from '../ui/use-opening.ts'
import { NavLinks } from './nav.tsx'

/** The navigation of a narrow screen. */
export function NavDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Drawer
      opened={useOpening(opened)}
      onClose={onClose}
      position="right"
      size={280}
      title={t('shell.menu')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <nav className="drawer" aria-label={t('shell.nav')}>
        <NavLinks onFollow={onClose} />
      </nav>
    </Drawer>
  )
}
