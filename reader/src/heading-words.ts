import { plainLetters } from './clean-cell.ts'
import type { Field } from './staff-list.ts'

const HEADING_MAX = 120

/** The words of a heading: `Email (Work) *`, `workEmail [Required]` and `WORK_EMAIL` are much the same. */
export function headingWords(heading: string): string[] {
  const short = heading.length > HEADING_MAX ? heading.slice(0, HEADING_MAX) : heading
  const words = short
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/(mail|courriel|correo)(?=\d)/gi, '$1 ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  return plainLetters(words)
    .split(' ')
    .filter((word) => word !== '')
}

/**
 * What headings say, by field, in the order in which one is preferred to the next: words of one line are of equal
 * standing. Written as they are compared: without accents, case, spaces and the words that say nothing.
 */
const SAID: Record<Field | 'name', readonly string[]> = {
  email: [
    `email, e mail, mail, email address, e mail address, mail address, emailadress, emails, email addresses, e mail addresses, courriel, courriels, mel, adresse email,
     adresse e mail, adresse mail, adresse electronique, adresse courriel, adresse de messagerie, messagerie,
     emailadresse, e mail adresse, mailadresse, correo, correo electronico, direccion de correo,
     direccion de correo electronico, direccion electronica, email id, mail id, mailbox, smtp address, email addr`,
    'upn, user principal name, google email, microsoft email, office 365 email, o365 email, login email, email login, sign in address',
  ],
  givenName: [
    `known as, known name, chosen name, rufname, nickname, goes by, prenom usuel, prenom d usage, nombre de uso`,
    `forename, forenames, first name, first names, firstname, first, given name, given names, given, christian name,
     prenom, prenoms, vorname, vornamen, nombre de pila, nombres, fname, f name, name first, primer nombre`,
    'forename 1, first forename, initials and forename',
  ],
  familyName: [
    `nom d usage, nom usuel`,
    `surname, surnames, last name, last names, last, family name, family, nom de famille, nachname, nachnamen,
     familienname, familiennamen, zuname, apellido, apellidos, lname, l name, sname, second name, name last,
     primer apellido, apellido 1, apellido paterno`,
    'nom de naissance, nom patronymique, patronyme, birth surname',
  ],
  fullName: [
    `full name, fullname, display name, staff name, name of staff, employee name, teacher name, member of staff,
     staff member, complete name, nom complet, nom et prenom, nom prenom, nom et prenoms, prenom et nom, prenom nom,
     vollstandiger name, vor und nachname, name vorname, vorname nachname, vorname name, nachname vorname,
     vorname und nachname, nachname und vorname, nombre completo, nombre y apellidos, apellidos y nombre,
     apellidos nombre, nombre apellidos, surname forename, surname and forename, forename surname,
     forename and surname, surname first name, first name surname, first and last name, last name first name,
     last first, first last, enseignant, lehrkraft, lehrperson, profesor, docente, agent, personne, person, employee, staff, teacher, mitarbeiter, lehrer, trabajador, empleado,
     sortable name, formal name, anzeigename, nombre mostrado, who`,
    'short name',
  ],
  name: ['name, names, nom, noms, nombre, user name full'],
  staffNumber: [
    `staff number, staff no, staff numbers, payroll number, payroll no, payroll id, payroll ref, payroll, pay number, pay no, pay ref, pay reference,
     employee number, employee no, emp no, personnel number, personnel no, person number, teacher number, teacher no, worker number,
     hr number, badge number, clock number, assignment number, matricule, numero matricule, numero d agent, numero agent, numero de personnel, numen, personalnummer,
     personalnr, personal nr, pers nr, persnr, mitarbeiternummer, mitarbeiter nr, lehrernummer, numero de empleado,
     numero empleado, num empleado, n empleado, numero de personal, nrp, legajo`,
    `staff id, employee id, emp id, empid, personnel id, person id, teacher id, worker id, hr id, identifiant agent, mitarbeiter id,
     id empleado, id de empleado, id agent`,
    `staff code, staff ref, staff reference, employee code, employee ref, teacher code, person code, payroll code, staff initials,
     staff initials code, lehrerkurzel, kurzel, codigo de empleado, codigo empleado, code agent`,
    `sis id, sis user id, sis number, mis id, mis number, identifier, identifiant, contract number, local id, local staff id, district id,
     user number, state id, state teacher id, state staff id`,
    'user id, user ids, id, number, no, code, ref, reference, nr, nummer, numero, num, identifiant interne, kennung',
  ],
  sourceId: [
    `sourced id, source id, external id, externe id, externer id, id externe, id externo, unique id, unique identifier,
     guid, uuid, object id, system id, record id, foreign id, fremdschlussel, record uid, uid`,
  ],
  jobTitle: [
    `job title, job, post, post title, position, position title, job role, job roles, business role, business roles, designation,
     occupation, appointment, fonction, poste, emploi, intitule de poste, intitule du poste, metier, funktion, position,
     stelle, stellenbezeichnung, berufsbezeichnung, dienststellung, tatigkeit, puesto, puesto de trabajo, cargo, funcion,
     ocupacion, job name, working title, post held, staff title, employee title, responsibility, responsibilities,
     contract post, role title, role description, dienstbezeichnung, amtsbezeichnung`,
    'title, titel, titre, titulo, grade title',
  ],
  role: [
    `role, roles, profile, profil, user role, user type, account type, benutzertyp, benutzerrolle, benutzerart, rolle,
     rollen, rol, roles, perfil, tipo de usuario, type d utilisateur, type utilisateur, type de compte, access level,
     access, permission, permissions, permission level, user profile, security group, lanyard role, system role,
     user group, person type, type of user, type of person, type de personne, personentyp, tipo de persona`,
    'type, typ, art, tipo, category, categorie, kategorie, categoria, group, gruppe, groupe, grupo',
  ],
  unit: [
    `department, departments, dept, dpt, faculty, abteilung, abteilungen, fachbereich, fachschaft, service, services,
     departement, departamento, departamentos, seccion, division, unit, units, organisational unit, section,
     department name, faculty name, pole`,
    'team, teams, equipe, area, bereich, equipo, dept code, department code, staff group',
    `subject, subjects, subject area, curriculum area, discipline, disciplines, matiere, matieres, fach, facher, asignatura,
     asignaturas, materia, materias, especialidad, subject taught, subjects taught, key stage, phase`,
  ],
  school: [
    `school, school name, schools, site, site name, campus, academy, academy name, establishment, establishment name,
     etablissement, etablissements, nom de l etablissement, ecole, college, lycee, schule, schulen, schulname, stammschule, dienststelle,
     standort, centro, centro educativo, colegio, escuela, instituto, building, bldg, place of work, work location,
     base, base school, home school, main school, school site, centre, nom etablissement`,
    `org, organisation, organization, org name, organisation name, organization name, location, lieu, ort, company,
     institution, workplace`,
    `urn, dfe number, dfe no, dfe, dfes number, laestab, estab, estab number, establishment number, school id,
     school code, school number, school no, school sis id, schoolid, uai, rne, code uai, code etablissement, schulnummer,
     schul nr, schulkennung, codigo de centro, codigo centro, org sourced id, org sourced ids, org id, organisation id,
     organization id, nces id, school nces id, site code, site id, building id, campus code, campus id, location code`,
  ],
  relationship: [
    `relationship, contract type, type of contract, employment type, type of employment, employee type, worker type,
     staff type, staff category, employment status, employment basis, employment category, contract, kind of contract,
     type de contrat, contrat, statut d emploi, nature du contrat, beschaftigungsart, anstellungsart, vertragsart,
     beschaftigungsverhaltnis, art der beschaftigung, tipo de contrato, contrato, relacion, relacion laboral,
     vinculo, tipo de empleado, tipo de personal, relationship to school, engagement, engagement type, statut`,
  ],
  startDate: [
    `start date, date of arrival, arrival date, arrival, start, started, date started, start of employment, employment start,
     employment start date, contract start, contract start date, date of appointment, appointment date, hire date,
     date of hire, hired, hired on, joined, join date, joining date, date joined, date of joining, date of entry, entry date,
     role start date, in post from, from, from date, valid from, date d entree, date entree, date d arrivee, date arrivee,
     date d embauche, date embauche, date de debut, date debut, debut, date de prise de fonction, prise de fonction,
     debut de contrat, debut contrat, date de nomination, date d affectation, eintritt, eintrittsdatum, eintritt am,
     einstellung, einstellungsdatum, beginn, dienstbeginn, dienstantritt, startdatum, vertragsbeginn, eintrittsdatum,
     fecha de inicio, fecha inicio, inicio, fecha de alta, fecha alta, alta, fecha de incorporacion, fecha incorporacion,
     fecha de ingreso, fecha ingreso, fecha de entrada, inicio de contrato, inicio contrato, fecha de contratacion,
     continuous service date, service start, first day, first working day`,
  ],
  leavingDate: [
    `leaving date, date of leaving, leave date, date left, left on, left date, leaving, end date, end, date ended, ended,
     contract end, contract end date, end of contract, end of employment, employment end, employment end date, last day,
     last working day, last day of work, termination date, term date, termination, date of termination, terminated, terminated on, role end date,
     until, to date, valid to, valid until, exit date, departure date, date of departure, departure, finish date, finish,
     date de sortie, date sortie, date de depart, date depart, depart, date de fin, date fin, fin, fin de contrat,
     date de fin de contrat, date fin contrat, fin contrat, austritt, austrittsdatum, austritt am, ende, dienstende,
     enddatum, vertragsende, ausgeschieden, ausgeschieden am, befristet bis, fecha de fin, fecha fin, fecha de baja, fecha baja, baja,
     fecha de salida, fecha salida, fin de contrato, fin contrato, fecha de cese, fecha cese, fecha fin contrato, fecha de termino,
     fecha de finalizacion, expiry date, expires, contract expiry`,
  ],
  status: [
    `status, state, staff status, account status, user status, record status, active, is active, current, current staff, active status,
     estado, situacion, situation, statut du compte, statut compte, kontostatus, estado de la cuenta, estado laboral, etat, aktiv, activo, actif, zustand, leaver, left, has left, inactive, archived, parti`,
  ],
  username: [
    `username, user name, login, login name, login id, logon, logon name, log in, network login, network username, user,
     user login, windows login, ad username, ad account, sam account name, samaccountname, account, account name, identifiant de connexion,
     nom d utilisateur, utilisateur, compte, benutzername, benutzer, anmeldename, benutzerkennung, loginname,
     usuario, nombre de usuario, cuenta, cuenta de usuario, screen name, unique name`,
  ],
}

/** Words beside what a heading is about, which change nothing. */
const SAYS_NOTHING = new Set(
  `n staff member members employee employees teacher teachers person people user users worker your the of a an and or in
   required optional mandatory text column field value upload only if known per please enter current school academy sis mis hr
   du de la le les des del los las el der die das des den dem l d en et ou y o und im am zum zur your his her their
   personnel personal mitarbeiter mitarbeiterin lehrer lehrkraft lehrkrafte lehrerin bediensteten enseignant enseignants agent
   empleado empleados profesor docente trabajador full eg ie example ddmmyyyy dd mm yyyy yy mmddyyyy format date's contact`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Words that say which of several: at work before at home, the name used before the name in law. */
const BETTER = new Set(
  `work business office official professional professionnel professionnelle pro academique institutionnel
   institutionnelle dienstlich dienstliche dienst schulische schul trabajo corporativo laboral institucional
   preferred chosen usual usuel bevorzugter preferido`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
const ORDINARY_WORDS = new Set(
  'primary main default principal principale haupt prinzipal principal 1'.split(' '),
)
const WORSE = new Set(
  `legal official2 secondary second alternative alternate alt other another additional backup recovery new old
   secondaire autre zweite weitere alternativ secundario otro statutory registered formal birth`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
/** Which of several: the first is the main one, but of addresses no number says which is for work. */
const COUNTED = /^[2-9]$/
const WORST = new Set(
  `home personal private personnel personnelle privee prive perso privat private particular domicilio domicile own
   non-work nonwork external`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** People beside the one on the row, and what somebody was called before. */
const SOMEBODY_ELSE = new Set(
  `manager managers supervisor supervisors boss mother mothers father fathers parent parents guardian guardians emergency spouse partner husband
   wife carer kin mentor referee gp doctor headteacher reports approver sponsor maiden previous former
   superieur superieure responsable chef mere pere conjoint urgence tuteur vorgesetzte vorgesetzter notfall
   notfallkontakt mutter vater eltern ehemaliger fruherer geburtsname supervisora jefe jefa madre padre conyuge
   emergencia tutor anterior nee naissance soltera modified created updated changed
   sync synced imported template review reviewed appraisal`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Single words that keep their meaning among others. */
const SAYS_ENOUGH = new Set(
  `email mail courriel correo emailadresse surname forename forenames firstname lastname vorname nachname prenom apellido apellidos
   username login benutzername department abteilung departement departamento`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
/** Fields of which people have several: one for work, one used in daily life. */
const QUALIFIED = new Set<Field | 'name'>([
  'email',
  'givenName',
  'familyName',
  'fullName',
  'name',
  'username',
])
/** Headings of other things, although parts of them would say something. */
const OTHER_THINGS = new Set(
  `office number, phone number, telephone number, tel no, tel number, mobile number, mobile no, fax number, room number, room no, room, extension,
   extension number, phone, telephone, mobile, cell, cell number, telefon, telefonnummer, handynummer, mobilnummer, telephone portable, numero de telephone, num tel, portable, telefono, numero de telefono,
   movil, org unit path, group number, tutor group, form, class, classes, klasse, klassen, classe, clase, year, year group, notes, comments, remarks, description, bemerkung, bemerkungen,
   remarques, notas, observaciones, middle name, middle names, middle initial, initials, second forename, deuxieme prenom, zweiter vorname, segundo nombre, salutation, anrede, civilite, tratamiento, prefix, suffix, row, row no, row number, line, lfd nr, s no, sl no, sr no, fte, hours, weeks, stunden, heures, horas,
   email status, email usage, email verified, email sent, email opt in, mail sent, number of classes, number of students, car registration, registration number`
    .split(',')
    .map((words) => words.replace(/\s+/g, '')),
)

/** What a heading says its column is for. */
export interface Meaning {
  field: Field | 'name' | null
  /** The lower, the sooner taken among columns for one field. */
  rank: number
  /** Whether all its words are understood. */
  sure: boolean
  /** Whether it is about somebody beside the person of the row. */
  else: boolean
}

const MEANINGS = new Map<string, { field: Field | 'name'; rank: number }>()
for (const [field, lines] of Object.entries(SAID) as [Field | 'name', readonly string[]][])
  lines.forEach((line, rank) => {
    for (const words of line.split(',')) {
      const key = words.replace(/\s+/g, '')
      if (!MEANINGS.has(key)) MEANINGS.set(key, { field, rank: rank * 10 })
    }
  })

const NOTHING: Meaning = { field: null, rank: 0, sure: false, else: false }

/** What the words of a heading say. What is of equal standing has the same rank. */
export function meaningOf(words: readonly string[]): Meaning {
  if (words.length === 0 || words.length > 12) return NOTHING
  const key = words.join('')
  if (OTHER_THINGS.has(key)) return NOTHING
  const whole = MEANINGS.get(key)
  if (whole !== undefined) return { ...whole, rank: whole.rank + 1, sure: true, else: false }
  const last = words.at(-1)
  if (words.some((word) => SOMEBODY_ELSE.has(word)) || (words[0] === 'principal' && last !== 'principal'))
    return { ...NOTHING, else: true }
  return withoutQualifiers(words) ?? insideOf(words) ?? NOTHING
}

/** `Email (Work)`, `Preferred Forename`, `Staff Email Address [Required]`: the rest is a heading by itself. */
function withoutQualifiers(words: readonly string[]): Meaning | null {
  let shift = 1
  let later = 0
  const rest: string[] = []
  const core: string[] = []
  for (const word of words) {
    if (WORST.has(word)) shift += 16
    else if (WORSE.has(word)) shift += 14
    else if (COUNTED.test(word)) later = 14
    else if (BETTER.has(word)) shift -= 1
    else if (!ORDINARY_WORDS.has(word)) {
      rest.push(word)
      if (!SAYS_NOTHING.has(word)) core.push(word)
    }
  }
  for (const candidate of [rest, core]) {
    if (candidate.length === 0 || candidate.length === words.length) continue
    const found = MEANINGS.get(candidate.join(''))
    if (found === undefined) continue
    const by = found.field === 'email' ? shift : shift + later
    if (by === 1 || QUALIFIED.has(found.field))
      return { ...found, rank: found.rank + by, sure: true, else: false }
  }
  return null
}

/** A heading of two words or more, or one that says enough by itself, somewhere among other words. */
function insideOf(words: readonly string[]): Meaning | null {
  for (let length = Math.min(words.length - 1, 4); length >= 1; length--)
    for (let at = words.length - length; at >= 0; at--) {
      const key = words.slice(at, at + length).join('')
      if (length === 1 ? !SAYS_ENOUGH.has(key) : key.length < 6) continue
      const found = MEANINGS.get(key)
      if (found !== undefined && found.field !== 'name')
        return { ...found, rank: found.rank + 30, sure: false, else: false }
    }
  return null
}
