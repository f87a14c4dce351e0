import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { singleKeysAreOn, switchSingleKeys } from '../../ui/single-keys.ts'
import './shortcuts-dialog.css'

const KEYS = {
  search: ['/'],
  move: ['Down', 'Up', 'j', 'k'],
  open: ['Enter'],
  select: ['x'],
  extend: ['Shift Down', 'Shift Up'],
  all: ['Ctrl A', 'Cmd A'],
  menu: ['.'],
  resend: ['r'],
  invite: ['i'],
  roles: ['e'],
  clear: ['Esc'],
  help: ['?'],
} as const

/** Which keys the list knows, and whether those pressed alone do anything. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [on, setOn] = useState(singleKeysAreOn)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('peopleList.shortcuts')}
      closeButtonProps={{ 'aria-label': t('peopleList.shortcutsClose') }}
    >
      <dl className="shortcuts">
        {Object.entries(KEYS).map(([what, keys]) => (
          <div key={what}>
            <dt>{t(`peopleList.key.${what as keyof typeof KEYS}`)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="single-keys">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            switchSingleKeys(event.currentTarget.checked)
            setOn(event.currentTarget.checked)
          }}
        />
        {t('peopleList.singleKeys')}
      </label>
    </Modal>
  )
}
