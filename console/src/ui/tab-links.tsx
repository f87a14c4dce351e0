import { Link, type LinkProps } from '@tanstack/react-router'
import './tab-links.css'

export type TabLink = {
  key: string
  label: string
  link: LinkProps
  current: boolean
  count?: number | undefined
}

/** Views of one thing, side by side, each with an address of its own. The one you are on is underlined in ink. */
export function TabLinks({ name, tabs }: { name: string; tabs: TabLink[] }) {
  return (
    <nav className="tab-links" aria-label={name}>
      <ul className="in">
        {tabs.map(({ key, label, link, current, count }) => (
          <li key={key}>
            <Link
              {...link}
              {...(current ? { 'aria-current': 'page' as const } : {})}
              activeOptions={{ exact: true, includeSearch: true }}
              activeProps={{}}
              resetScroll={false}
            >
              <span>{label}</span>
              {count === undefined ? null : <span className="count">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
