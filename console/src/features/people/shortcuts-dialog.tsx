import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GO_KEYS, usePages } from '../../app/pages.ts'
import { singleKeysAreOn, switchSingleKeys } from '../../ui/single-keys.ts'
import './shortcuts-dialog.css'

const LIST_KEYS = {
  search: ['/'],
  move: ['Down', 'Up', 'j', 'k'],
  open: ['Enter'],
  peek: ['Space'],
  select: ['x'],
  extend: ['Shift Down', 'Shift Up'],
  all: ['Ctrl A', 'Cmd A'],
  menu: ['.'],
  resend: ['r'],
  invite: ['i'],
  roles: ['e'],
  clear: ['Esc'],
} as const

type ShortcutsDialogProps = {
  /** Whether the list of people is the page one is on, which has keys of its own. */
  ofList: boolean
  onClose: () => void
}

/** Which keys there are here, and whether those pressed alone do anything. */
export function ShortcutsDialog({ ofList, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation()
  const [on, setOn] = useState(singleKeysAreOn)
  const goes = usePages()
    .flat()
    .flatMap(({ kind, label }) =>
      GO_KEYS[kind] ? [{ does: t('peopleList.key.go', { page: label }), keys: [`g ${GO_KEYS[kind]}`] }] : [],
    )
  const everywhere = [
    { does: t('peopleList.key.palette'), keys: ['Ctrl K', 'Cmd K'] },
    ...goes,
    { does: t('peopleList.key.help'), keys: ['?'] },
  ]
  const list = Object.entries(LIST_KEYS).map(([what, keys]) => ({
    does: t(`peopleList.key.${what as keyof typeof LIST_KEYS}`),
    keys,
  }))
  return (
    <Modal
      opened
      onClose={onClose}
      size={ofList ? 780 : 440}
      title={t('peopleList.shortcuts')}
      closeButtonProps={{ 'aria-label': t('peopleList.shortcutsClose') }}
    >
      <div className={ofList ? 'shortcuts both' : 'shortcuts'}>
        {ofList ? <Keys heading={t('peopleList.keysOfList')} keys={list} /> : null}
        <Keys heading={t('peopleList.keysEverywhere')} keys={everywhere} />
      </div>
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

type Key = { does: string; keys: readonly string[] }

function Keys({ heading, keys }: { heading: string; keys: Key[] }) {
  return (
    <section>
      <h3>{heading}</h3>
      <dl>
        {keys.map(({ does, keys }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
