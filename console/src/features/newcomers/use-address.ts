import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { AddressAnswer } from '../../api/types.ts'

export type Address = {
  /** What the address that was asked about is here; nothing while it is free, wrong or not asked about. */
  answer: AddressAnswer | undefined
  ask: (email: string) => void
  forget: () => void
}

/** Looks, when an address was typed, whether somebody has it already and where. A wrong one is said on saving. */
export function useAddress(organisationId: string): Address {
  const [asked, setAsked] = useState('')
  const check = api.useMutation('post', '/api/v1/organisations/{id}/people/address-check')
  return {
    answer: check.data?.code ? check.data : undefined,
    ask: (typed) => {
      const email = typed.trim()
      if (email === asked || !email.includes('@')) return
      setAsked(email)
      check.mutate({ params: { path: { id: organisationId } }, body: { email } })
    },
    forget: () => {
      setAsked('')
      check.reset()
    },
  }
}
