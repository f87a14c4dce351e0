/**
 * The shapes of the HTTP API. Written by `npm run generate` from the server's OpenAPI document; not edited by hand.
 */
type Json<Body> = { headers: { [name: string]: unknown }; content: { 'application/json': Body } }
type Empty = { headers: { [name: string]: unknown }; content?: never }
type Problems = {
  headers: { [name: string]: unknown }
  content: { 'application/problem+json': components['schemas']['Problem'] }
}
type NoParameters = { query?: never; header?: never; path?: never; cookie?: never }
type ById = { query?: never; header?: never; path: { id: string }; cookie?: never }
type Get<Parameters, Body> = {
  parameters: Parameters
  requestBody?: never
  responses: { 200: Json<Body>; default: Problems }
}
type Send<Parameters, Wish, Responses> = {
  parameters: Parameters
  requestBody: { content: { 'application/json': Wish } }
  responses: Responses & { default: Problems }
}
type Plain<Parameters, Responses> = { parameters: Parameters; requestBody?: never; responses: Responses & { default: Problems } }
type List<Row> = { data: Row[]; next: string | null; total?: number }

export interface paths {
  '/api/v1/door': { get: Get<NoParameters, components['schemas']['Door']> }
  '/api/v1/setup': { get: Get<NoParameters, components['schemas']['SetUp']> }
  '/api/v1/password-resets/{token}': {
    get: Get<{ query?: never; header?: never; path: { token: string }; cookie?: never }, components['schemas']['ResetLink']>
  }
  '/api/v1/sessions': { delete: Plain<NoParameters, { 204: Empty }> }
  '/api/v1/sessions/current': { delete: Plain<NoParameters, { 204: Empty }> }
  '/api/v1/sessions/current/confirm': { post: Send<NoParameters, { password: string }, { 204: Empty }> }
  '/api/v1/me': { get: Get<NoParameters, components['schemas']['Me']> }
  '/api/v1/organisations': {
    get: Get<NoParameters, List<components['schemas']['Organisation']> & { actions: components['schemas']['Action'][] }>
    post: Send<
      NoParameters,
      { name: string; type: 'school'; parentId: string; urn?: string | null; domains?: string[]; timeZone?: string },
      { 201: Json<components['schemas']['Organisation']> }
    >
  }
  '/api/v1/organisations/{id}': {
    get: Get<ById, components['schemas']['Organisation']>
    patch: Send<
      ById,
      { name?: string; urn?: string | null; domains?: string[]; timeZone?: string },
      { 200: Json<components['schemas']['Organisation']> }
    >
  }
  '/api/v1/organisations/{id}/units': {
    get: Get<ById, List<components['schemas']['Unit']> & { actions: components['schemas']['Action'][] }>
    post: Send<
      ById,
      { name: string; kind: components['schemas']['UnitKind']; parentId?: string | null; private?: boolean },
      { 201: Json<components['schemas']['Unit']> }
    >
  }
  '/api/v1/units/{id}': {
    patch: Send<
      ById,
      { name?: string; parentId?: string | null; private?: boolean },
      { 200: Json<components['schemas']['Unit']> }
    >
  }
  '/api/v1/organisations/{id}/tasks': { get: Get<ById, List<components['schemas']['Task']>> }
  '/api/v1/organisations/{id}/people': {
    get: Get<
      {
        query?: {
          include?: 'below'
          status?: string
          sort?: 'urgency' | 'name'
          limit?: number
          after?: string
          count?: 'exact' | 'none'
        }
        header?: never
        path: { id: string }
        cookie?: never
      },
      List<components['schemas']['Person']> & { header: { people: number; places: number; registered: number } }
    >
  }
  '/api/v1/people/{id}': { get: Get<ById, components['schemas']['PersonDetail']> }
  '/api/v1/people/{id}/roles': {
    get: Get<ById, components['schemas']['PersonRoles']>
    put: Send<
      ById,
      { roles: { role: string; unit?: string; kind?: components['schemas']['UnitKind'] }[]; permissions?: string[] },
      { 200: Json<components['schemas']['PersonRoles']> }
    >
  }
  '/api/v1/organisations/{id}/messages': {
    get: Get<
      { query?: { limit?: number; after?: string }; header?: never; path: { id: string }; cookie?: never },
      List<components['schemas']['Message']> & { mail: { mode: 'captured' | 'sending'; sentence: string } }
    >
  }
  '/api/v1/messages/{id}/content': { get: Get<ById, { subject: string; text: string; html: string }> }
}

export interface components {
  schemas: {
    Problem: {
      type: string
      title: string
      status: number
      detail: string
      instance: string
      code: string
      requestId: string
      errors?: { pointer: string; code: string; detail: string; suggestion?: string }[]
    }
    Action: { action: string; allowed: boolean; reason?: string }
    Door: {
      setUp: boolean
      organisation: { name: string; type: 'trust' | 'school' } | null
      mail: 'captured' | 'sending'
      locale: string
    }
    SetUp: {
      checks: {
        check: 'database' | 'address' | 'https' | 'clock' | 'secret_key' | 'mail'
        state: 'ok' | 'note' | 'problem'
        detail: string
        setting?: string
      }[]
      timeZone: string
    }
    ResetLink: { organisation: { name: string }; kind: 'reset' | 'first_password' }
    Role: { role: string; label: string; scope: string | null }
    Me: {
      id: string
      email: string
      name: string
      givenName: string
      familyName: string
      organisations: {
        id: string
        name: string
        slug: string
        type: 'trust' | 'school'
        parentId: string | null
        roles: components['schemas']['Role'][]
        permissions: string[]
      }[]
    }
    Organisation: {
      id: string
      slug: string
      name: string
      type: 'trust' | 'school'
      parentId: string | null
      urn: string | null
      domains: string[]
      timeZone: string
      people: number
      units: number
      actions: components['schemas']['Action'][]
    }
    UnitKind: 'service_area' | 'group' | 'subject_area' | 'faculty' | 'department' | 'class'
    Unit: {
      id: string
      organisationId: string
      name: string
      kind: components['schemas']['UnitKind']
      parentId: string | null
      private: boolean
      source: 'local' | 'synced'
      actions: components['schemas']['Action'][]
    }
    Task: {
      task: 'add_schools' | 'add_units' | 'set_up_email' | 'appoint_another_admin' | 'add_domains'
      state: 'to_do' | 'done' | 'optional'
      detail: string
    }
    Status: 'locked' | 'awaiting_approval' | 'active' | 'expired' | 'pending' | 'not_invited' | 'inactive'
    Person: {
      id: string
      personId: string
      email: string
      givenName: string
      familyName: string
      organisation: { id: string; name: string }
      status: components['schemas']['Status']
      statusLabel: string
      statusDetail: string | null
      statusTone: 'none' | 'info' | 'warn' | 'review' | 'neutral' | 'danger'
      roles: components['schemas']['Role'][]
      grants: number
      jobTitle: string | null
      lastActiveAt: string | null
      isAdmin: boolean
      actions: components['schemas']['Action'][]
    }
    PersonDetail: components['schemas']['Person'] & {
      accountCreatedAt: string
      emailProvedAt: string | null
      timeline: { at: string; sentence: string }[]
      sources: unknown[]
    }
    PersonRoles: {
      person: { id: string; name: string }
      roles: {
        role: string
        unit?: { id: string; name: string }
        kind?: components['schemas']['UnitKind']
        label: string
        source: string
      }[]
      choices: {
        role: string
        label: string
        meaning: string
        scopes: ('tenant' | 'organisation' | 'unit' | 'kind')[]
        allowed: boolean
        reason?: string
      }[]
      units: { id: string; name: string; kind: components['schemas']['UnitKind'] }[]
      permissions: {
        permission: string
        label: string
        group: string
        fromRole: boolean
        granted: boolean
        allowed: boolean
        reason?: string
      }[]
      editable: boolean
      reason?: string
    }
    Message: {
      id: string
      to: string
      kind: string
      kindLabel: string
      subject: string
      state: 'queued' | 'sending' | 'accepted' | 'deferred' | 'bounced' | 'failed' | 'unknown' | 'suppressed'
      stateLabel: string
      captured: boolean
      explanation: string | null
      serverAnswer: string | null
      attempts: number
      nextTryAt: string | null
      createdAt: string
      actions: components['schemas']['Action'][]
    }
  }
}
