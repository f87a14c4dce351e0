import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type Retention } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { DownloadPerson } from './download-person.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { HoldDialog } from './hold-dialog.tsx'

const SHOWN = 6
/** Whatever their status: the list leaves out who is archived unless it is asked for. */
const EVERY_STATUS = 'active,locked,pending,expired,not_invited,awaiting_approval,inactive'

type Named = { id: string; name: string }

/** Finds one person, to download or hold what is kept of them, or to erase them because they asked for it. */
export function OnePerson({ data }: { data: Retention }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const [q, setQ] = useState('')
  const [asked, setAsked] = useState<{ what: 'hold' | 'erase'; person: Named }>()
  const found = api.useQuery(
    'get',
    '/api/v1/organisations/{id}/people',
    {
      params: {
        path: { id: organisation.id },
        query: {
          q,
          limit: SHOWN,
          status: EVERY_STATUS,
          ...(organisation.type === 'trust' ? { include: 'below' as const } : {}),
        },
      },
    },
    { enabled: q.length > 1, placeholderData: (before) => before },
  )
  const people = q.length > 1 ? (found.data?.data ?? []) : []
  const held = new Set(data.holds.flatMap((hold) => hold.person?.accountId ?? []))
  return (
    <section aria-labelledby="one-person" className="end-of-sheet">
      <div className="in section">
        <h2 id="one-person">{t('data.onePerson')}</h2>
        <p>{t('data.onePersonLead')}</p>
      </div>
      <div className="in find-one">
        <SearchBox
          label={t('data.find')}
          hint={t('data.findHint')}
          clearLabel={t('data.findClear')}
          value={q}
          onSearch={setQ}
        />
      </div>
      {people.length > 0 ? (
        <ul className="marginlist people-kept" aria-label={t('data.found')}>
          {people.map((each) => {
            const person = { id: each.id, name: `${each.givenName} ${each.familyName}`.trim() || each.email }
            return (
              <li key={each.id}>
                <div>
                  <b>{person.name}</b>
                  <span className="sub">
                    {each.email} · {each.statusLabel}
                    {held.has(each.personId) ? ` · ${t('data.onHold')}` : ''}
                  </span>
                </div>
                <div className="buttons">
                  {may(data.actions, 'users.delete').allowed ? <DownloadPerson person={person} /> : null}
                  {!held.has(each.personId) && may(data.actions, 'hold.place').allowed ? (
                    <Button
                      variant="default"
                      aria-label={t('data.holdName', { name: person.name })}
                      onClick={() => setAsked({ what: 'hold', person })}
                    >
                      {t('data.hold')}
                    </Button>
                  ) : null}
                  {!held.has(each.personId) && may(data.actions, 'users.delete').allowed ? (
                    <Button
                      variant="default"
                      aria-label={t('data.eraseName', { name: person.name })}
                      onClick={() => setAsked({ what: 'erase', person })}
                    >
                      {t('data.erase')}
                    </Button>
                  ) : null}
                </div>
              </li>
            )
          })}
        </ul>
      ) : null}
      {q.length > 1 && found.data && !found.isFetching && people.length === 0 ? (
        <p className="in below">{t('data.foundNone')}</p>
      ) : null}
      {asked?.what === 'hold' ? (
        <HoldDialog on={{ person: asked.person }} onClose={() => setAsked(undefined)} />
      ) : null}
      {asked?.what === 'erase' ? (
        <EraseDialog person={asked.person} onClose={() => setAsked(undefined)} />
      ) : null}
    </section>
  )
}
