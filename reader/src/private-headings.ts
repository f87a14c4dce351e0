/** Headings of what is nobody's business here, in four languages, without accents: the whole heading is one of these. */
const WHOLE = new Set(
  `pin, pin code, pwd, mdp, clave, ni, nat ins, nino, ssn, sin, dni, nif, nie, dni nie, nif nie, nir, nss, visa, age, alter, edad, born, dob, d o b,
   geb, geb dat, geb datum, gebdat, ne le, nee le, ne e le, pay, tlr, fte salary, traitement, nomina, bezuge, rib, bic, blz, ccc,
   address, addresses, addr, address 1, address 2, address 3, address line 1, address line 2, address line 3, address1, address2,
   addr 1, addr 2, house, house number, house name, city, town, county, state or province, postal address, adresse, adresses, rue, ville, str, plz, cp, wohnort, anschrift,
   direccion, direccion postal, domicilio, calle, poblacion, localidad, municipio, race, races, origin, faith, religion, sex, sexe, sexo,
   genre, genero, pronouns, gdb, sick, sante, salud, children, kinder, enfants, hijos, next of kin, nok, married, dbs, crb, union, medical,
   sv nr, sv nummer, n ss, num ss, numero ss, n secu, num secu, no secu, iban, white, asian, indice, birth, geburt`
    .split(',')
    .map((words) => words.replace(/\s+/g, '')),
)

/** Words next to each other anywhere in a heading, together or apart: `DoB` is taken for two. */
const INSIDE = phrases(
  `ni number, ni no, ni num, ni code, ni category, national insurance, social security, national id, national identity, tax id, tax code, tax ref, tax number,
  securite sociale, seguridad social, identity card, driving licence, driver license, drivers license, date of birth, birth date, d o b, dob, birth day, year of birth, place of birth,
  country of birth, city of birth, state of birth, fecha de nacimiento, date de naissance, lieu de naissance, pay scale, pay grade, pay point, pay range, pay band, pay rate, rate of pay,
  gross pay, net pay, basic pay, annual pay, monthly pay, pay spine, spine point, hourly rate, salary, sort code, account number, account no, bank, iban, swift, building society, numero de cuenta,
  cuenta bancaria, compte bancaire, credit card, home address, private address, street, postcode, post code, postal code, zip, zip code, adresse personnelle, adresse postale, adresse privee,
  adresse domicile, code postal, codigo postal, direccion particular, first language, mother tongue, right to work, work permit, sexual orientation, gender, sex, trans status,
  next of kin, emergency contact, emergency phone, emergency tel, emergency telephone, emergency number, emergency name, personne a prevenir, contact d urgence, contacto de emergencia,
  marital, married name, civil status, etat civil, estado civil, situation familiale, family status, maiden name, nom de jeune fille, trade union, blood group, blood type, groupe sanguin,
  special needs, casier judiciaire, antecedentes penales, prohibition check, barred list, dbs, dbs number, disclosure number, disclosure date, list 99, mot de passe, passcode,
  pw, pwd, security question, security answer, secret question, security word, occupational health, absence reason, home phone number private, traitement brut, traitement indiciaire, indiciaire, indice brut, indice majore, echelon, spine, spinal point, scp, earnings,
  national ins, nat ins, seg social, seg soc, fecha nac, fec nac, f nac, nac, date naiss, naiss, geb am, geb dat, geb datum, geb tag, geb ort, date birth, birth dt, bday, b day, born, yob`,
)
/** What nobody else may see, whatever stands beside it, were it a word of email or of signing in. */
const SECRET = phrases(
  `pin, pass, pass word, passwd, pwd, p w, mdp, mot de passe, clave de acceso, clave acceso, clave inicial, dob, ssn, nino, insee, nuss, nss, nir, dni, nif, nie`,
)
/** The number on a pay slip is not what somebody is paid. */
const NUMBERS_OF_PAY = new Set('number no num nr ref reference code id roll'.split(' '))

/** What a word of a private heading begins with, or in German holds somewhere. */
const STEMS =
  `compensation|stipend|vergut|verdienst|retribu|password|passwort|passwd|kennwort|contrasen|motdepasse|birthd|birthpl|geburts|geboren|naissance|nacimiento|cumplean|salar|salair|gehalt|besoldung|entgelt|remunera|
  wages|wage|sueldo|lohn|sozialversicherung|rentenversicherung|versicherungsn|steueri|steuernum|steuernr|steuerkl|passport|passeport|pasaporte|reisepass|personalausweis|kontonummer|kontonr|bankverb|
  postleitzahl|wohnanschrift|privatanschrift|hausnummer|strasse|ethni|nationalit|nacionalid|staatsangeh|citizenship|immigration|religio|konfession|bekenntnis|denominat|disab|behinder|handicap|discapac|
  minusval|medical|medizin|allerg|illness|sickness|krankheit|krankenk|gesundheit|maladie|enfermed|vaccin|impf|masern|geschlecht|sexual|familienstand|notfallkontakt|
  ehegatte|fuhrungszeugnis|criminal|gewerkschaft|syndica|sindica|pension|nationalinsurance|socialsecurity|dateofbirth|homeaddress|hispanic|demographicrace|americanindian|blackorafrican`
    .split('|')
    .map((stem) => stem.trim())
/** Words of the longest phrase. */
const RUN_MAX = 4
/** Shorter ones could be part of another word. */
const ANYWHERE_MIN = 6

/** Address words beside one of these are about email or about work. */
const OF_MAIL = new Set(
  'email emails mail courriel mel correo electronique electronica messagerie ip web smtp login'.split(' '),
)
/** Headings that begin alike and are something else: a number on a pay slip, the family name that French lists hold. */
const EXCEPT = new Set('paynumber payno payref payreference paycode nomdenaissance'.split(' '))

/** Whether the words of a heading name something private, such as a birth date or a salary. */
export function isPrivateHeading(words: readonly string[]): boolean {
  const whole = words.join('')
  if (whole === '' || EXCEPT.has(whole)) return false
  if (WHOLE.has(whole)) return true
  if (words.some((word) => STEMS.some((stem) => holds(word, stem)))) return true
  if (STEMS.some((stem) => stem.length >= ANYWHERE_MIN && whole.startsWith(stem))) return true
  const runs = runsOf(words)
  if (runs.some((run) => SECRET.has(run))) return true
  if (words.some((word) => OF_MAIL.has(word))) return false
  return runs.some((run) => INSIDE.has(run)) || saysPay(words)
}

function phrases(list: string): Set<string> {
  return new Set(list.split(',').map((words) => words.replace(/\s+/g, '')))
}

function holds(word: string, stem: string): boolean {
  return word.startsWith(stem) || (stem.length >= ANYWHERE_MIN && word.includes(stem))
}

/** Each word and all that stand next to each other, without blanks. */
function runsOf(words: readonly string[]): string[] {
  return words.flatMap((_, at) =>
    Array.from({ length: Math.min(RUN_MAX, words.length - at) }, (_, more) =>
      words.slice(at, at + more + 1).join(''),
    ),
  )
}

function saysPay(words: readonly string[]): boolean {
  return words.some((word, at) => word === 'pay' && !NUMBERS_OF_PAY.has(words[at + 1] ?? ''))
}
