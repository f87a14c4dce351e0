import { Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, ClipboardList, Plus, Send, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'

/** The ways to add people here, each with when to use it. In the bar above every page it is quieter than on People. */
export function AddPeople({ inBar = false }: { inBar?: boolean }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {inBar ? (
          <button type="button" className="add">
            <Plus size={20} strokeWidth={1.5} aria-hidden />
            <span>{t('shell.add')}</span>
          </button>
        ) : (
          <button type="button" className="button-link filled">
            {t('invite.addPeople')}
            <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
          </button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Send size={18} strokeWidth={1.5} aria-hidden />}
          onClick={() => navigate(paths.invite({ slug: organisation.slug }))}
        >
          {t('invite.title')}
          <span className="sub">{t('invite.whenToUse')}</span>
        </Menu.Item>
        {may(organisation.actions, 'users.create').allowed ? (
          <Menu.Item
            leftSection={<UserPlus size={18} strokeWidth={1.5} aria-hidden />}
            onClick={() => navigate(paths.newPerson({ slug: organisation.slug }))}
          >
            {t('newcomer.title')}
            <span className="sub">{t('newcomer.whenToUse')}</span>
          </Menu.Item>
        ) : null}
        {may(organisation.actions, 'staff_list.upload').allowed ? (
          <Menu.Item
            leftSection={<ClipboardList size={18} strokeWidth={1.5} aria-hidden />}
            onClick={() => navigate(paths.newStaffList({ slug: organisation.slug }))}
          >
            {t('staffLists.file.title')}
            <span className="sub">{t('staffLists.common.whenToUse')}</span>
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
