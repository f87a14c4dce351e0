import { Link, type LinkProps } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import './steps.css'

const STEPS = ['file', 'match', 'check', 'fix', 'apply'] as const
export type Step = (typeof STEPS)[number]

type StepsProps = {
  current: Step
  /** Once it is uploaded: steps already behind can be gone back to. */
  list?: StaffList | undefined
  /** What stands at the end of the line, such as when the draft was saved. */
  end?: ReactNode
}

/** The line above every page of an upload: what is done, where one is, and what is still to come. */
export function Steps({ current, list, end }: StepsProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const at = STEPS.indexOf(current)
  return (
    <div className="in topline">
      <ol className="steps" aria-label={t('staffLists.steps.label')}>
        {STEPS.map((step, index) => {
          const done = index < at
          const link = done && list ? linkBack(step, { slug: organisation.slug, id: list.id }) : undefined
          const words = t(`staffLists.steps.${step}`)
          return (
            <li
              key={step}
              className={done ? 'done' : undefined}
              aria-current={step === current ? 'step' : undefined}
            >
              <span className="dot">
                {done ? (
                  <>
                    <Check size={16} strokeWidth={1.5} aria-hidden />
                    <span className="unseen">{t('staffLists.steps.done')} </span>
                  </>
                ) : (
                  index + 1
                )}
              </span>
              {link ? <Link {...link}>{words}</Link> : <span className="name">{words}</span>}
            </li>
          )
        })}
      </ol>
      {end ? <span className="muted">{end}</span> : null}
    </div>
  )
}

/** A file that was uploaded stays as it is; every later step can be looked at again. */
function linkBack(step: Step, place: { slug: string; id: string }): LinkProps | undefined {
  if (step === 'match') return paths.staffListMatch(place)
  if (step === 'check') return paths.staffListCheck(place)
  if (step === 'fix') return paths.staffListFix(place)
  return undefined
}
