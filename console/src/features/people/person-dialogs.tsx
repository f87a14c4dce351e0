import type { Person } from '../../api/types.ts'
import { type AccountAct, AccountDialog } from './account-dialog.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { ReactivateDialog } from './reactivate-dialog.tsx'
import type { Done } from './use-outcome.ts'

export type Asking = { about: 'cancel' | 'link' | 'reactivate' | AccountAct; person: Person }

type PersonDialogProps = Asking & { onDone: (doing: Promise<Done>) => void; onClose: () => void }

/** The dialog that asks once more before something is done to this person, or shows their link. */
export function PersonDialog({ about, person, onDone, onClose }: PersonDialogProps) {
  switch (about) {
    case 'cancel':
      return <CancelDialog person={person} onDone={onDone} onClose={onClose} />
    case 'account.reset_password':
    case 'account.sign_out':
      return <AccountDialog person={person} act={about} onDone={onDone} onClose={onClose} />
    case 'link':
      return <LinkDialog person={person} onClose={onClose} />
    case 'reactivate':
      return <ReactivateDialog person={person} onDone={onDone} onClose={onClose} />
    default:
      return about satisfies never
  }
}
