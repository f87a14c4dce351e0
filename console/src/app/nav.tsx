import { Link } from '@tanstack/react-router'
import { usePages } from './pages.ts'
import { useReadAnew } from './use-go.ts'

/** The way to every page this person can use here. Used twice: at the side, and in the drawer of a narrow screen. */
export function NavLinks({ onFollow }: { onFollow?: () => void }) {
  const groups = usePages()
  const readAnew = useReadAnew()
  return groups.map((group) => (
    <ul key={group[0]?.kind}>
      {group.map((page) => {
        const { kind, link, icon: Icon, label } = page
        return (
          <li key={kind}>
            <Link
              {...link}
              activeOptions={{ exact: kind === 'home', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
              onClick={() => {
                readAnew(page)
                onFollow?.()
              }}
            >
              <Icon size={20} strokeWidth={1.5} aria-hidden />
              <span>{label}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  ))
}
