/** How somebody leaves; the first is offered unless another was asked for. */
export const WAYS = ['archive', 'pause', 'move', 'delete'] as const
export type Way = (typeof WAYS)[number]

export const readLeaveSearch = (search: Record<string, unknown>): { as?: Way } => {
  const as = WAYS.find((way) => way === search.as)
  return as ? { as } : {}
}

/** What is chosen besides the way. */
export interface Leaving {
  /** The last day with access; undefined: it ends now. */
  on?: string | undefined
  leavingDate?: string | undefined
  reason: string
  tell: boolean
  to?: string | undefined
  /** Who takes over what nobody would lead any more. */
  successor?: { id: string; label: string } | undefined
  /** The name as typed before somebody is deleted. */
  name: string
}

const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')

/** Whether what was typed is the name that is shown; capitals and spaces don't matter. The server looks again. */
export const isTheName = (typed: string, name: string): boolean => plain(typed) === plain(name)
