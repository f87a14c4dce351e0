import { sql } from 'kysely'
import type { Actor, Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { maySee } from '../access/authorize.policy.ts'
import { kindsAlongPath } from '../access/places.queries.ts'

export interface HiddenUnit {
  id: string
  name: string
}

/** Private units that aren't for somebody: no list names them to them. Few units are private. */
export async function listHiddenUnits(tx: Tx, actor: Actor): Promise<HiddenUnit[]> {
  const found = await sql<HiddenUnit & { place: Place }>`
    select u.id, u.name, jsonb_build_object('organisationId', o.id, 'path', o.path, 'type', o.type,
      'unit', jsonb_build_object('id', u.id, 'kinds', ${kindsAlongPath}, 'path', u.path, 'private', true)) as place
    from units u join organisations o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where u.tenant_id = current_tenant() and u.private`.execute(tx)
  return found.rows.filter(({ place }) => !maySee(actor, place))
}
