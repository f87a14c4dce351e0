import { headingWords } from './heading-words.ts'

/** Headings that lists of pupils have and lists of staff do not, in four languages, without accents and spaces. */
const OF_PUPILS = new Set(
  `student number, student id, pupil id, pupil name, student name, upn, uln, admission number, admission no, admission date, enrolment date, enrollment date,
   grade, grade level, graduation year, year group, year, tutor group, form, form group, reg group, registration group, homeroom, house, sen, sen status, free school meals, fsm, pupil premium, locker,
   classe, niveau, ine, regime, responsable legal 1, klasse, klassenstufe, jahrgang, jahrgangsstufe, stammklasse, erziehungsberechtigte, curso, grupo clase, nia, numero de expediente, mother name, father name, parent email`
    .split(',')
    .map((words) => words.replace(/\s+/g, '')),
)

/** Those of these headings that say a list is one of pupils. */
export function pupilHeadings(headings: readonly string[]): string[] {
  return headings.filter((heading) => OF_PUPILS.has(headingWords(heading).join('')))
}
