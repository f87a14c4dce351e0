import { useState } from 'react'
import { send } from './api.ts'
import { ends, type OnEnded } from './invitation-page.ts'
import { type Errors, Submit, sentenceOf } from './pieces.tsx'
import { QuestionPage } from './question-page.tsx'
import { t } from './words.ts'

type NotMeProps = {
  place: string
  /** Whom the letter was for. */
  lead: string
  inviter: string | null
  address: string
  first: boolean
  onEnded: OnEnded
  onItIsMe: () => void
}

/** The letter came to the wrong person. Asked once more first, because it ends the invitation. */
export function NotMe(props: NotMeProps) {
  const { place, lead, inviter, address, first, onEnded, onItIsMe } = props
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)

  async function decline() {
    if (busy) return
    setErrors({})
    setBusy(true)
    const { problem } = await send('POST', `${address}/not-me`)
    setBusy(false)
    if (!problem) return setDone(true)
    if (!ends(problem, onEnded)) setErrors({ '': sentenceOf(problem) })
  }

  if (done)
    return (
      <QuestionPage title={t('notMe.doneTitle')} place={place}>
        <p className="lead">{inviter ? t('notMe.done', { inviter }) : t('notMe.doneNobody')}</p>
        <p className="lead">{t('notMe.doneClose')}</p>
      </QuestionPage>
    )
  return (
    <QuestionPage title={t('notMe.title')} place={place} first={first} errors={errors}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          decline()
        }}
      >
        <p className="lead">{lead}</p>
        <p className="lead">{inviter ? t('notMe.then', { inviter }) : t('notMe.thenNobody')}</p>
        <Submit label={t('notMe.submit')} working={t('notMe.working')} busy={busy} />
        <button className="button plain" type="button" onClick={onItIsMe}>
          {t('notMe.itIsMe')}
        </button>
      </form>
    </QuestionPage>
  )
}
