/** The door a request came through, as the record names it. */
export type Door = 'console' | 'api' | 'scim' | 'cli' | 'job'

/** What a door knows of a request, handed along so that the record and a repeated request can be recognised. */
export interface Request {
  id: string
  door: Door
  /** Network address of the browser or program, and what it calls itself. Personal: kept encrypted only. */
  address?: string
  userAgent?: string
  /** Base address the browser used, as far as it says. */
  visitedAt?: string
  /** Set when the request carried an Idempotency-Key. */
  idempotency?: { key: string; requestHash: Buffer; replayed: boolean }
}

export type Scope = 'tenant' | 'organisation' | 'unit' | 'kind'

export interface Assignment {
  role: string
  scope: Scope
  organisationId: string
  unitId: string | null
  unitName: string | null
  unitKind: string | null
  source: 'manual' | 'sync' | 'invitation' | 'preset' | 'staff_list'
}

/** What a person holds in one organisation. */
export interface Holding {
  membershipId: string
  state: string
  organisation: {
    id: string
    name: string
    slug: string
    type: string
    parentId: string | null
    path: string[]
  }
  assignments: Assignment[]
  grants: string[]
}

export interface Person {
  kind: 'person'
  tenantId: string
  accountId: string
  sessionId: string
  email: string
  givenName: string
  familyName: string
  language: string
  holdings: Holding[]
  /** Seconds since the person last proved who they are. */
  proofSeconds: number
  request: Request
}

/** Somebody at the command line of the machine; may do what its command says, and is recorded so. */
export interface Operator {
  kind: 'operator'
  tenantId: string
  request: Request
}

/** Lanyard itself, in a job. */
export interface System {
  kind: 'system'
  tenantId: string
  request: Request
}

/** A visitor of a public page. */
export interface Anonymous {
  kind: 'anonymous'
  tenantId: string
  request: Request
}

/** Who is asking. Handed to every verb. */
export type Actor = Person | Operator | System | Anonymous

/** Where something is: an organisation with those above it, and perhaps a unit in it with those above that. */
export interface Place {
  organisationId: string
  /** Ids from the root of the tenant down to the organisation itself. */
  path: string[]
  type?: string
  /** `kinds` are those of the units along its path, the topmost first. */
  unit?: { id: string; kinds: string[]; path: string[]; private: boolean }
}
