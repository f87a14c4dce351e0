import { client } from '../api/client.ts'

/** Ends this session, or every session of the person, and leaves for the sign-in page. */
export async function signOut(where: 'here' | 'everywhere'): Promise<void> {
  await (where === 'here' ? client.DELETE('/api/v1/sessions/current') : client.DELETE('/api/v1/sessions'))
  location.assign('/sign-in')
}
