import { nearest } from './alike.ts'
import { fold } from './fold.ts'
import type { SchoolOf } from './plan-ground.queries.ts'
import { type Meaning, saidBy, type ValueChoice } from './staff-list.ts'

/** A school that rows may name. */
export interface SchoolHere {
  id: string
  name: string
  slug: string
  urn: string | null
}

export interface ReadSchools {
  /** Null when the column is not used: none of its values is a school that the list could be about. */
  schools: SchoolOf[] | null
  meanings: Meaning[]
}

/** By which words a school is known: name, address and URN, folded. */
export const keysOf = (school: SchoolHere): string[] =>
  [...new Set([fold(school.name), fold(school.slug), fold(school.urn ?? '')])].filter(Boolean)

/** The schools that one cell names: several stand between semicolons. */
export const schoolsIn = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)

/**
 * What the schools that rows name are here: by name, address or URN. Of several in one cell it is at a school enough that
 * one is that school; on a trust's list such a row is one for each of them already. At a school a column in which nothing is that
 * school is no school column. A school that the planner can't see is one that nobody knows.
 * @param here those that the list may be about
 * @param among whether the list is a trust's, whose rows go to the schools they name
 */
export function readSchools(
  values: { value: string; rows: number }[],
  here: SchoolHere[],
  among: 'one school' | 'schools',
  choices: ValueChoice[],
): ReadSchools {
  const chosen = new Map(
    choices.flatMap((each) => (each.field === 'school' ? [[fold(each.value), each]] : [])),
  )
  const known = new Map<string, SchoolHere | null>()
  for (const school of here) for (const key of keysOf(school)) known.set(key, known.has(key) ? null : school)
  const names = here.map((school) => fold(school.name))
  const found = values.map(({ value, rows }) => {
    const choice = chosen.get(fold(value))
    const school = choice
      ? (here.find((each) => each.id === choice.means) ?? null)
      : (known.get(fold(value)) ??
        (among === 'one school'
          ? schoolsIn(value).flatMap((part) => known.get(fold(part)) ?? [])[0]
          : null) ??
        null)
    const near = school ? null : nearest(fold(value), names)
    return { value, rows, school, choice, near: here.find((each) => fold(each.name) === near)?.name ?? null }
  })
  const used = among === 'schools' || found.some((each) => each.school)
  const only = here[0]?.name ?? ''
  return {
    schools: used
      ? found.map(({ value, school, near }) => ({
          value,
          organisationId: school?.id ?? null,
          problem: school ? null : unknownSchool(value, among, only, here, near),
        }))
      : null,
    meanings: found.map(({ value, rows, school, choice, near }) => ({
      field: 'school',
      value,
      rows,
      means: school?.id ?? null,
      label: school?.name ?? null,
      why: whyOf(school !== null, choice, used, only),
      suggestion: near,
    })),
  }
}

const CHOICES_MAX = 60

function unknownSchool(
  value: string,
  among: 'one school' | 'schools',
  only: string,
  here: SchoolHere[],
  near: string | null,
) {
  if (among === 'one school')
    return {
      code: 'other_school',
      field: 'school',
      detail: `This row names ${value}, and the list is ${only}’s. Leave the row out, or say that ${value} is ${only}.`,
    }
  return {
    code: 'school_unknown',
    field: 'school',
    detail:
      schoolsIn(value).length > 1
        ? `“${value}” is more than one school. Choose one.`
        : `We don’t know a school called “${value}”. Choose one.`,
    choices: here.map((each) => each.name).slice(0, CHOICES_MAX),
    ...(near ? { suggestion: near } : {}),
  }
}

function whyOf(known: boolean, choice: ValueChoice | undefined, used: boolean, only: string): string {
  if (choice) return saidBy(choice)
  if (known) return 'Same name, address or URN'
  return used ? 'No school here is called that' : `Not used: no row names ${only}`
}

/** What a row without a school has for a problem, when others name theirs. */
export const NO_SCHOOL = {
  code: 'school_missing',
  field: 'school',
  detail: 'This row names no school. Enter one, or leave the row out.',
}
