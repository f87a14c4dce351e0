import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { RolesPreview, RolesWish } from '../../api/types.ts'
import { Sentences } from '../../ui/sentences.tsx'

/** How long somebody may go on ticking before it is asked what that would change. */
const PAUSE_MS = 300

/** What the roles that are ticked would change, before they are saved; undefined while that is not known. */
export function useRoleConsequences(id: string, wish: RolesWish, changed: boolean) {
  const now = JSON.stringify(wish)
  const [asked, setAsked] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [now])
  const query = useQuery({
    queryKey: ['role-consequences', id, asked],
    enabled: changed,
    // What was true when it was last looked at may not be now.
    gcTime: 0,
    staleTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
    queryFn: () => ask(id, JSON.parse(asked) as RolesWish),
  })
  return changed ? query.data : undefined
}

async function ask(id: string, body: RolesWish): Promise<RolesPreview> {
  const { data, error } = await client.POST('/api/v1/people/{id}/roles/consequences', {
    params: { path: { id } },
    body,
  })
  if (!data) throw error
  return data
}

/** What changes, what somebody else takes over, what stays; or what stands in the way. */
export function RoleConsequences({ known }: { known: RolesPreview }) {
  const { t } = useTranslation()
  if (known.blocks.length > 0)
    return (
      <div className="in banner trouble" role="alert">
        <span className="mark" aria-hidden>
          !
        </span>
        {known.blocks.map(({ code, sentence }) => (
          <p key={code}>{sentence}</p>
        ))}
      </div>
    )
  return (
    <>
      <Sentences title={t('leave.changes')} mark="~" sentences={known.changes} />
      <Sentences title={t('leave.handsOver')} mark="!" sentences={known.handsOver} />
      <Sentences title={t('leave.keeps')} mark="=" sentences={known.keeps} />
    </>
  )
}
