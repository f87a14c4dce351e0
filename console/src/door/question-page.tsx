import type { ReactNode } from 'react'
import { Crest } from '../ui/crest.tsx'
import { Back } from './marks.tsx'
import { type Errors, Heading, ProblemSummary, Progress, useTitle } from './pieces.tsx'
import { t } from './words.ts'

type QuestionPageProps = {
  title: string
  place: string
  /** Number of this step and of all. Pages that are no step have none. */
  progress?: [step: number, steps: number]
  /** The first page of a document reads from the top; later ones from their heading. */
  first?: boolean
  back?: (() => void) | undefined
  errors?: Errors
  foot?: ReactNode
  children: ReactNode
}

const none: Errors = {}

/** One question on one sheet: the way back and how far above it, whose it is, and whom to ask below. */
export function QuestionPage(props: QuestionPageProps) {
  const { title, place, progress, first, back, errors = none, foot, children } = props
  useTitle(title, place)
  // What is wrong and what to mend belong together on a small screen; whose page it is was said before.
  const wrong = Object.keys(errors).length > 0
  return (
    <main className="page question">
      <div className="top">
        {back ? <Back label={t('back')} onClick={back} /> : <span />}
        {progress ? <Progress step={progress[0]} steps={progress[1]} /> : null}
      </div>
      <ProblemSummary errors={errors} />
      {wrong ? null : (
        <p className="whose">
          <Crest height={28} />
          {place}
        </p>
      )}
      <Heading key={title} title={title} quiet={first ?? false} />
      {children}
      {foot ? <div className="foot">{foot}</div> : null}
    </main>
  )
}
