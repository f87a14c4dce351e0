import { useQueryClient } from '@tanstack/react-query'
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type StaffList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { problemOf } from '../../ui/problem.ts'
import { Loaded } from '../../ui/states.tsx'
import { instantOf, wallOf } from '../invitations/zoned-time.ts'
import { MailBanner } from '../messages/mail-banner.tsx'
import './apply.css'
import './check-head.css'
import { nextMorning, typedCount, type When } from './applying.ts'
import { HeldCount } from './held-count.tsx'
import { InviteWhen } from './invite-when.tsx'
import { useStaffList } from './list-query.ts'
import { listKey, rowsKey } from './plan-rows.ts'
import { Steps } from './steps.tsx'
import { WillDo } from './will-do.tsx'

/** The last step: what will be done, in sentences, when the new people are invited, and the button that does it. */
export function ApplyPage() {
  const { id = '' } = useParams({ strict: false })
  const { query } = useStaffList(id)
  return (
    <div className="sheet">
      <Loaded query={query}>{(list) => <Apply key={list.id} list={list} />}</Loaded>
    </div>
  )
}

function Apply({ list }: { list: StaffList }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { keep } = useStaffList(list.id)
  const options = api.useQuery('get', '/api/v1/organisations/{id}/invitations/options', {
    params: { path: { id: list.organisationId } },
  })
  const send = api.useMutation('post', '/api/v1/staff-lists/{id}/apply')
  const timeZone = options.data?.timeZone ?? organisation.timeZone
  const [when, setWhen] = useState<When>('later')
  const [sendAt, setSendAt] = useState(() => nextMorning(wallOf(Date.now(), timeZone)))
  const [typed, setTyped] = useState('')
  const place = { slug: organisation.slug, id: list.id }
  const { counts, held } = list

  if (!send.isPending && list.state !== 'ready') {
    const planning = list.state === 'analysing' || list.state === 'failed'
    return <Navigate {...(planning ? paths.staffListCheck(place) : paths.staffListDone(place))} replace />
  }
  if (!counts) return <Navigate {...paths.staffListCheck(place)} replace />

  const action = may(list.actions, 'apply')
  const count = held ? typedCount(typed) : undefined
  const wrongCount = held && typed.trim() !== '' && count !== held.people
  const noDate = when === 'date' && sendAt === ''
  const reason = !action.allowed
    ? (action.reason ?? t('staffLists.apply.notNow'))
    : wrongCount
      ? t('staffLists.apply.wrongCount', { count: held.people })
      : noDate
        ? t('staffLists.apply.noDate')
        : undefined

  async function apply() {
    const invite = when === 'date' ? instantOf(sendAt, timeZone) : when
    const body = { invite, ...(count === undefined ? {} : { confirmCount: count }) }
    const next = await send.mutateAsync({ params: { path: { id: list.id } }, body }).catch(() => undefined)
    // Refused, because the plan is another one now or the list is no longer a draft: either way it is read again.
    if (!next) {
      await Promise.all([
        queries.invalidateQueries({ queryKey: listKey(list.id) }),
        queries.invalidateQueries({ queryKey: rowsKey }),
      ])
      return
    }
    keep(next)
    await navigate(paths.staffListDone(place))
  }

  return (
    <>
      <Steps current="apply" list={list} />
      <PageHead title={t('staffLists.apply.title')} lead={t('staffLists.apply.lead')} />
      {options.data && counts.taking.add > 0 ? <MailBanner mail={options.data.mail} /> : null}
      <Form
        error={send.error}
        submit={t('staffLists.apply.submit')}
        busy={send.isPending}
        cancel={{ link: paths.staffListCheck(place), label: t('staffLists.check.back') }}
        reason={reason}
        end={t('staffLists.apply.undoable')}
        onSubmit={apply}
      >
        {send.error && problemOf(send.error).code === 'stale_plan' ? (
          <p className="in after-problem">
            <Link {...paths.staffListCheck(place)}>{t('staffLists.apply.lookAgain')}</Link>
          </p>
        ) : null}
        <WillDo list={list} counts={counts} setsUp={when === 'account'} />
        {held ? <HeldCount held={held} typed={typed} onType={setTyped} /> : null}
        {counts.taking.add > 0 ? (
          <InviteWhen
            count={counts.taking.add}
            days={options.data?.days}
            timeZone={timeZone}
            maySetUp={may(organisation.actions, 'users.create').allowed}
            when={when}
            sendAt={sendAt}
            onWhen={setWhen}
            onSendAt={setSendAt}
          />
        ) : null}
      </Form>
    </>
  )
}
