import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { reportOf } from './applying.ts'
import { fileAddress } from './problem-files.tsx'

/** The file, who applied it, what its emails came to, and what to quote when something is missing. */
export function DoneFacts({ list }: { list: StaffList }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const moment = (iso: string) => sayMoment(iso, { timeZone: organisation.timeZone, locale: i18n.language })
  const by = (who: { name: string } | null, iso: string) =>
    who ? t('staffLists.done.byAt', { name: who.name, moment: moment(iso) }) : moment(iso)
  const { invitations } = list
  const facts: (Fact | undefined)[] = [
    { label: t('staffLists.done.file'), value: list.fileName },
    { label: t('staffLists.done.uploaded'), value: by(list.madeBy, list.madeAt) },
    list.appliedAt
      ? { label: t('staffLists.done.applied'), value: by(list.appliedBy, list.appliedAt) }
      : undefined,
    list.undoneAt ? { label: t('staffLists.done.undone'), value: moment(list.undoneAt) } : undefined,
    invitations && invitations.total > 0
      ? {
          label: t('staffLists.done.invitations'),
          value: (
            <>
              {t('staffLists.done.mailDone', { done: invitations.handedOver, count: invitations.total })}
              {invitations.problems > 0 ? (
                <>
                  {' '}
                  <Link {...paths.people({ slug: organisation.slug })} search={{ view: 'email_problems' }}>
                    {t('staffLists.done.mailProblems', { count: invitations.problems })}
                  </Link>
                </>
              ) : null}
            </>
          ),
        }
      : undefined,
    {
      label: t('staffLists.done.result'),
      value: (
        <span className="files">
          {(['xlsx', 'csv'] as const).map((format) => (
            <a key={format} href={fileAddress(list.id, 'result', format)} download>
              {t(`staffLists.done.${format}`)}
            </a>
          ))}
        </span>
      ),
    },
    { label: t('staffLists.done.reference'), value: <Reference list={list} /> },
  ]
  return <Facts caption={t('staffLists.done.facts')} facts={facts.filter((fact) => fact !== undefined)} />
}

/** What to quote to support, and the lines they need, copied at once. */
function Reference({ list }: { list: StaffList }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<'yes' | 'no'>()
  async function copy() {
    setCopied(
      await navigator.clipboard.writeText(reportOf(list)).then(
        () => 'yes' as const,
        () => 'no' as const,
      ),
    )
  }
  return (
    <span className="files">
      <code>{list.reference}</code>
      <button type="button" className="link-button" onClick={copy}>
        {t('staffLists.done.copyReport')}
      </button>
      <span role="status" className="muted">
        {copied === 'yes'
          ? t('staffLists.done.copied')
          : copied === 'no'
            ? t('staffLists.done.notCopied')
            : null}
      </span>
    </span>
  )
}
