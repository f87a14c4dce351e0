import { Button, type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { signOut } from '../../app/sign-out.ts'
import { DataDownload } from '../../ui/data-download.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PageHead } from '../../ui/page-head.tsx'

/** You: who we think you are, what you may do where, and how this device looks. */
export function MePage() {
  const { t } = useTranslation()
  const { me } = usePlace()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [leaving, setLeaving] = useState(false)
  return (
    <div className="sheet">
      <PageHead title={t('me.title')} lead={t('me.lead')} />
      <Facts
        caption={t('me.facts')}
        facts={[
          { label: t('me.name'), value: me.name },
          { label: t('me.email'), value: me.email },
        ]}
      />
      <div className="in section">
        <h2>{t('me.organisations')}</h2>
      </div>
      <Facts
        caption={t('me.organisations')}
        facts={me.organisations.map((organisation) => ({
          label: organisation.name,
          value: (
            <>
              {organisation.roles.map((role) => role.label).join(', ') || t('people.noRole')}
              <span className="sub">
                <Link {...paths.home({ slug: organisation.slug })}>
                  {t('me.goTo', { name: organisation.name })}
                </Link>
              </span>
            </>
          ),
        }))}
      />
      <fieldset>
        <legend className="in section legend">
          <h2>{t('theme.label')}</h2>
        </legend>
        <div className="choices">
          {(['auto', 'light', 'dark'] as const).map((scheme) => (
            <div key={scheme} className={`choice${colorScheme === scheme ? ' on' : ''}`}>
              <input
                type="radio"
                name="theme"
                id={`theme-${scheme}`}
                checked={colorScheme === scheme}
                onChange={() => setColorScheme(scheme satisfies MantineColorScheme)}
              />
              <label htmlFor={`theme-${scheme}`}>
                <b>{t(`theme.${scheme}`)}</b>
                <span>{t(`theme.means.${scheme}`)}</span>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <div className="in section">
        <h2>{t('me.kept')}</h2>
        <p>{t('me.keptLead')}</p>
      </div>
      <div className="in">
        <DataDownload
          name={me.name}
          label={t('me.download')}
          fetchFile={() => client.GET('/api/v1/me/data', { parseAs: 'blob' })}
        />
      </div>
      <div className="in section">
        <h2>{t('me.sessions')}</h2>
        <p>{t('me.sessionsLead')}</p>
      </div>
      <div className="in end-of-sheet">
        <Button
          variant="default"
          aria-disabled={leaving || undefined}
          onClick={() => {
            setLeaving(true)
            signOut('everywhere')
          }}
        >
          {t('person.signOutEverywhere')}
        </Button>
      </div>
    </div>
  )
}
