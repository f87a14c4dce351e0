import type { Client } from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import { client as generated } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import type { Action } from '../../api/types.ts'

export type Delivery = {
  state: 'queued' | 'sending' | 'accepted' | 'deferred' | 'bounced' | 'failed' | 'unknown' | 'suppressed'
  stateLabel: string
  explanation: string | null
  nextTryAt: string | null
}
export type Invitation = {
  id: string
  inviter: string | null
  sentAt: string | null
  sendAt: string | null
  expiresAt: string | null
  startedAt: string | null
  stoppedAt: 'name' | 'mobile' | 'password' | null
  delivery: Delivery | null
}
export type Person = {
  id: string
  personId: string
  email: string
  givenName: string
  familyName: string
  organisation: { id: string; name: string }
  status: 'locked' | 'awaiting_approval' | 'active' | 'expired' | 'pending' | 'not_invited' | 'inactive'
  statusLabel: string
  statusDetail: string | null
  statusTone: 'none' | 'info' | 'warn' | 'review' | 'neutral' | 'danger'
  roles: { role: string; label: string; scope: string | null }[]
  grants: number
  jobTitle: string | null
  lastActiveAt: string | null
  isAdmin: boolean
  actions: Action[]
  units: { id: string; name: string }[]
  staffNumber: string | null
  labels: Record<string, string>
  problem: string | null
  outsideDomains: boolean
  invitation: Invitation | null
}
export type Happening = {
  at: string
  event: string
  sentence: string
  kind: 'change' | 'message'
  problem: boolean
  serverAnswer?: string
  explanation?: string
  messageId?: string
}
export type PersonDetail = Person & {
  accountCreatedAt: string
  emailProvedAt: string | null
  language: string | null
  mobile: string | null
  relationship: string
  deletionDate: string | null
  fields: { field: string; label: string; value: string; source: string }[]
  timeline: Happening[]
}
export type PeopleList = {
  data: Person[]
  next: string | null
  total?: number
  header: { people: number; places: number; registered: number }
  views: {
    everyone: number
    invitations: number
    not_registered: number
    email_problems: number
    admins: number
  }
  filters: {
    roles: { key: string; label: string }[]
    units: { id: string; name: string; kind: string }[]
    schools: { id: string; name: string }[]
  }
  actions: Action[]
  mail: { mode: 'captured' | 'sending'; sentence: string }
}
type Q = {
  limit?: number
  after?: string
  count?: 'exact' | 'none'
  include?: 'below'
  sort?: string
  status?: string
  role?: string
  unit?: string
  school?: string
  q?: string
  view?: string
}
type Ok<Body, Status extends number = 200> = {
  [S in Status]: { headers: { [name: string]: unknown }; content: { 'application/json': Body } }
}
type Parameters<Query = undefined> = {
  path: { id: string }
  query?: Query
  header?: never
  cookie?: never
}
type Item = { parameters: { path?: never; query?: never; header?: never; cookie?: never } }
type Coming = {
  '/api/v1/organisations/{id}/people': Item & {
    get: { parameters: Parameters<Q>; requestBody?: never; responses: Ok<PeopleList> }
  }
  '/api/v1/people/{id}': Item & {
    get: { parameters: Parameters<never>; requestBody?: never; responses: Ok<PersonDetail> }
  }
}
const client = generated as unknown as Client<Omit<paths, keyof Coming> & Coming>
export const api = createQueryClient(client)
