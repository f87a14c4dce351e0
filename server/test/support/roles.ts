import type { Client } from './http-client.ts'

export interface RolesAsked {
  roles: { role: string; unit?: string; kind?: string }[]
  permissions?: string[]
}

/** Asks that these be somebody's roles and toggles. */
export const putRoles = (who: Client, id: string, wish: RolesAsked) =>
  who.put(`/api/v1/people/${id}/roles`, wish)

/** What somebody holds, as the sheet shows it to an owner: roles with their places, then toggles. */
export async function heldBy(owner: Client, id: string): Promise<string[]> {
  const { body } = await owner.get(`/api/v1/people/${id}/roles`)
  const roles = body.roles.map((each: { role: string; unit?: { name: string }; kind?: string }) =>
    [each.role, each.unit?.name ?? each.kind].filter(Boolean).join(' of '),
  )
  const toggles = body.permissions.filter((each: { granted: boolean }) => each.granted)
  return [...roles, ...toggles.map((each: { permission: string }) => `+${each.permission}`)].sort()
}
