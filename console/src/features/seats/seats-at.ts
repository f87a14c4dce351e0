import type { Organisation } from '../../api/types.ts'
import type { SeatsSearch } from './seats-search.ts'

/** What the address asks for; at a trust also the seats of its schools. */
export const seatsAt = (organisation: Organisation, { on }: SeatsSearch) => ({
  path: { id: organisation.id },
  query: {
    ...(on ? { on } : {}),
    ...(organisation.type === 'trust' ? { include: 'below' as const } : {}),
  },
})
