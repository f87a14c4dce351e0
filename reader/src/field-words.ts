import type { Field } from './staff-list.ts'

const WORDS: Record<Field, string> = {
  email: 'email address',
  givenName: 'first name',
  familyName: 'last name',
  fullName: 'full name',
  staffNumber: 'staff number',
  sourceId: 'number in your other system',
  jobTitle: 'job title',
  role: 'role',
  unit: 'department',
  school: 'school',
  relationship: 'relationship',
  startDate: 'start date',
  leavingDate: 'leaving date',
  status: 'status',
  username: 'user name',
}

/** What a field is called inside a sentence. */
export function fieldInWords(field: Field): string {
  return WORDS[field]
}
