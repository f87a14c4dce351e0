import type { Reply } from './http-client.ts'
import { mailIsSettled, ownersBrowser, signIn } from './invite.ts'
import { wishFor } from './newcomers.ts'
import type { Lanyard } from './start-lanyard.ts'

interface Change {
  event: string
  also?: string
  prepare(lanyard: Lanyard): Promise<() => Promise<Reply>>
}

const GIVEN = 'a password to begin with'

/** One successful change by each route about newcomers, for the test that each leaves one line in the record. */
export function newcomerChanges(fresh: (name: string) => string): Record<string, Change> {
  const address = () => `${fresh('jane').replace(' ', '')}@beacon.example`
  const owner = async (lanyard: Lanyard) => ({
    owner: await ownersBrowser(lanyard),
    path: `/api/v1/organisations/${lanyard.root.id}`,
  })
  async function withoutEmail(lanyard: Lanyard) {
    const { owner: who, path } = await owner(lanyard)
    const { body } = await who.post(`${path}/staff-without-email`, {
      givenName: 'Mo',
      familyName: fresh('Zed'),
    })
    return { who, record: `/api/v1/staff-without-email/${body.id}` }
  }
  async function dismissed(lanyard: Lanyard) {
    const { owner: who, path } = await owner(lanyard)
    const dismiss = `${path}/recommended-posts/hr/dismiss`
    await who.delete(dismiss)
    return { who, dismiss }
  }
  return {
    createPerson: {
      event: 'person.created',
      async prepare(lanyard) {
        const { owner: who, path } = await owner(lanyard)
        return () => who.post(`${path}/people`, wishFor(address(), { notify: 'none' }))
      },
    },
    addStaffWithoutEmail: {
      event: 'staff_record.added',
      async prepare(lanyard) {
        const { owner: who, path } = await owner(lanyard)
        const name = { givenName: 'Mo', familyName: fresh('Zed') }
        return () => who.post(`${path}/staff-without-email`, name)
      },
    },
    giveStaffAddress: {
      event: 'person.created',
      async prepare(lanyard) {
        const { who, record } = await withoutEmail(lanyard)
        return () => who.post(`${record}/person`, { email: address(), notify: 'none' })
      },
    },
    removeStaffWithoutEmail: {
      event: 'staff_record.removed',
      async prepare(lanyard) {
        const { who, record } = await withoutEmail(lanyard)
        return () => who.delete(record)
      },
    },
    dismissRecommendedPost: {
      event: 'post.dismissed',
      async prepare(lanyard) {
        const { who, dismiss } = await dismissed(lanyard)
        return () => who.post(dismiss)
      },
    },
    recommendPost: {
      event: 'post.recommended',
      async prepare(lanyard) {
        const { who, dismiss } = await dismissed(lanyard)
        await who.post(dismiss)
        return () => who.delete(dismiss)
      },
    },
    chooseFirstPassword: {
      event: 'password.changed',
      also: 'session.started',
      async prepare(lanyard) {
        const { owner: who, path } = await owner(lanyard)
        const email = address()
        await who.post(`${path}/people`, wishFor(email, { password: GIVEN }))
        await mailIsSettled(who, lanyard.root)
        const { browser } = await signIn(lanyard, email, GIVEN)
        return () =>
          browser.post('/api/v1/sessions/current/first-password', { password: 'quite another secret' })
      },
    },
  }
}
