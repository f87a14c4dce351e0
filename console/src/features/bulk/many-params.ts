import { notFound } from '@tanstack/react-router'
import type { BulkAction } from './chosen.ts'

const ACTIONS = {
  invite: true,
  resend: true,
  cancel: true,
  pause: true,
  archive: true,
  reactivate: true,
  unlock: true,
  reset_password: true,
  sign_out: true,
  label: true,
} satisfies Record<BulkAction, true>

const isAction = (text: string): text is BulkAction => Object.hasOwn(ACTIONS, text)

/** Reads the address of the page for many: what is to be done, and the name of the choice it is about. */
export const manyParams = {
  params: {
    parse: ({ action }: { action: string }): { action: BulkAction } => {
      if (!isAction(action)) throw notFound()
      return { action }
    },
    stringify: ({ action }: { action: BulkAction }) => ({ action }),
  },
  validateSearch: (raw: Record<string, unknown>): { chosen?: string } =>
    typeof raw.chosen === 'string' ? { chosen: raw.chosen } : {},
}
