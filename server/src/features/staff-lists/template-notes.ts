import type { Notes } from './write-table.ts'

/** The sheet of the template that says how to fill it in. */
export function templateNotes(isTrust: boolean): Notes {
  return {
    name: 'How to fill this in',
    lines: [
      'One person on each row, below the headings. Only the names and the work email are needed; leave out any other column.',
      'Work email: the person’s own address. Two people can’t have the same one.',
      'Staff number: as your payroll or personnel system has it. With it we know people again when their name or email changes.',
      'Department: several are written with a semicolon between them, such as Maths; Year 7.',
      'Role: what the person may do in Lanyard, such as User or Organisation admin. Leave it blank for a plain user.',
      'Relationship: Employee, Volunteer, Governor, Contractor or Agency.',
      'Start date and Leaving date: in any usual form, such as 1 September 2026.',
      ...(isTrust ? ['School: the name of the school, as it is in Lanyard.'] : []),
      'A blank cell changes nothing. Nothing at all changes until you have looked at it and applied it.',
    ],
  }
}
