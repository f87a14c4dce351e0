/** A kind of work in a school or trust. */
export interface JobCategory {
  label: string
  /** Somebody with an account should hold it: who that is, as in “No SENCO yet”, and what they are needed for. */
  recommended?: { at: 'school' | 'trust'; post: string; why: string }
  /** Job titles, folded as they are searched, that mean it where nobody said the category. */
  titles?: readonly string[]
}

/** Every kind of work somebody may be added with, as people read it. Any of them may have an account. */
export const JOB_CATEGORIES = {
  headteacher: {
    label: 'Headteacher or principal',
    titles: ['headteacher', 'head teacher', 'head of school', 'executive headteacher', 'principal'],
    recommended: { at: 'school', post: 'headteacher', why: 'They answer for who has access.' },
  },
  senior_leader: {
    label: 'Senior leadership',
    titles: [
      'deputy headteacher',
      'deputy head',
      'assistant headteacher',
      'assistant head',
      'vice principal',
    ],
  },
  safeguarding_lead: {
    label: 'Safeguarding lead',
    titles: [
      'designated safeguarding lead',
      'dsl',
      'safeguarding lead',
      'deputy designated safeguarding lead',
    ],
    recommended: {
      at: 'school',
      post: 'safeguarding lead',
      why: 'They must hear first when something is wrong.',
    },
  },
  senco: {
    label: 'SENCO',
    titles: [
      'senco',
      'sendco',
      'sen co ordinator',
      'special educational needs coordinator',
      'inclusion lead',
    ],
    recommended: { at: 'school', post: 'SENCO', why: 'They work with every subject.' },
  },
  middle_leader: { label: 'Head of subject, year or key stage' },
  teacher: { label: 'Teacher' },
  peripatetic_teacher: {
    label: 'Visiting or peripatetic teacher',
    titles: ['peripatetic music teacher', 'music teacher peripatetic', 'supply teacher'],
  },
  teaching_support: {
    label: 'Teaching assistant or learning support',
    titles: ['teaching assistant', 'ta', 'hlta', 'learning support assistant', 'lsa', 'cover supervisor'],
  },
  pastoral: { label: 'Pastoral, attendance or welfare' },
  business_manager: {
    label: 'School business manager',
    titles: ['school business manager', 'business manager', 'bursar', 'sbm', 'office manager'],
    recommended: { at: 'school', post: 'business manager', why: 'They keep the staff list.' },
  },
  office: {
    label: 'Office and administration',
    titles: ['administrator', 'school secretary', 'receptionist', 'admin assistant'],
  },
  exams_data: { label: 'Exams and data' },
  it: {
    label: 'IT and network',
    titles: ['it manager', 'it technician', 'network manager', 'ict technician', 'it support'],
    recommended: { at: 'school', post: 'IT support', why: 'They help when somebody can’t sign in.' },
  },
  technician: { label: 'Science, design or library technician' },
  site: {
    label: 'Site, caretaking and cleaning',
    titles: ['caretaker', 'site manager', 'premises manager', 'site supervisor', 'cleaner'],
  },
  catering: {
    label: 'Catering and lunchtime',
    titles: ['cook', 'catering assistant', 'lunchtime supervisor', 'midday supervisor'],
  },
  governor: {
    label: 'Governor or trustee',
    titles: ['governor', 'chair of governors', 'trustee', 'chair of trustees', 'clerk to governors'],
    recommended: { at: 'school', post: 'governor', why: 'Governors read what they decide on.' },
  },
  finance: {
    label: 'Finance',
    titles: [
      'finance manager',
      'finance officer',
      'accountant',
      'trust accountant',
      'finance director',
      'cfo',
    ],
    recommended: { at: 'trust', post: 'finance lead', why: 'They see how many accounts are paid for.' },
  },
  hr: {
    label: 'Human resources',
    titles: ['hr manager', 'hr officer', 'hr director', 'hr business partner', 'head of hr'],
    recommended: { at: 'trust', post: 'HR lead', why: 'They know who starts and who leaves.' },
  },
  central_team: {
    label: 'Central or trust team',
    titles: ['chief executive', 'ceo', 'chief operating officer', 'coo', 'director of education'],
  },
  volunteer: { label: 'Volunteer' },
  other: { label: 'Other' },
} as const satisfies Record<string, JobCategory>

export type JobCategoryKey = keyof typeof JOB_CATEGORIES

export const JOB_CATEGORY_KEYS = Object.keys(JOB_CATEGORIES) as JobCategoryKey[]

/** What a kept category is called; one this version doesn't know, of a newer one beside it, is called by its key. */
export const jobCategoryLabel = (key: string): string =>
  Object.hasOwn(JOB_CATEGORIES, key) ? JOB_CATEGORIES[key as JobCategoryKey].label : key

/** How somebody belongs to an organisation, as it is kept and as people read it. */
export const RELATIONSHIPS = {
  employee: 'Employee',
  volunteer: 'Volunteer',
  governor: 'Governor or trustee',
  contractor: 'Contractor',
  agency: 'Agency',
} as const

export type Relationship = keyof typeof RELATIONSHIPS
