import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, Keyboard, LogOut, MonitorSmartphone, User, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { may } from '../api/types.ts'
import { Disc } from '../ui/disc.tsx'
import { paths } from './paths.ts'
import { usePlace } from './place.tsx'
import { signOut } from './sign-out.ts'

/** You: your account, how the product looks on this device, and the way out. */
export function PersonMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation()
  const { me, organisation } = usePlace()
  const people = paths.people({ slug: organisation.slug })
  const seesPeople = may(organisation.actions, 'users.view').allowed
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const icon = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const
  return (
    <Menu>
      <Menu.Target>
        <button className="person" type="button">
          <Disc givenName={me.givenName} familyName={me.familyName} />
          <span className="name">
            {me.name}
            <span className="unseen">{t('person.menu')}</span>
          </span>
          <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<User {...icon} />} onClick={() => navigate(paths.me())}>
          {t('person.account')}
        </Menu.Item>
        {seesPeople ? (
          <>
            <Menu.Divider />
            <Menu.Label>{t('person.accessManagement')}</Menu.Label>
            <Menu.Item leftSection={<Users {...icon} />} onClick={() => navigate(people)}>
              {t('person.users')}
            </Menu.Item>
          </>
        ) : null}
        <Menu.Item leftSection={<Keyboard {...icon} />} onClick={onShortcuts}>
          {t('peopleList.shortcuts')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('theme.label')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          {(['light', 'dark', 'auto'] as const).map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`theme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut {...icon} />} onClick={() => signOut('here')}>
          {t('person.signOut')}
        </Menu.Item>
        <Menu.Item leftSection={<MonitorSmartphone {...icon} />} onClick={() => signOut('everywhere')}>
          {t('person.signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
