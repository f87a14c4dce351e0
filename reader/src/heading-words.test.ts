import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meanings, read } from './list-for-tests.ts'
import type { Field } from './staff-list.ts'

/** What a heading alone is taken for, above nobody. */
const alone = (heading: string) =>
  meanings(read(`\n${heading} | Something | Else\n`, { headingRow: 1 }))[heading]

const HEADINGS: Record<Exclude<Field, 'fullName'> | 'fullName' | 'private', string> = {
  email: `Email, E-mail, EMail, E-Mail Address, Email (Work), Work Email, Primary email, Main email, UPN, User Principal Name, Staff_email, Email Address [Required], email *,
    Courriel, Adresse e-mail, Mél, Courriel professionnel, E-Mail-Adresse, E-Mail (dienstlich), Mailadresse, Correo electrónico, Correo, Dirección de correo electrónico, WORK_EMAIL, workEmail`,
  givenName: `Forename, First name, FirstName, first_name, givenName, Given Name, Legal forename, Preferred forename, Known as, Chosen name forename, Prénom, Prénom usuel, Vorname, Vornamen, Rufname, Nombre de pila, Forename(s), First Name [Required]`,
  familyName: `Surname, Last name, LastName, familyName, Legal surname, Family name, Nom de famille, Nom d'usage, Nachname, Familienname, Apellidos, Apellido, Primer apellido, Last_name, lastname`,
  fullName: `Full name, Name, Display name, Staff name, Nom, Nom et prénom, Nombre completo, Apellidos y nombre, Vollständiger Name, Employee name, Teacher name`,
  staffNumber: `Staff code, Payroll no, Payroll Number, Employee ID, EmployeeID, MIS ID, SIS ID, Staff ID, Teacher_number, Matricule, N° matricule, Personalnummer, Personal-Nr., Número de empleado, Staff No., Pay Number`,
  sourceId: `sourcedId, Source ID, External ID, GUID, UUID`,
  jobTitle: `Post, Job title, Position, Business role, Post title, Title, Fonction, Poste, Funktion, Puesto, Cargo, Employee Title, Designation`,
  role: `Role, Roles, Profile, User role, Benutzertyp, Rolle, Rol, Perfil, Profil, Account type`,
  unit: `Department, Dept, Faculty, Team, Subject, Service, Fachbereich, Abteilung, Département, Departamento, Discipline, Matière, Subject area`,
  school: `School, Site, URN, DfE number, School_id, School Name, Établissement, Schule, Centro, Campus, orgSourcedIds, School SIS ID, Academy`,
  relationship: `Relationship, Contract type, Employment type, Employee Type, Type de contrat, Beschäftigungsart, Tipo de contrato, Employment status`,
  startDate: `Start date, Date of arrival, Hire date, Date d'entrée, Date de début, Eintritt, Eintrittsdatum, Fecha de inicio, Fecha de alta, Contract start, Start Date (DD/MM/YYYY)`,
  leavingDate: `Leaving date, Date of leaving, End date, Contract end, Termination date, Date de sortie, Date de fin de contrat, Austritt, Vertragsende, Fecha de baja, Fecha de fin`,
  status: `Status, Staff status, Active, Statut du compte, Estado, Current staff, Situation`,
  username: `Username, User name, Login, login_id, Benutzername, Nom d'utilisateur, Usuario, Network login, sAMAccountName`,
  private: `Password, Password [Required], Passwort, Mot de passe, Contraseña, NI Number, NI No., National Insurance Number, NINO, SSN, Social Security Number, N° de sécurité sociale, Sozialversicherungsnummer, DNI, NIF,
    Date of birth, DOB, Birthdate, birthDate, Birthday, Date de naissance, Né(e) le, Geburtsdatum, Geb.-Datum, Fecha de nacimiento, Age, Salary, Annual salary, Pay scale, Gehalt, Grundgehalt, Salaire, Salario, Sueldo, Rate of pay, Bank account, IBAN, Sort code, Bankverbindung,
    Home address, Address, Address line 1, Postcode, Post Code, ZIP, Straße, PLZ, Wohnort, Code postal, Adresse postale, Domicilio, Ethnicity, Ethnic origin, Nationality, Staatsangehörigkeit, Religion, Konfession, Disability, Handicap, Schwerbehinderung, Discapacidad,
    Medical notes, Allergies, Gender, Sex, Sexe, Geschlecht, Género, Next of kin, Emergency contact, Notfallkontakt, Marital status, Familienstand, DBS number, PIN, studentPassword, Passport number, Home Address 2, Sexual orientation, Trade union,
    DoB (dd/mm/yyyy), Staff DoB, D.O.B., dOB, DateOfBirth, Date Birth, Born on, Birth, Fecha nac., F. Nac., Date naiss., geb. am, Geb. Tag,
    Base Pay, FTE Pay, Contracted Pay, BasePay, Pay, Pay scale, Pay grade, Compensation, Stipend, Traitement indiciaire, Échelon, Spine point, Vergütung, Retribución,
    National Ins No, Nat Ins Number, N I Number, N.I. No, NIno, NInumber (staff), SSN (last 4), N° INSEE, Nº Seg. Social, NUSS, DNI nº, D.N.I., NIF/NIE,
    Initial Pass, Pass, Temp pass, Pass Word, Staff PassWord, Badge PIN, Login PIN, Email PIN, Mdp initial`,
}

for (const [field, headings] of Object.entries(HEADINGS))
  test(`headings that mean ${field} are known, however they are decorated`, () => {
    const missed = headings
      .split(',')
      .map((heading) => heading.trim())
      .filter((heading) => alone(heading) !== field)
    assert.deepEqual(
      missed.map((heading) => `${heading}: ${alone(heading)}`),
      [],
    )
  })

test('a number on a pay slip, a country, the pins of a board and the email of the pay office are nothing private', () => {
  for (const [heading, field] of [
    ['Pay number', 'staffNumber'],
    ['Pay No (Staff)', 'staffNumber'],
    ['Staff pay ref', 'staffNumber'],
    ['Payroll no', 'staffNumber'],
    ['PayRoll Number', 'staffNumber'],
    ['Nom de naissance', 'familyName'],
    ['Pinner', undefined],
    ['Passport office team', 'private'],
    ['Passed', undefined],
    ['Pays', undefined],
    ['Pay slip email', 'email'],
    ['Nacho', undefined],
    ['Bornholm', undefined],
  ] as const)
    assert.equal(alone(heading), field, heading)
})

test('headings about somebody else, or other things, are not taken for those of the person', () => {
  for (const heading of [
    'Manager Email',
    'Principal Name',
    'Mother name',
    'Emergency email',
    'Line manager',
    'Email sent',
    'Office number',
    'Phone number',
    'Middle name',
    'enabledUser',
    'dateLastModified',
    'School phone',
    'Number of classes',
    'Title of thesis abc',
    'Employer reference text',
    'User notes',
    'Room',
  ])
    assert.ok([undefined, 'private'].includes(alone(heading)), `${heading}: ${alone(heading)}`)
})
