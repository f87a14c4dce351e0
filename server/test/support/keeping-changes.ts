import type { Reply } from './http-client.ts'
import { ownersBrowser } from './invite.ts'
import type { Lanyard } from './start-lanyard.ts'

interface Change {
  event: string
  also?: string
  prepare(lanyard: Lanyard): Promise<() => Promise<Reply>>
}

/** What is kept, held, reviewed and erased: a change by each route, with the line it leaves. */
export function keepingChanges(fresh: (name: string) => string): Record<string, Change> {
  const somebody = async (lanyard: Lanyard) => {
    const school = await lanyard.make.school(fresh('School'))
    const email = `${fresh('zed').replace(' ', '')}@beacon.example`
    const person = await lanyard.make.person(email, { at: school, name: 'Zed Moss' })
    return { school, person: `/api/v1/people/${person.id}`, owner: await ownersBrowser(lanyard) }
  }
  const reason = { reason: 'Tribunal' }
  return {
    changeRetention: {
      event: 'retention.changed',
      async prepare(lanyard) {
        const owner = await ownersBrowser(lanyard)
        const at = `/api/v1/organisations/${lanyard.root.id}/retention`
        const { body } = await owner.get(at)
        const days = body.kinds.find((each: { kind: string }) => each.kind === 'sessions').amount
        return () => owner.patch(at, { sessions: days - 1 })
      },
    },
    holdPerson: {
      event: 'hold.placed',
      async prepare(lanyard) {
        const { person, owner } = await somebody(lanyard)
        return () => owner.put(`${person}/hold`, reason)
      },
    },
    liftPersonHold: {
      event: 'hold.lifted',
      async prepare(lanyard) {
        const { person, owner } = await somebody(lanyard)
        await owner.put(`${person}/hold`, reason)
        return () => owner.delete(`${person}/hold`)
      },
    },
    holdOrganisation: {
      event: 'hold.placed',
      async prepare(lanyard) {
        const { school, owner } = await somebody(lanyard)
        return () => owner.put(`/api/v1/organisations/${school.id}/hold`, reason)
      },
    },
    liftOrganisationHold: {
      event: 'hold.lifted',
      async prepare(lanyard) {
        const { school, owner } = await somebody(lanyard)
        await owner.put(`/api/v1/organisations/${school.id}/hold`, reason)
        return () => owner.delete(`/api/v1/organisations/${school.id}/hold`)
      },
    },
    keepPerson: {
      event: 'retention.archived_kept',
      async prepare(lanyard) {
        const { person, owner } = await somebody(lanyard)
        await owner.post(`${person}/archive`, {})
        return () => owner.post(`${person}/keep`)
      },
    },
    erasePerson: {
      event: 'person.erased',
      also: 'person.deleted',
      async prepare(lanyard) {
        const { person, owner } = await somebody(lanyard)
        return () => owner.post(`${person}/erase`, { name: 'Zed Moss' })
      },
    },
    verifyRecord: {
      event: 'record.verified',
      async prepare(lanyard) {
        const owner = await ownersBrowser(lanyard)
        return () => owner.post(`/api/v1/organisations/${lanyard.root.id}/audit/verify`)
      },
    },
  }
}
