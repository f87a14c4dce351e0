import { createContext, use } from 'react'
import type { Me, Organisation } from '../api/types.ts'

/** Where the person is looking, and who they are. Every page below the shell has both. */
export type Place = {
  organisation: Organisation
  parent: Organisation | undefined
  organisations: Organisation[]
  me: Me
}

export const PlaceContext = createContext<Place | undefined>(undefined)

export function usePlace(): Place {
  const place = use(PlaceContext)
  if (!place) throw new Error('usePlace is for pages inside the shell')
  return place
}
