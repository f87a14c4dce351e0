import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { NewcomerOptions, Organisation } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form, useProblem } from '../../ui/form.tsx'
import { announce } from '../../ui/notice.tsx'
import { RoleRows } from '../invitations/role-rows.tsx'
import { UnitChoice } from '../invitations/unit-choice.tsx'
import { MoreAbout } from './more-about.tsx'
import { firstTerms, notifyOf, type Terms, termsOf, type Who, workOf } from './newcomer.ts'
import { useAddress } from './use-address.ts'
import { WayRows } from './way-rows.tsx'
import { WhoFields } from './who-fields.tsx'

type NewcomerFormProps = {
  options: NewcomerOptions
  /** Where the actor may add people. */
  places: Organisation[]
  who: Who
  onWho: (who: Who) => void
  onWhere: (organisationId: string) => void
}

/** Who they are, what they may do, and how they hear of it. What the button does, and when a seat is taken, stands beside it. */
export function NewcomerForm({ options, places, who, onWho, onWhere }: NewcomerFormProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [terms, setTerms] = useState(() => firstTerms(options))
  const add = api.useMutation('post', '/api/v1/organisations/{id}/people')
  const { of } = useProblem(add.error)
  const where = options.organisation
  const address = useAddress(where.id)
  const list = paths.people({ slug: organisation.slug })

  function change(next: Partial<Terms>) {
    add.reset()
    setTerms((before) => ({ ...before, ...next }))
  }
  function save() {
    const { givenName, familyName, email } = who
    const body = {
      givenName,
      familyName,
      email: email.trim(),
      ...workOf(who),
      ...termsOf(terms, options.timeZone),
    }
    add.mutate(
      { params: { path: { id: where.id } }, body },
      {
        onSuccess: async ({ id, sentence }) => {
          const slug = places.find((each) => each.id === where.id)?.slug ?? organisation.slug
          await queries.invalidateQueries()
          await navigate(paths.person({ slug, id }))
          announce(sentence)
        },
      },
    )
  }

  const { way } = terms
  const fits = address.answer?.fits.includes(notifyOf(way)) ?? true
  const reason = fits ? missingDate(terms) && t('invite.why.date') : t('newcomer.notFit')
  return (
    <Form
      error={add.error}
      submit={t(`newcomer.save.${way}`)}
      busy={add.isPending}
      cancel={{ link: list, label: t('form.cancel') }}
      reason={reason || undefined}
      end={t(`newcomer.effect.${way}`)}
      onSubmit={save}
    >
      <WhoFields
        options={options}
        places={places}
        who={who}
        address={address}
        errorOf={of}
        onWho={(next) => {
          add.reset()
          onWho(next)
        }}
        onWhere={onWhere}
        onInvite={() => change({ way: 'invite' })}
      />
      <div className="invite newcomer">
        <div>
          <RoleRows
            options={options}
            role={terms.role}
            hint={t('newcomer.roleHint')}
            onChange={(role) => change({ role })}
          />
          {options.units.length > 0 ? (
            <UnitChoice options={options} terms={terms} error={of('units')} onChange={change} />
          ) : null}
          <WayRows options={options} terms={terms} errorOf={of} onChange={change} />
          <MoreAbout options={options} terms={terms} who={who} errorOf={of} onChange={change} onWho={onWho} />
        </div>
      </div>
    </Form>
  )
}

const missingDate = ({ way, sendAt }: Terms) => way === 'date' && sendAt === ''
