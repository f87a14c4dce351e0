import { actingOnAccounts, labelling } from './accounts-of-many.ts'
import type { BulkAction } from './bulk.ts'
import { cancellingForMany, sendingToMany } from './invitations-of-many.ts'
import { leavingOfMany } from './leaving-of-many.ts'
import type { ManyAct } from './many-act.ts'

export const MANY_ACTS: Record<BulkAction, ManyAct> = {
  invite: sendingToMany('invite'),
  resend: sendingToMany('resend'),
  cancel: cancellingForMany,
  pause: leavingOfMany('pause'),
  archive: leavingOfMany('archive'),
  reactivate: leavingOfMany('reactivate'),
  unlock: actingOnAccounts('unlock'),
  reset_password: actingOnAccounts('reset_password'),
  sign_out: actingOnAccounts('sign_out'),
  label: labelling,
}
