import type { paths } from './schema.d.ts'

/** The body of a successful GET. Every name below is a view of the generated schema, so the schema stays the one source. */
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never
type Row<Path extends keyof paths> = Answer<Path> extends { data: (infer Item)[] } ? Item : never

/** The body of a successful POST that answers 200. */
type Posted<Path extends keyof paths> = paths[Path] extends {
  post: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** The body of a successful POST that answers 201. */
type Made<Path extends keyof paths> = paths[Path] extends {
  post: { responses: { 201: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** The body that a POST takes. */
type Wish<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody?: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

/** The body that a PATCH takes. */
type Patched<Path extends keyof paths> = paths[Path] extends {
  patch: { requestBody?: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

export type Me = Answer<'/api/v1/me'>
export type Organisation = Row<'/api/v1/organisations'>
export type Unit = Row<'/api/v1/organisations/{id}/units'>
export type UnitKind = Unit['kind']
export type Task = Row<'/api/v1/organisations/{id}/tasks'>
export type Person = Row<'/api/v1/organisations/{id}/people'>
export type Consequences = Answer<'/api/v1/people/{id}/consequences'>
export type PersonDetail = Answer<'/api/v1/people/{id}'>
export type PeopleList = Answer<'/api/v1/organisations/{id}/people'>
export type PersonEdit = Answer<'/api/v1/people/{id}/edit'>
export type PersonEditWish = Patched<'/api/v1/people/{id}'>
export type RolesWish = Wish<'/api/v1/people/{id}/roles/consequences'>
export type RolesPreview = Posted<'/api/v1/people/{id}/roles/consequences'>
export type PersonRoles = Answer<'/api/v1/people/{id}/roles'>
export type Resent = Posted<'/api/v1/organisations/{id}/invitations/resend'>
export type InviteOptions = Answer<'/api/v1/organisations/{id}/invitations/options'>
export type NewcomerOptions = Answer<'/api/v1/organisations/{id}/people/new'>
export type NewcomerWish = Wish<'/api/v1/organisations/{id}/people'>
export type AddressAnswer = Posted<'/api/v1/organisations/{id}/people/address-check'>
export type StaffWithoutEmail = Row<'/api/v1/organisations/{id}/staff-without-email'>
export type Recognition = Posted<'/api/v1/organisations/{id}/recognise'>
export type Invitation = Row<'/api/v1/organisations/{id}/invitations'>
export type InviteWish = Wish<'/api/v1/organisations/{id}/invitations'>
export type Invited = Made<'/api/v1/organisations/{id}/invitations'>
export type Message = Row<'/api/v1/organisations/{id}/messages'>
export type MessageList = Answer<'/api/v1/organisations/{id}/messages'>
export type MessageStory = Answer<'/api/v1/messages/{id}'>
export type Tested = Posted<'/api/v1/organisations/{id}/messages/test'>
export type SeatList = Answer<'/api/v1/organisations/{id}/seats'>
export type Seat = Row<'/api/v1/organisations/{id}/seats'>
export type ActivityList = Answer<'/api/v1/organisations/{id}/audit'>
export type Activity = Row<'/api/v1/organisations/{id}/audit'>
export type RecordCheck = Posted<'/api/v1/organisations/{id}/audit/verify'>
export type Retention = Answer<'/api/v1/organisations/{id}/retention'>
export type StaffList = Answer<'/api/v1/staff-lists/{id}'>
export type StaffListRow = Row<'/api/v1/staff-lists/{id}/rows'>
export type StaffListGroup = Row<'/api/v1/staff-lists/{id}/groups'>
export type StaffListUndo = Answer<'/api/v1/staff-lists/{id}/undo'>
export type BulkWish = Wish<'/api/v1/organisations/{id}/people/bulk'>
export type Foretold = Posted<'/api/v1/organisations/{id}/people/bulk'>
export type Job = Answer<'/api/v1/jobs/{id}'>
export type JobResult = Job['results']['data'][number]
export type Action = Organisation['actions'][number]

/** What the server says of an action: allowed, or why not. An action it does not name is not yours. */
export function may(actions: Action[], action: string): { allowed: boolean; reason?: string } {
  return actions.find((candidate) => candidate.action === action) ?? { allowed: false }
}
