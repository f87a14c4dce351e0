import { route } from '../../platform/http/route.ts'
import { idParams } from '../../platform/http/shapes.ts'
import type { MailKinds } from '../messages/message.ts'
import { exportOneself, exportPerson } from './export-person.ts'

/** @param kinds every kind of mail there is, for their names */
export const personDataRoutes = (kinds: MailKinds) => [
  route({
    method: 'GET',
    path: '/api/v1/people/{id}/data',
    operation: 'exportPersonData',
    summary: 'Everything kept about a person as a JSON file, for them; that it was taken is recorded',
    tag: 'Data',
    access: 'person',
    params: idParams,
    status: 200,
    download: true,
    refusals: ['forbidden', 'person_above_yours', 'reauth_required', 'data_exported_lately'],
    handle: (app, { actor, params }) => exportPerson(app, kinds, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/v1/me/data',
    operation: 'exportMyData',
    summary: 'Everything kept about you as a JSON file; that it was taken is recorded',
    tag: 'Me',
    access: 'person',
    status: 200,
    download: true,
    refusals: ['reauth_required', 'data_exported_lately'],
    handle: (app, { actor }) => exportOneself(app, kinds, actor),
  }),
]
