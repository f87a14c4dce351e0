import type { Tx } from '../../platform/database/database.ts'
import { fold } from './fold.ts'
import { listOrganisationsHere } from './plan-ground.queries.ts'
import { keysOf, schoolsIn } from './read-schools.ts'
import type { StaffListRow, ValueChoice } from './staff-list.ts'
import { listSchoolCells, SCHOOLS_MAX, splitStaged } from './stage.queries.ts'

/**
 * Makes of a row whose cell names several schools one row for each of them, on a list whose rows go to the schools they
 * name: the person works at all of them. A part that is no school here becomes a row too, which then asks for its school.
 * A cell that is, as a whole, the name of a school or was chosen to be one stays.
 */
export async function splitSchools(tx: Tx, list: StaffListRow, choices: ValueChoice[]): Promise<void> {
  const cells = await listSchoolCells(tx)
  if (cells.length === 0) return
  const here = await listOrganisationsHere(tx)
  const among = here.filter((each) => each.path.includes(list.organisationId))
  if (among.length < 2) return
  const schools = new Map(among.flatMap((school) => keysOf(school).map((key) => [key, school.id])))
  const whole = new Set([
    ...schools.keys(),
    ...choices.map((each) => each.field === 'school' && fold(each.value)),
  ])
  await splitStaged(
    tx,
    cells
      .filter((cell) => !whole.has(fold(cell)))
      .flatMap((cell) => {
        const names = new Map(schoolsIn(cell).map((name) => [schools.get(fold(name)) ?? fold(name), name]))
        return [...names.values()].slice(0, SCHOOLS_MAX).map((part, nth) => ({ cell, part, nth }))
      }),
  )
}
