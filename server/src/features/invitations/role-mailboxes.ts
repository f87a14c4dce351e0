/** What stands before the @ of mailboxes that several people read, without dots, dashes and underscores. */
const ROLE_MAILBOXES: ReadonlySet<string> = new Set(
  `absence accounts admin administration administrator admissions allstaff assessment attendance bookings bursar
  careers caretaker clerk contact cover data deputy deputyhead dpo dsl earlyyears enquiries enquiry events exams
  examsoffice facilities feedback finance frontoffice governance governors head headmaster headmistress headpa
  headspa headteacher headteacherspa hello help helpdesk hr humanresources info information inclusion it ithelp
  itsupport jobs kitchen library lettings mail mailbox marketing medical news newsletter noreply nursery nurse
  office operations parents payroll postmaster premises press principal privacy pta reception recruitment
  reprographics safeguarding sales schooladmin schooloffice secretary senco send sendco sims site sitemanager
  sixthform sixthformoffice staff staffroom studentservices support teachers team technician timetable trips
  uniform vacancies webmaster welfare wraparound`.split(/\s+/),
)

const LONGEST = Math.max(...[...ROLE_MAILBOXES].map((name) => name.length))

/** Whether the part before the @ names a job or an office rather than a person. A plus tag is left aside. */
export function isRoleMailbox(local: string): boolean {
  const plus = local.indexOf('+')
  const name = plus < 0 ? local : local.slice(0, plus)
  return name.length <= 2 * LONGEST && ROLE_MAILBOXES.has(name.replace(/[._-]/g, ''))
}
