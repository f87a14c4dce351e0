import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountChanges } from '../../../test/support/account-changes.ts'
import { allThatIsKept, KEPT } from '../../../test/support/all-that-is-kept.ts'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import type { Reply } from '../../../test/support/http-client.ts'
import {
  door,
  endLinks,
  invitedAMinuteAgo,
  ownersBrowser,
  somebodyInvited,
} from '../../../test/support/invite.ts'
import { keepingChanges } from '../../../test/support/keeping-changes.ts'
import { leavingChanges } from '../../../test/support/leaving-changes.ts'
import { newcomerChanges } from '../../../test/support/newcomer-changes.ts'
import { recorded } from '../../../test/support/record.ts'
import { uploadDraft } from '../../../test/support/staff-list.ts'
import { type Lanyard, startLanyard } from '../../../test/support/start-lanyard.ts'
import { ROUTES } from '../../entrances/http/routes.ts'
import { addOwner } from '../set-up/add-owner.ts'
import { commandRequest } from '../set-up/set-up.ts'
import { newSetUpCode } from '../set-up/set-up-code.ts'

/** One successful change by each route that makes any: what goes before it, the change, and the one event it leaves. */
interface Change {
  event: string
  also?: string
  prepare(lanyard: Lanyard): Promise<() => Promise<Reply>>
}

let names = 0
const fresh = (name: string) => `${name} ${++names}`

const CHANGES: Record<string, Change> = {
  ...newcomerChanges(fresh),
  ...accountChanges(fresh),
  ...keepingChanges(fresh),
  ...leavingChanges(fresh),
  invitePeople: {
    event: 'person.invited',
    async prepare({ http, make, owner }) {
      const school = await make.school(fresh('School'))
      await http.as(owner).get('/api/v1/me')
      return () =>
        http.as(owner).post(`/api/v1/organisations/${school.id}/invitations`, {
          people: [{ email: `${fresh('jane').replace(' ', '')}@reed.example` }],
          roles: ['admin'],
          holdSeconds: 60,
        })
    },
  },
  resendInvitation: {
    event: 'invitation.resent',
    async prepare(lanyard) {
      const { invited, owner } = await invitedAMinuteAgo(lanyard)
      return () => owner.post(`/api/v1/invitations/${invited.invitationId}/resend`, { holdSeconds: 60 })
    },
  },
  resendInvitations: {
    event: 'invitation.resent',
    async prepare(lanyard) {
      const { invited, owner } = await invitedAMinuteAgo(lanyard)
      const { body } = await owner.get(`/api/v1/people/${invited.personId}`)
      return () =>
        owner.post(`/api/v1/organisations/${body.organisation.id}/invitations/resend`, {
          people: [invited.personId],
          holdSeconds: 60,
        })
    },
  },
  cancelInvitation: {
    event: 'invitation.cancelled',
    async prepare(lanyard) {
      const { invited } = await somebodyInvited(lanyard)
      return () => lanyard.http.as(lanyard.owner).post(`/api/v1/invitations/${invited.invitationId}/cancel`)
    },
  },
  copyInvitationLink: {
    event: 'invitation.link_copied',
    async prepare(lanyard) {
      const { invited } = await somebodyInvited(lanyard)
      return () => lanyard.http.as(lanyard.owner).post(`/api/v1/invitations/${invited.invitationId}/link`)
    },
  },
  stopInvitations: {
    event: 'invitation.stopped',
    async prepare({ http, make, owner }) {
      const school = await make.school(fresh('School'))
      const sent = await http.as(owner).post(`/api/v1/organisations/${school.id}/invitations`, {
        people: [{ email: `${fresh('jane').replace(' ', '')}@reed.example` }],
        holdSeconds: 60,
      })
      return () => http.as(owner).post(`/api/v1/invitation-batches/${sent.body.batchId}/stop`)
    },
  },
  register: {
    event: 'invitation.accepted',
    also: 'session.started',
    async prepare(lanyard) {
      const { token } = await somebodyInvited(lanyard)
      return () => door(lanyard.http.fresh(), token).register()
    },
  },
  joinOrganisation: {
    event: 'membership.joined',
    async prepare(lanyard) {
      const { http, make, root } = lanyard
      const ben = await make.person(`${fresh('ben').replace(' ', '')}@beacon.example`, { at: root })
      await http.as(ben).get('/api/v1/me')
      const { token } = await somebodyInvited(lanyard, ben.email)
      return () => door(http.as(ben), token).join()
    },
  },
  askNewLink: {
    event: 'invitation.new_link_asked',
    async prepare(lanyard) {
      const { token } = await somebodyInvited(lanyard)
      await endLinks(lanyard)
      await lanyard.clock.shift(61)
      return () => door(lanyard.http.fresh(), token).askNewLink()
    },
  },
  declineInvitation: {
    event: 'invitation.declined',
    async prepare(lanyard) {
      const { token } = await somebodyInvited(lanyard)
      return () => door(lanyard.http.fresh(), token).notMe()
    },
  },
  signIn: {
    event: 'session.started',
    prepare:
      async ({ http, owner }) =>
      () =>
        http.fresh().post('/api/v1/sessions', { email: owner.email, password: owner.password }),
  },
  confirmPassword: {
    event: 'session.confirmed',
    async prepare(lanyard) {
      const browser = await ownersBrowser(lanyard)
      return () => browser.post('/api/v1/sessions/current/confirm', { password: lanyard.owner.password })
    },
  },
  signOut: {
    event: 'session.ended',
    async prepare(lanyard) {
      const browser = await ownersBrowser(lanyard)
      return () => browser.delete('/api/v1/sessions/current')
    },
  },
  signOutEverywhere: {
    event: 'sessions.ended_everywhere',
    async prepare({ http, make, root }) {
      const ben = await make.person(`${fresh('ben').replace(' ', '')}@beacon.example`, { at: root })
      await http.as(ben).get('/api/v1/me')
      return () => http.as(ben).delete('/api/v1/sessions')
    },
  },
  requestPasswordReset: {
    event: 'password.reset_requested',
    prepare:
      async ({ http, owner }) =>
      () =>
        http.fresh().post('/api/v1/password-resets', { email: owner.email }),
  },
  choosePassword: {
    event: 'password.changed',
    async prepare({ app, http }) {
      const wish = { email: 'otto@beacon.example', givenName: 'Otto', familyName: 'Quill', password: null }
      const { passwordLink } = await addOwner(app, commandRequest(), wish)
      const token = passwordLink?.split('/').at(-1)
      return () => http.fresh().post(`/api/v1/password-resets/${token}`, { password: 'quite another secret' })
    },
  },
  changeRoles: {
    event: 'roles.changed',
    async prepare({ http, make, owner, root }) {
      const ben = await make.person(`${fresh('ben').replace(' ', '')}@beacon.example`, { at: root })
      await http.as(owner).get('/api/v1/me')
      return () =>
        http.as(owner).put(`/api/v1/people/${ben.id}/roles`, {
          roles: [{ role: 'admin' }],
          permissions: ['labels.manage'],
        })
    },
  },
  addOrganisation: {
    event: 'organisation.added',
    async prepare({ http, owner, root }) {
      await http.as(owner).get('/api/v1/me')
      return () =>
        http.as(owner).post('/api/v1/organisations', {
          name: fresh('School'),
          parentId: root.id,
          domains: ['a.example', 'b.example'],
        })
    },
  },
  editOrganisation: {
    event: 'organisation.changed',
    async prepare({ http, make, owner }) {
      const school = await make.school(fresh('School'))
      await http.as(owner).get('/api/v1/me')
      return () =>
        http
          .as(owner)
          .patch(`/api/v1/organisations/${school.id}`, { name: fresh('School'), domains: ['c.example'] })
    },
  },
  addUnit: {
    event: 'unit.added',
    async prepare({ http, owner, root }) {
      await http.as(owner).get('/api/v1/me')
      return () =>
        http.as(owner).post(`/api/v1/organisations/${root.id}/units`, { name: fresh('Unit'), kind: 'group' })
    },
  },
  testMail: {
    event: 'mail.tested',
    async prepare({ http, owner, root }) {
      await http.as(owner).get('/api/v1/me')
      return () =>
        http.as(owner).post(`/api/v1/organisations/${root.id}/messages/test`, { to: 'it@beacon.example' })
    },
  },
  uploadStaffList: {
    event: 'staff_list.uploaded',
    async prepare(lanyard) {
      const owner = await ownersBrowser(lanyard)
      return () => uploadDraft(owner, lanyard.root)
    },
  },
  discardStaffList: {
    event: 'staff_list.discarded',
    async prepare(lanyard) {
      const owner = await ownersBrowser(lanyard)
      const { body } = await uploadDraft(owner, lanyard.root)
      return () => owner.delete(`/api/v1/staff-lists/${body.id}`)
    },
  },
  editUnit: {
    event: 'unit.changed',
    async prepare(lanyard) {
      const unit = await lanyard.make.unit(fresh('Unit'), { at: lanyard.root })
      const owner = await ownersBrowser(lanyard)
      return () => owner.patch(`/api/v1/units/${unit.id}`, { name: fresh('Unit'), private: true })
    },
  },
}

/**
 * Routes that are asked by POST and change nothing; how far a form is filled in and what is decided about a draft, which
 * change nothing of anybody yet; what a job does, promised here and recorded there; and the first set-up, which has a
 * test of its own.
 */
const NOT_HERE = [
  ...['checkSetUpCode', 'previewInvitation', 'recognisePeople', 'saveRegistration', 'setUp'],
  ...['changeStaffListMapping', 'changeStaffListRow', 'fixStaffListGroup', 'uploadStaffListProblems'],
  ...['decideStaffListRows', 'checkAddress', 'previewRoles'],
  ...['applyStaffList', 'undoStaffList', 'changeManyPeople', 'undoJob'],
]

test('every route that changes something is in this table', () => {
  const changing = ROUTES.filter((route) => route.method !== 'GET').map((route) => route.operation)
  assert.deepEqual(changing.sort(), [...Object.keys(CHANGES), ...NOT_HERE].sort())
})

test('each change leaves exactly one line in the record', async (t) => {
  const lanyard = await startLanyard(t)
  for (const [operation, { event, also, prepare }] of Object.entries(CHANGES)) {
    const act = await prepare(lanyard)
    const before = (await recorded(lanyard.app, lanyard.id)).length
    const reply = await act()
    assert.ok(reply.status < 300, `${operation}: ${reply.status} ${JSON.stringify(reply.body)}`)
    const lines = (await recorded(lanyard.app, lanyard.id)).slice(before)
    assert.deepEqual(
      lines.map((line) => line.event),
      also ? [event, also] : [event],
      operation,
    )
  }
})

test('the first set-up leaves exactly one line, and looking whether its code is right leaves none', async (t) => {
  const { app, http } = await startLanyard(t, { setUp: false })
  const code = await newSetUpCode(app.database)
  assert.equal((await http.post('/api/v1/setup/code', { code })).status, 204)
  const reply = await http.post('/api/v1/setup', {
    code,
    owner: {
      givenName: 'Olive',
      familyName: 'Owner',
      email: 'olive@beacon.example',
      password: 'three random words',
    },
    organisation: { name: 'Beacon Trust', type: 'trust' },
  })
  assert.equal(reply.status, 201)
  const { rows } = await app.database.pool.query<{ id: string }>('select id from tenants')
  assert.equal(rows.length, 1)
  assert.deepEqual(
    (await recorded(app, rows[0]?.id ?? '')).map((line) => line.event),
    ['installation.set_up'],
  )
})

test('when the line cannot be written, nothing is done: each change is undone whole', async (t) => {
  const lanyard = await startLanyard(t)
  const db = await openConnection(t, lanyard.ownerConnection)
  await lanyard.http.as(lanyard.owner).get('/api/v1/me')
  for (const table of KEPT)
    if (table !== 'messages_due') await db.query(`alter table ${table} no force row level security`)
  for (const [operation, { prepare }] of Object.entries(CHANGES)) {
    const act = await prepare(lanyard)
    const before = await allThatIsKept(db)
    await db.query('revoke insert on audit_events from lanyard_app')
    const reply = await act()
    const after = await allThatIsKept(db)
    await db.query('grant insert on audit_events to lanyard_app')
    assert.equal(reply.status, 500, operation)
    assert.equal(reply.body.code, 'unexpected', operation)
    assert.deepEqual(after, before, operation)
  }
})
