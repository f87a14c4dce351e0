import { createContext, use } from 'react'
import type { StaffList } from '../../api/types.ts'
import type { PlanChanges } from './use-plan-changes.ts'

/** The plan one is looking at, and which of its problems is being put right. */
export type Plan = {
  list: StaffList
  changes: PlanChanges
  /** Key of the problem that is open, by `problemKey`. */
  open: string | undefined
  setOpen: (key: string | undefined) => void
}

export const PlanContext = createContext<Plan | undefined>(undefined)

export function usePlan(): Plan {
  const plan = use(PlanContext)
  if (!plan) throw new Error('usePlan is for what stands inside a plan')
  return plan
}
