import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { openApiDocument } from '../src/entrances/http/openapi.ts'
import { ROLE_KEYS, roleOf } from '../src/features/access/built-in-roles.ts'
import type { Reply } from './support/http-client.ts'
import { startLanyard } from './support/start-lanyard.ts'

type Ids = Record<
  | 'organisations'
  | 'units'
  | 'people'
  | 'messages'
  | 'invitations'
  | 'invitation-batches'
  | 'staff-lists'
  | 'jobs'
  | 'staff-without-email',
  string
>

/** A sound body for each route that takes one, with ids of the place it is about. A route without an entry fails. */
const BODIES: Record<string, (ids: Ids) => unknown> = {
  addOrganisation: (ids) => ({ name: 'New School', parentId: ids.organisations }),
  editOrganisation: () => ({ name: 'Another name' }),
  addUnit: () => ({ name: 'Chess club', kind: 'group' }),
  editUnit: () => ({ name: 'Another name' }),
  previewRoles: () => ({ roles: [{ role: 'learner' }] }),
  changeRoles: () => ({ roles: [{ role: 'learner' }] }),
  pausePerson: () => ({}),
  reactivatePerson: () => ({}),
  editPerson: () => ({ jobTitle: 'Teacher' }),
  changeManyPeople: (ids) => ({ action: 'pause', select: { ids: [ids.people] }, expectedCount: 1 }),
  archivePerson: () => ({}),
  movePerson: (ids) => ({ to: ids.organisations }),
  deletePerson: () => ({ name: 'Mill Ford' }),
  createPerson: () => ({
    email: 'jane@some.example',
    givenName: 'Jane',
    familyName: 'Smith',
    notify: 'none',
  }),
  checkAddress: () => ({ email: 'jane@some.example' }),
  addStaffWithoutEmail: () => ({ givenName: 'Mo', familyName: 'Zed' }),
  giveStaffAddress: () => ({ email: 'mo@some.example', notify: 'none' }),
  changeRetention: () => ({ sessions: 29 }),
  holdOrganisation: () => ({ reason: 'Tribunal' }),
  holdPerson: () => ({ reason: 'Tribunal' }),
  erasePerson: () => ({ name: 'Mill Ford' }),
  recognisePeople: () => ({ text: 'jane@some.example' }),
  previewInvitation: () => ({ person: { email: 'jane@some.example' } }),
  invitePeople: (ids) => ({ people: [{ email: 'jane@some.example' }], units: [ids.units] }),
  resendInvitations: (ids) => ({ people: [ids.people] }),
  resendInvitation: () => ({}),
  testMail: () => ({ to: 'it@some.example' }),
  uploadStaffList: () => ({ everyone: false, rows: [{ Email: 'jane@some.example' }] }),
  changeStaffListMapping: () => ({ keep: ['jobTitle'] }),
  changeStaffListRow: () => ({ decision: 'skip' }),
  decideStaffListRows: () => ({ outcome: 'add', decision: 'skip', expectedCount: 1 }),
  fixStaffListGroup: () => ({ key: 'two_addresses' }),
  applyStaffList: () => ({ invite: 'now' }),
}
/** Routes about nobody else's things: oneself, one's own session, or nobody signed in. */
const OWN = [
  'signIn',
  'confirmPassword',
  'requestPasswordReset',
  'choosePassword',
  'chooseFirstPassword',
  'saveRegistration',
  'register',
  'checkSetUpCode',
  'setUp',
]

interface Operation {
  operationId: string
  method: string
  path: string
  hasBody: boolean
}

async function operations(): Promise<Operation[]> {
  const { paths } = (await openApiDocument()) as {
    paths: Record<string, Record<string, { operationId: string; requestBody?: unknown }>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      operationId: operation.operationId,
      method: method.toUpperCase(),
      path,
      hasBody: operation.requestBody !== undefined,
    })),
  )
}

/** An answer without what differs between any two requests. */
const comparable = (reply: Reply) =>
  JSON.stringify([reply.status, reply.headers.get('content-type'), reply.body]).replaceAll(
    reply.body.requestId,
    '',
  )

test('every route answers another tenant’s and another school’s ids exactly like an unknown id, for every role', async (t) => {
  const lanyard = await startLanyard(t)
  const { make, http } = lanyard
  const harbour = await lanyard.secondTenant()
  const reed = await make.school('Reed Primary')
  const mill = await make.school('Mill Lane')
  const across = await harbour.make.school('Quay School')
  const idsAt = async (tenant: typeof harbour, place: typeof reed, tag: string): Promise<Ids> => {
    const unit = await tenant.make.unit('Science', { at: place })
    const person = await tenant.make.person(`${tag}@some.example`, { at: place })
    const invited = await tenant.http.as(tenant.owner).post(`/api/v1/organisations/${place.id}/invitations`, {
      people: [{ email: `invited-${tag}@some.example` }],
    })
    const listed = await tenant.http.as(tenant.owner).post(`/api/v1/organisations/${place.id}/staff-lists`, {
      everyone: false,
      rows: [{ Email: `listed-${tag}@some.example` }],
    })
    const job = await tenant.http.as(tenant.owner).post(`/api/v1/organisations/${place.id}/people/bulk`, {
      action: 'reactivate',
      select: { ids: [person.id] },
      expectedCount: 1,
    })
    const staff = await tenant.http
      .as(tenant.owner)
      .post(`/api/v1/organisations/${place.id}/staff-without-email`, { givenName: 'Mo', familyName: 'Zed' })
    return {
      organisations: place.id,
      units: unit.id,
      people: person.id,
      messages: await plantMessage(lanyard.ownerConnection, tenant.id, place.id),
      invitations: invited.body.results[0].invitationId,
      'invitation-batches': invited.body.batchId,
      'staff-lists': listed.body.id,
      jobs: job.body.id,
      'staff-without-email': staff.body.id,
    }
  }
  const unknown = {
    organisations: randomUUID(),
    units: randomUUID(),
    people: randomUUID(),
    messages: randomUUID(),
    invitations: randomUUID(),
    'invitation-batches': randomUUID(),
    'staff-lists': randomUUID(),
    jobs: randomUUID(),
    'staff-without-email': randomUUID(),
  }
  const foreign = {
    'another tenant': await idsAt(harbour, across, 'quay'),
    'another school': await idsAt(lanyard, mill, 'mill'),
  }
  const desk = await make.unit('Office', { at: reed })
  const callers = await Promise.all(
    ROLE_KEYS.map(async (role) => {
      const { givenAt } = roleOf(role)
      const above = givenAt.includes('tenant') || givenAt.includes('trust')
      const inUnit = !above && !givenAt.includes('organisation')
      const where = { at: above ? lanyard.root : reed, role, ...(inUnit ? { unit: desk } : {}) }
      const client = http.as(await make.person(`${role.replaceAll('_', '-')}@reed.example`, where))
      // Who stands above the schools sees all of them; another tenant is out of everybody's sight.
      return { role, client, outOfSight: above ? ['another tenant'] : Object.keys(foreign) }
    }),
  )

  let compared = 0
  for (const operation of await operations()) {
    const body = BODIES[operation.operationId]
    assert.ok(
      !operation.hasBody || body || OWN.includes(operation.operationId),
      `${operation.operationId} has no entry in BODIES`,
    )
    const kind = /\/api\/v1\/([\w-]+)\/\{id\}/.exec(operation.path)?.[1] as keyof Ids | undefined
    if (!kind && operation.operationId !== 'addOrganisation') continue
    for (const { role, client, outOfSight } of callers) {
      const ask = (ids: Ids) =>
        client.send(
          operation.method,
          operation.path
            .replace('{id}', kind ? ids[kind] : '')
            .replace('{place}', '2')
            .replace('{post}', 'senco'),
          body?.(ids),
        )
      const expected = await ask(unknown)
      assert.equal(expected.status, 404, `${role} ${operation.operationId} with an unknown id`)
      for (const whose of outOfSight) {
        const ids = foreign[whose as keyof typeof foreign]
        const reply = await ask(ids)
        assert.equal(
          comparable(reply),
          comparable(expected),
          `${role} ${operation.operationId} with an id of ${whose}`,
        )
        compared++
      }
    }
  }
  assert.ok(compared >= 300, `${compared} answers were compared`)
})

test('ids in a body are held to the same: another school’s unit is no unit, and no role is given at it', async (t) => {
  const { make, http } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const mill = await make.school('Mill Lane')
  const science = await make.unit('Science', { at: mill })
  const head = http.as(await make.person('head@reed.example', { at: reed, role: 'organisation_admin' }))
  const ann = await make.person('ann@reed.example', { at: reed })
  const foreign = await head.post(`/api/v1/organisations/${reed.id}/units`, {
    name: 'Physics',
    kind: 'faculty',
    parentId: science.id,
  })
  const unknown = await head.post(`/api/v1/organisations/${reed.id}/units`, {
    name: 'Physics',
    kind: 'faculty',
    parentId: randomUUID(),
  })
  assert.equal(comparable(foreign), comparable(unknown))
  const given = (unit: string) =>
    head.put(`/api/v1/people/${ann.id}/roles`, { roles: [{ role: 'leader', unit }] })
  assert.equal(comparable(await given(science.id)), comparable(await given(randomUUID())))
  const invited = (unit: string) =>
    head.post(`/api/v1/organisations/${reed.id}/invitations`, {
      people: [{ email: 'jane@reed.example', roles: [{ role: 'learner', unit }] }],
    })
  assert.equal(comparable(await invited(science.id)), comparable(await invited(randomUUID())))
  const mel = await make.person('mel@mill.example', { at: mill })
  const resent = (person: string) =>
    head.post(`/api/v1/organisations/${reed.id}/invitations/resend`, { people: [ann.id, person] })
  assert.equal((await resent(mel.id)).status, 422)
  assert.equal(comparable(await resent(mel.id)), comparable(await resent(randomUUID())))
})

test('lists show what is in sight and no more', async (t) => {
  const lanyard = await startLanyard(t)
  const { make, http } = lanyard
  const harbour = await lanyard.secondTenant()
  await harbour.make.school('Quay School')
  const reed = await make.school('Reed Primary')
  await make.school('Mill Lane')
  const head = http.as(await make.person('head@reed.example', { at: reed, role: 'organisation_admin' }))
  const seen = await head.get('/api/v1/organisations?count=exact')
  assert.deepEqual(
    seen.body.data.map((each: { name: string }) => each.name),
    ['Reed Primary'],
  )
  assert.equal(seen.body.total, 1)
})

test('a private unit is there for those inside it and for organisation admins, and for nobody else', async (t) => {
  const { make, http } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const quiet = await make.unit('Safeguarding', { at: reed, kind: 'group', private: true })
  const names = async (role: string, unit?: typeof quiet) => {
    const person = await make.person(`${role}${unit ? '-in' : ''}@reed.example`.replace('_', '-'), {
      at: reed,
      role,
      ...(unit ? { unit } : {}),
    })
    return (await http.as(person).get(`/api/v1/organisations/${reed.id}/units`)).body.data.map(
      (each: { name: string }) => each.name,
    )
  }
  assert.deepEqual(await names('organisation_admin'), ['Safeguarding'])
  assert.deepEqual(await names('leader', quiet), ['Safeguarding'])
  assert.deepEqual(await names('user'), [])
  assert.deepEqual(await names('admin'), [])
})

test('interleaved requests of two tenants, some of them failing, never show a foreign row', async (t) => {
  const requests = process.env.LANYARD_SOAK ? 10_000 : 1000
  const first = await startLanyard(t)
  const second = await first.secondTenant()
  const tenants = [first, second]
  await Promise.all(tenants.map((tenant) => tenant.http.as(tenant.owner).get('/api/v1/me')))
  const ask = async (n: number) => {
    const tenant = tenants[n % 2] as typeof first
    const client = tenant.http.as(tenant.owner)
    if (n % 7 === 0)
      await client.post('/api/v1/organisations', { name: tenant.root.name, parentId: randomUUID() })
    if (n % 11 === 0)
      await client.patch(`/api/v1/organisations/${tenant.root.id}`, { timeZone: 'Mars/Olympus' })
    const { body } = await client.get('/api/v1/organisations')
    return body.data.every((each: { name: string }) => each.name === tenant.root.name)
  }
  const wide = 20
  for (let n = 0; n < requests; n += wide) {
    const clean = await Promise.all(Array.from({ length: wide }, (_, offset) => ask(n + offset)))
    assert.ok(clean.every(Boolean))
  }
})

test('an unknown Host is nobody’s once there are two tenants', async (t) => {
  const lanyard = await startLanyard(t)
  const asked = (path: string, host: string) => lanyard.http.fresh().get(path, { host })
  assert.equal(
    (await asked('/api/v1/door', 'elsewhere.example')).status,
    200,
    'one tenant answers for every Host',
  )
  const page = await asked('/sign-in', 'elsewhere.example')
  assert.equal(page.status, 302)
  assert.equal(page.headers.get('location'), `${lanyard.baseUrl}/sign-in`)
  await lanyard.secondTenant()
  assert.equal((await asked('/api/v1/door', 'elsewhere.example')).status, 421)
  assert.equal((await asked('/healthz', 'elsewhere.example')).status, 200)
})

async function plantMessage(
  owner: pg.ClientConfig,
  tenantId: string,
  organisationId: string,
): Promise<string> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(`select set_config('lanyard.tenant', $1, false)`, [tenantId])
  const { rows } = await client.query<{ id: string }>(
    `insert into messages (organisation_id, kind, to_address) values ($1, 'password_changed', 'a@b.example') returning id`,
    [organisationId],
  )
  await client.end()
  return rows[0]?.id ?? ''
}
