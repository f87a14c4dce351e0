import type { Permission } from '../access/permissions.ts'
import type { KeptKind } from './kept-how.ts'

/** Kinds of personal data, as a school's record of processing groups them, each with a lawful basis to begin from. */
export const CATEGORIES = {
  contact: { label: 'Names and contact details', basis: 'task' },
  work: { label: 'Work and its dates', basis: 'task' },
  access: { label: 'Access rights', basis: 'security' },
  security: { label: 'Sign-in and security', basis: 'security' },
  use: { label: 'Use', basis: 'security' },
  messages: { label: 'Messages', basis: 'task' },
  lists: { label: 'Staff lists', basis: 'task' },
  record: { label: 'Record of what was done', basis: 'duty' },
} as const satisfies Record<string, { label: string; basis: keyof typeof BASES }>

/** Suggestions under Article 6(1) of the UK GDPR. Only the school can say which one it relies on. */
export const BASES = {
  task: 'State school: public task, Art 6(1)(e). Other: contract with the person, Art 6(1)(b), or legitimate interests, Art 6(1)(f)',
  security:
    'State school: public task, Art 6(1)(e). Other: legitimate interests, Art 6(1)(f). Security of processing is a duty under Art 32',
  duty: 'Legal obligation, Art 6(1)(c): being able to show compliance, Art 5(2) and 24, and to report a breach, Art 33',
} as const

interface UseOfData {
  category: keyof typeof CATEGORIES
  purpose: string
  /** Permissions by which others see it here; none: nobody sees it on a page. */
  seenBy: readonly Permission[]
  /** The person sees it too. */
  themselves?: true
  /** Who gets it outside. */
  alsoTo?: string
  kept: KeptKind
}

const MAIL_SERVER = 'the mail server you set up, and the mailbox it delivers to'

/** What personal data is used for. */
export const USES = {
  contact: {
    category: 'contact',
    purpose: 'To know who somebody is, to write to them and to let them sign in',
    seenBy: ['users.view'],
    themselves: true,
    alsoTo: MAIL_SERVER,
    kept: 'account',
  },
  mobile: {
    category: 'contact',
    purpose: 'To reach somebody in another way than by email, if they gave a number',
    seenBy: ['users.edit'],
    themselves: true,
    kept: 'account',
  },
  withoutEmail: {
    category: 'contact',
    purpose: 'To know of staff who have no work email address yet',
    seenBy: ['users.view'],
    kept: 'withoutEmail',
  },
  newAddress: {
    category: 'contact',
    purpose: 'To prove a new email address before it takes the place of the old one',
    seenBy: ['users.view'],
    themselves: true,
    alsoTo: MAIL_SERVER,
    kept: 'emailChange',
  },
  work: {
    category: 'work',
    purpose: 'To know who works where and as what, and to suggest the access that goes with it',
    seenBy: ['users.view'],
    themselves: true,
    kept: 'account',
  },
  leaving: {
    category: 'work',
    purpose: 'To end access when somebody leaves, on the day they leave',
    seenBy: ['users.view'],
    kept: 'account',
  },
  access: {
    category: 'access',
    purpose: 'To decide what somebody may see and do',
    seenBy: ['users.view'],
    themselves: true,
    kept: 'account',
  },
  invitation: {
    category: 'access',
    purpose: 'To ask somebody to join, and to say how far that is',
    seenBy: ['users.view'],
    themselves: true,
    alsoTo: MAIL_SERVER,
    kept: 'invitation',
  },
  seat: {
    category: 'access',
    purpose: 'To count the seats that are paid for, on any day',
    seenBy: ['seats.view'],
    kept: 'ledger',
  },
  password: {
    category: 'security',
    purpose: 'To check that whoever signs in is who they say they are',
    seenBy: [],
    kept: 'credentials',
  },
  security: {
    category: 'security',
    purpose: 'To find the lock of an address without keeping the address twice',
    seenBy: [],
    kept: 'account',
  },
  lock: {
    category: 'security',
    purpose: 'To stop guessing of passwords',
    seenBy: ['users.view'],
    kept: 'tries',
  },
  attempts: {
    category: 'security',
    purpose: 'To limit how often something is tried from one place or with one address',
    seenBy: [],
    kept: 'window',
  },
  device: {
    category: 'security',
    purpose: 'To let somebody sign in from a browser of theirs while a stranger has locked their account',
    seenBy: [],
    kept: 'device',
  },
  session: {
    category: 'use',
    purpose: 'To keep somebody signed in, and to end that at once',
    seenBy: [],
    kept: 'session',
  },
  lastUse: {
    category: 'use',
    purpose: 'To find accounts that nobody uses any more',
    seenBy: ['users.view'],
    kept: 'account',
  },
  message: {
    category: 'messages',
    purpose: 'To send an email, and to say what became of it',
    seenBy: ['users.view'],
    alsoTo: MAIL_SERVER,
    kept: 'account',
  },
  captured: {
    category: 'messages',
    purpose: 'To read an email while no mail server is set up',
    seenBy: ['users.view', 'invitations.copy_link'],
    kept: 'captured',
  },
  staffList: {
    category: 'lists',
    purpose: 'To compare a staff list with the people here, to apply it and to take that back',
    seenBy: ['staff_list.view', 'staff_list.upload'],
    kept: 'list',
  },
  staffListFile: {
    category: 'lists',
    purpose: 'To read an uploaded list again when its columns are understood otherwise',
    seenBy: [],
    kept: 'file',
  },
  job: {
    category: 'record',
    purpose: 'To do one thing to many people, and to say what became of each',
    seenBy: ['users.view'],
    kept: 'account',
  },
  undo: {
    category: 'record',
    purpose: 'To take back what was done to many people',
    seenBy: [],
    kept: 'undo',
  },
  decided: {
    category: 'record',
    purpose: 'To say who decided something, and when',
    seenBy: ['users.view'],
    kept: 'decision',
  },
  hold: {
    category: 'record',
    purpose: 'To keep what must be kept, such as during a court case',
    seenBy: ['settings.security'],
    kept: 'decision',
  },
  record: {
    category: 'record',
    purpose: 'To show who did what, to whom and when',
    seenBy: ['audit.view'],
    kept: 'record',
  },
  recordKey: {
    category: 'record',
    purpose: 'To read what is personal in the record, and to erase it by destroying the key',
    seenBy: [],
    kept: 'account',
  },
  erasure: {
    category: 'record',
    purpose: 'To show that an erasure was done',
    seenBy: [],
    kept: 'forever',
  },
  repeat: {
    category: 'record',
    purpose: 'To do something once only when a request is sent twice',
    seenBy: [],
    kept: 'repeat',
  },
} as const satisfies Record<string, UseOfData>

export type Use = keyof typeof USES

export const useInfo = (use: Use): UseOfData => USES[use]
