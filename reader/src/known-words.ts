import { plainLetters } from './clean-cell.ts'

type Relationship = 'employee' | 'volunteer' | 'governor' | 'contractor' | 'agency'

/** How people belong to a school, in English, French, German and Spanish, without accents. */
const RELATIONSHIPS: Record<Relationship, string> = {
  volunteer: `volunteer, volunteers, voluntary, benevole, benevolat, volontaire, ehrenamt, ehrenamtlich, ehrenamtliche, ehrenamtlicher, freiwillig,
    freiwillige, freiwilliger, voluntario, voluntaria, voluntariado`,
  governor: `governor, governors, school governor, parent governor, staff governor, co opted governor, trustee, board member, board, school board,
    governing body, member of the board, gouverneur, membre du conseil d administration, conseil d administration, kuratorium, schulbeirat, beirat, schulvorstand,
    consejo escolar, consejero escolar, consejera escolar, patrono`,
  agency: `agency, agency worker, agency staff, supply, supply teacher, supply staff, agency supply, temp agency, interim, interimaire, agence,
    leiharbeit, leiharbeiter, zeitarbeit, leihkraft, agencia, ett, empresa de trabajo temporal`,
  contractor: `contractor, contractors, contracted, self employed, selfemployed, freelance, freelancer, consultant, peripatetic, third party, external, external staff,
    service provider, vendor, visiting, visitor, outsourced, prestataire, independant, intervenant, intervenant exterieur, externe, externer, extern, freiberufler, freiberuflich, honorarkraft,
    selbstandig, selbststandig, dienstleister, honorarvertrag, autonomo, autonoma, contratista, externo, externa, proveedor, subcontratado`,
  employee: `employee, employees, employed, staff, permanent, perm, fixed term, fixed term contract, ftc, full time, part time, fulltime, parttime, ft, pt, temporary, temp, casual, salaried, zero hours, term time only,
    maternity cover, substantive, contract of employment, teaching, non teaching, support, teacher, teaching staff, support staff, regular, faculty, certified, classified, titulaire, contractuel, contractuelle, cdi, cdd, stagiaire,
    vacataire, fonctionnaire, salarie, salariee, temps plein, temps partiel, temps complet, employe, employee, agent, angestellt, angestellte, angestellter, beamter, beamtin, beamte, verbeamtet, tarifbeschaftigt, tarifbeschaftigte, tarifbeschaftigter, unbefristet, befristet,
    vollzeit, teilzeit, festangestellt, festanstellung, mitarbeiter, mitarbeiterin, referendar, referendarin, arbeitnehmer, minijob, empleado, empleada, funcionario, funcionaria, funcionario de carrera, funcionario interino, interino, interina,
    laboral, personal laboral, indefinido, indefinida, temporal, fijo, fija, titular, sustituto, sustituta, jornada completa, media jornada, contratado, contratada, plantilla`,
}
const STATUSES: Record<'current' | 'left', string> = {
  current: `active, current, employed, enabled, live, working, in post, present, on roll, existing, activated, actif, active, en poste, en activite, present, titulaire en poste, aktiv, beschaftigt, im dienst, tatig, angestellt,
    activo, activa, en activo, vigente, alta, en alta, contratado, on leave, maternity leave, sabbatical, secondment, long term sick, leave of absence, new, starter, future, mutterschutz, elternzeit, beurlaubt, conge, en conge, conge maternite, baja maternal, excedencia`,
  left: `left, leaver, inactive, tobedeleted, to be deleted, deleted, archived, terminated, resigned, retired, former, ex employee, ended, dismissed, departed, not current, past, gone, removed, withdrawn, ex staff, transferred out,
    inactif, inactive, parti, partie, sorti, sortie, demissionne, demissionnaire, retraite, radie, ausgeschieden, ausgetreten, inaktiv, pensioniert, im ruhestand, ruhestand, gekundigt, ehemalig, ehemalige, ehemaliger, nicht aktiv,
    inactivo, inactiva, de baja definitiva, cesado, cesada, jubilado, jubilada, dado de baja, dada de baja, baja, baja definitiva, eliminado`,
}
const YES = wordSet('yes, y, true, 1, x, oui, o, vrai, ja, j, wahr, si, s, verdadero, t')
const NO = wordSet('no, n, false, 0, non, faux, nein, falsch, f, falso')

/** Roles of people at a school who do not work there. */
const NOT_STAFF = wordSet(
  `student, students, pupil, pupils, learner, learners, child, children, parent, parents, guardian, guardians, carer, carers, parent carer, parent guardian, relative, relatives, mother, father, family, alumni, alumnus, alumna, graduate, applicant,
   eleve, eleves, etudiant, etudiante, etudiants, apprenant, parent d eleve, parents d eleves, responsable legal, representant legal, tuteur legal, famille,
   schuler, schulerin, schulerinnen, schueler, schuelerin, studierende, studierender, eltern, elternteil, erziehungsberechtigt, erziehungsberechtigte, erziehungsberechtigter, sorgeberechtigt, sorgeberechtigte, sorgeberechtigter, mutter, vater, legal guardian, legal guardians,
   alumno, alumna, alumnos, alumnado, estudiante, estudiantes, padre, madre, padres, tutor legal, tutora legal, familia, familiar, apoderado, apoderada`,
)
/** Roles of people who do, to tell a column of roles that has no heading. */
const STAFF_ROLES = wordSet(
  `teacher, teachers, staff, admin, administrator, administrators, user, principal, head, headteacher, deputy head, assistant head, aide, teaching assistant, ta, hlta, senco, counselor, counsellor, proctor, librarian, technician, caretaker, secretary, receptionist,
   manager, business manager, faculty, employee, staffteacher, support staff, office, site manager, professor, lecturer, cover supervisor, enseignant, enseignante, professeur, personnel, directeur, directrice, secretaire, surveillant, surveillante, aesh, lehrer, lehrerin, lehrkraft, lehrkrafte, mitarbeiter,
   verwaltung, schulleitung, schulleiter, schulleiterin, hausmeister, sekretariat, profesor, profesora, docente, director, directora, maestro, maestra, conserje, administrativo, administrativa, orientador, orientadora`,
)

const BY_RELATIONSHIP = bySynonym(RELATIONSHIPS)
const BY_STATUS = bySynonym(STATUSES)

/** How a person belongs to the school, or null when the words are not known. */
export function readRelationship(cell: string): Relationship | null {
  const words = plainLetters(cell)
  const whole = BY_RELATIONSHIP.get(words)
  if (whole !== undefined) return whole
  const found = new Set(words.split(' ').map((word) => BY_RELATIONSHIP.get(word)))
  found.delete(undefined)
  const [one, other] = [...found]
  if (one === undefined) return null
  // `Supply teacher (agency)`: what is not employment says more than what is.
  if (other !== undefined && found.size === 2 && found.has('employee'))
    return one === 'employee' ? other : one
  return found.size === 1 ? one : null
}

/** Whether a status says that somebody works here now, or null when it says nothing known. `positive`: a yes means that. */
export function readStatus(cell: string, positive: boolean | null): 'current' | 'left' | null {
  const words = plainLetters(cell)
  const known = BY_STATUS.get(words)
  if (known !== undefined) return known
  if (positive === null) return null
  if (YES.has(words)) return positive ? 'current' : 'left'
  return NO.has(words) ? (positive ? 'left' : 'current') : null
}

/** What a yes in a column means: works here (Active), or not (Left). Null where yes says nothing. */
export function meansYes(heading: string): boolean | null {
  if (/leaver|\bleft\b|inactive|archived|parti|ausgeschieden|inactif|inaktiv|inactivo/i.test(heading))
    return false
  return /active|current|actif|aktiv|activo/i.test(heading) ? true : null
}

/** Whether a role, or each of several, is one of people who do not work at a school. */
export function isNotStaff(roles: readonly string[]): boolean {
  return roles.length > 0 && roles.every((role) => NOT_STAFF.has(plainLetters(role)))
}

/** Whether a cell is a word that commonly stands in a column of roles. */
export function isKnownRole(cell: string): boolean {
  const words = plainLetters(cell)
  return STAFF_ROLES.has(words) || NOT_STAFF.has(words)
}

function wordSet(list: string): Set<string> {
  return new Set(list.split(',').map((words) => words.trim().replace(/\s+/g, ' ')))
}

function bySynonym<T extends string>(synonyms: Record<T, string>): Map<string, T> {
  const map = new Map<string, T>()
  for (const meaning of Object.keys(synonyms) as T[])
    for (const words of wordSet(synonyms[meaning])) if (!map.has(words)) map.set(words, meaning)
  return map
}
