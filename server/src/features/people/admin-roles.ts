import { ADMIN_LEVEL, ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'

/** Roles of an admin's level, by which people are found who have one. */
export const ADMIN_ROLES: string[] = ROLE_KEYS.filter((key) => roleOf(key).level >= ADMIN_LEVEL)
