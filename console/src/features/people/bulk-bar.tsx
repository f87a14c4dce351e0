import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { KeyRound, LogOut, MailX, Play, Unlock, X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { RowAction, RowMenu } from '../../ui/row-menu.tsx'
import { isForThePage } from '../../ui/single-keys.ts'
import { type BulkAction, type Chosen, remember } from '../bulk/chosen.ts'
import { useOffered } from '../bulk/use-offered.ts'
import { ResendButton } from './resend-button.tsx'
import { type Selection, ticked } from './selection.ts'

type BulkBarProps = {
  chosen: Selection<Person>
  /** The page that is shown, and how many match in all. */
  rows: Person[]
  total: number | undefined
  /** Everybody who matches is meant, as the filter in the address says. */
  everyone: Extract<Chosen, { filter: unknown }> | undefined
  onEveryone: () => void
  onResend: () => void
  onClear: () => void
}

/** First invitations too, or only another one for whoever had one: who of everybody had, a page can't tell. */
const SENDING = ['invite', 'resend'] as const satisfies BulkAction[]
const BUTTONS = ['label', 'pause', 'archive'] as const satisfies BulkAction[]
const MORE = {
  reactivate: Play,
  cancel: MailX,
  unlock: Unlock,
  reset_password: KeyRound,
  sign_out: LogOut,
} as const satisfies Partial<Record<BulkAction, unknown>>

/** What can be done with those ticked, or with everybody who matches. What it would come to is shown before it is done. */
export function BulkBar({ chosen, rows, total, everyone, onEveryone, onResend, onClear }: BulkBarProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const offered = useOffered(organisation.id, chosen.values(), everyone !== undefined)
  const wholePage = ticked(chosen, rows) === 'all'
  const others = wholePage && total !== undefined && total > chosen.size
  useSelectAllAgain(others && !everyone, onEveryone)

  function go(action: BulkAction) {
    const select = everyone ?? { ids: [...chosen.keys()] }
    void navigate({
      ...paths.many({ slug: organisation.slug, action }),
      search: { chosen: remember(select) },
    })
  }

  const more = (Object.keys(MORE) as (keyof typeof MORE)[]).filter((action) => offered.has(action))
  return (
    <section className="bulk" aria-label={t('people.bulk')}>
      <button
        type="button"
        className="icon-button narrow-only"
        aria-label={t('people.clearTicks')}
        onClick={onClear}
      >
        <X size={20} strokeWidth={1.5} aria-hidden />
      </button>
      <b role="status">
        {everyone ? t('many.allSelected', { count: total ?? 0 }) : t('people.ticked', { count: chosen.size })}
      </b>
      {others && !everyone ? (
        <button type="button" className="link-button" onClick={onEveryone}>
          {t('many.selectAll', { count: total })}
        </button>
      ) : null}
      <div className="buttons">
        {everyone ? (
          SENDING.filter((action) => offered.has(action)).map((action) => (
            <BarButton key={action} label={t(`many.bar.${action}`)} onChoose={() => go(action)} />
          ))
        ) : (
          <ResendButton chosen={chosen} onResend={onResend} />
        )}
        {BUTTONS.filter((action) => offered.has(action)).map((action) => (
          <BarButton key={action} label={t(`many.bar.${action}`)} onChoose={() => go(action)} />
        ))}
        {more.length > 0 ? (
          <RowMenu label={t('many.moreFor')}>
            {more.map((action) => {
              const Icon = MORE[action]
              return (
                <RowAction
                  key={action}
                  icon={<Icon size={18} strokeWidth={1.5} aria-hidden />}
                  label={t(`many.bar.${action}`)}
                  allowed
                  onChoose={() => go(action)}
                />
              )
            })}
          </RowMenu>
        ) : null}
      </div>
      <button type="button" className="plain-button wide-only end" onClick={onClear}>
        {t('people.clearTicks')}
      </button>
    </section>
  )
}

function BarButton({ label, onChoose }: { label: string; onChoose: () => void }) {
  return (
    <Button variant="default" size="compact-md" onClick={onChoose}>
      {label}
    </Button>
  )
}

/** Once the page is selected, selecting all again means everybody who matches. */
function useSelectAllAgain(active: boolean, onEveryone: () => void) {
  useEffect(() => {
    if (!active) return
    function press(event: KeyboardEvent) {
      if (event.key !== 'a' || !(event.ctrlKey || event.metaKey) || !isForThePage(event)) return
      event.preventDefault()
      onEveryone()
    }
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [active, onEveryone])
}
