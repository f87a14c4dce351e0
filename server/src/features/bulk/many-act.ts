import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Member } from '../leaving/may-move.ts'
import type { BulkWish, Chosen, JobRow } from './bulk.ts'
import type { HandingOver } from './handing-over.ts'

/** Who is left out, with the code why, by membership. */
export type Refused = Map<string, string>

/** One thing that can be done to many: looked at beforehand, and done. */
export interface ManyAct {
  /** Whether it takes something from people, so that it is asked twice. */
  destructive: boolean
  /** Who would be left out; changes nothing. */
  whoCannot(tx: Tx, actor: Actor, chosen: Chosen[], wish: BulkWish): Promise<Refused>
  /**
   * What would change for those who are not left out, and what stays, in sentences.
   * @param at what the place is called where it was asked for
   */
  foretell(
    tx: Tx,
    going: Chosen[],
    at: string,
    wish: BulkWish,
  ): Promise<{ changes: string[]; keeps: string[] }>
  /**
   * What somebody else takes over from those who are not left out; nothing where that is left out.
   * @throws Refusal when it can't be handed over as wished
   */
  handingOver?(tx: Tx, actor: Actor, going: Chosen[], wish: BulkWish): Promise<HandingOver>
  /**
   * Hands over as wished, before anything else is done. The caller holds the tenant's row. @returns how many units
   * @throws Refusal when that can't be done
   */
  handOver?(app: App, tx: Tx, actor: Actor, going: Chosen[], to: string): Promise<number>
  /** Does it to everybody it can be done to. The caller holds the tenant's row. @returns who was left out */
  run(app: App, tx: Tx, actor: Actor, chosen: Chosen[], wish: BulkWish): Promise<Refused>
  /** Takes it back, where that can be. @returns who stays as they are now, and why */
  undo?(app: App, tx: Tx, actor: Actor, job: JobRow, changed: Changed[]): Promise<Refused>
}

/** Somebody whom a job changed, as they stand now. */
export interface Changed extends Member {
  state: string
  inactiveAs: 'archived' | 'paused' | null
  labels: Record<string, string>
  /** How they stood before it. */
  stateBefore: string
  asBefore: 'archived' | 'paused' | null
  labelsBefore: Record<string, string>
  /** Whether they are inactive since the job made them so. */
  sinceThen: boolean
  /** Whether the end of access that is planned for them is the one that the job set. */
  plannedThen: boolean
  /** The end of access for which the job set another, or which it made needless, YYYY-MM-DD; null without one. */
  endedAs: 'archived' | 'paused' | null
  endedOn: string | null
  /** Whether that day is over there. */
  endIsOver: boolean
}
