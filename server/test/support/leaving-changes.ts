import type { Reply } from './http-client.ts'
import { ownersBrowser } from './invite.ts'
import type { Lanyard } from './start-lanyard.ts'

interface Change {
  event: string
  also?: string
  prepare(lanyard: Lanyard): Promise<() => Promise<Reply>>
}

/** Somebody at a school, and the owner to send them away. */
async function somebodyToLeave(lanyard: Lanyard, fresh: (name: string) => string) {
  const school = await lanyard.make.school(fresh('School'))
  const email = `${fresh('ben').replace(' ', '')}@beacon.example`
  const ben = await lanyard.make.person(email, { at: school, name: 'Ben Ash' })
  return { ben, owner: await ownersBrowser(lanyard) }
}

const leaves = (fresh: (name: string) => string, verb: string, event: string): Change => ({
  event,
  async prepare(lanyard) {
    const { ben, owner } = await somebodyToLeave(lanyard, fresh)
    return () => owner.post(`/api/v1/people/${ben.id}/${verb}`, {})
  },
})

/** The changes of leaving, now, on a date, elsewhere and for good, and of coming back. */
export const leavingChanges = (fresh: (name: string) => string): Record<string, Change> => ({
  pausePerson: leaves(fresh, 'pause', 'person.paused'),
  archivePerson: leaves(fresh, 'archive', 'person.archived'),
  reactivatePerson: {
    event: 'person.reactivated',
    async prepare(lanyard) {
      const { ben, owner } = await somebodyToLeave(lanyard, fresh)
      await owner.post(`/api/v1/people/${ben.id}/pause`, {})
      return () => owner.post(`/api/v1/people/${ben.id}/reactivate`)
    },
  },
  deletePerson: {
    event: 'person.deleted',
    async prepare(lanyard) {
      const { ben, owner } = await somebodyToLeave(lanyard, fresh)
      return () => owner.send('DELETE', `/api/v1/people/${ben.id}`, { name: 'Ben Ash' })
    },
  },
  movePerson: {
    event: 'person.moved',
    also: 'person.archived',
    async prepare(lanyard) {
      const { ben, owner } = await somebodyToLeave(lanyard, fresh)
      const to = await lanyard.make.school(fresh('School'))
      return () => owner.post(`/api/v1/people/${ben.id}/move`, { to: to.id })
    },
  },
  letPersonStay: {
    event: 'person.end_called_off',
    async prepare(lanyard) {
      const { ben, owner } = await somebodyToLeave(lanyard, fresh)
      await owner.post(`/api/v1/people/${ben.id}/archive`, { on: '2099-08-31' })
      return () => owner.post(`/api/v1/people/${ben.id}/stay`)
    },
  },
})
