import { Button, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'

/** The ways in for the first people: the staff list, or a line to paste into, which the invite page takes over. */
export function InviteFirst({ alone }: { alone: boolean }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const [pasted, setPasted] = useState('')
  const uploads = may(organisation.actions, 'staff_list.upload').allowed
  function go(event: FormEvent) {
    event.preventDefault()
    // In the history entry rather than the address: nobody's email address belongs in a log.
    navigate({ ...paths.invite({ slug: organisation.slug }), state: { pasted } as object })
  }
  return (
    <div className="in say first-people">
      <h2>{alone ? t('people.onlyYou') : t('people.none')}</h2>
      {uploads ? (
        <>
          <p>{t('people.noneUpload')}</p>
          <div className="buttons">
            <Link {...paths.newStaffList({ slug: organisation.slug })} className="button-link">
              {t('people.uploadFirst')}
            </Link>
          </div>
        </>
      ) : null}
      <p>{t(uploads ? 'people.noneOr' : 'people.noneNext')}</p>
      <form onSubmit={go} className="beside">
        <TextInput
          label={t('people.paste')}
          description={t('people.pasteHint')}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" variant="default">
          {t('people.inviteByEmail')}
        </Button>
      </form>
    </div>
  )
}
