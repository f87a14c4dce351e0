import { ratio } from 'fuzzball'

/** A name in its two parts, each folded. */
export interface FoldedName {
  given: string
  family: string
}

/** Of 100: from here on two surnames are one, written with a slip. */
const SLIP_SCORE = 85
/** Words that many surnames share. */
const PARTICLES = new Set(
  'al bin da de del den der di dos du el ibn la le los mac mc o san st van von'.split(' '),
)

/** Given names that stand for one another. */
const SHORT_FORMS = `
  abigail abbie abby gail|aisha ayesha aysha|alan allan allen alun|alexander alex sandy sasha xander|alexandra alex sandra sasha lexi
  alison allison ali|amanda mandy|ana anna anne ann annie|andrew andy drew|angela angie|anthony antony tony
  barbara barb babs|benjamin ben benny benji|bradley brad|bridget bridie|cameron cam|carol carole|caroline carrie
  catherine katherine kathryn catharine cathryn katharine cath cathy kate katie kath kathy kat katy kitty
  charles charlie charlotte chas|christine christina tina chris chrissie|christopher chris kit|claire clare|cynthia cindy
  daniel dan danny|daniella danielle dani|david dave davey|deborah debra deb debbie|dennis den denny|dorothy dot dottie
  edward ed eddie ned ted teddy|eleanor elinor ellie nell nora|elizabeth elisabeth liz lizzie beth betty betsy eliza libby lisa
  emily em|emma em|frances fran francesca|francis frank|frederick fred freddie|gabriella gabrielle gabby|geoffrey jeffrey geoff jeff
  gerald gerard gerry jerry|gillian jill gill|gregory greg|harold harry hal|harriet hattie|helen helena nell|henry harry hal
  isabel isabelle isabella izzy bella|jacob jake|jacqueline jackie jacqui|james jim jimmy jamie|jane janey|janet jan|jennifer jen jenny
  jessica jess jessie|joanna joanne jo|john jon johnny jack|jonathan jonathon jon jonny|joseph joe joey|josephine jo josie
  joshua josh|judith judy jude|katrina trina|kenneth ken kenny|kimberley kimberly kim|laurence lawrence larry laurie
  leonard len lenny|leslie lesley les|lillian lily|louis lewis lou|louise lou|lucy lucinda|madeleine madeline maddie|margaret maggie meg peggy marge
  martin marty|mary molly polly|matthew matt matty|maximilian max|megan meg|melissa mel|melanie mel|michael mike mick micky
  michelle shelly|mohammed mohamed muhammad mohammad mo|nancy nan|natalie nat|nathan nathaniel nat nate|nicholas nicolas nick nicky|nicola nicole nicky nikki
  oliver ollie|olivia liv livvy|oscar ozzy|pamela pam|patricia pat patsy tricia trish|patrick pat paddy|penelope penny|peter pete|philip phillip phil
  philippa pippa|rachel rachael rach|raymond ray|rebecca becca becky bex|richard rich rick ricky dick|robert rob robbie bob bobby|roberta bobbie
  ronald ron ronnie|rosemary rosie rose|russell russ|samantha sam sammy|samuel sam sammy|sandra sandy|sarah sara sally|sean shaun shawn
  simon si|sophia sophie|stephanie steph|stephen steven steve|stuart stewart stu|susan susanna suzanne sue susie|sylvia silvia
  terence terry|teresa theresa tess tessa terry|thomas tom tommy|timothy tim|tracey tracy|valerie val|veronica ronnie|victoria vicky vicki tori
  vincent vince|vivienne vivian viv|walter walt|william will bill billy willy|yvonne evonne|zachary zac zach zack|zoe zoey`
const GROUPS = new Map<string, Set<number>>()
for (const [index, group] of SHORT_FORMS.split(/[|\n]/).entries())
  for (const name of group.split(' ').filter(Boolean))
    GROUPS.set(name, (GROUPS.get(name) ?? new Set()).add(index))

/**
 * Whether two names could be one person's who has the same address, number or id: first names that fit and the same last
 * name, or the same first name and a new last name, as after a wedding. One word in common is not enough: addresses
 * such as j.smith@ pass from one Smith to the next. A part that isn't known speaks for nobody and against nobody, as
 * long as the other part fits.
 */
export function couldBeOne(one: FoldedName, other: FoldedName): boolean {
  if (isOneName(one, other)) return true
  if (one.family === '' || other.family === '') return isOneGiven(one.given, other.given)
  if (one.given === '' || other.given === '') return fitsFamily(one.family, other.family)
  if (isOneGiven(one.given, other.given)) return true
  return fitsInitial(one.given, other.given) && fitsFamily(one.family, other.family)
}

/** Whether two names are the same, whichever part stands first. */
export function isOneName(one: FoldedName, other: FoldedName): boolean {
  const words = ({ given, family }: FoldedName) => `${given} ${family}`.trim().split(' ').sort().join(' ')
  return words(one) === words(other)
}

const wordsOf = (text: string) => text.split(' ').filter((word) => word.length > 1)

/** The same first name: a word in common, a short form, or two letters the wrong way round. */
function isOneGiven(one: string, other: string): boolean {
  const [first = '', ...middle] = wordsOf(one)
  const [second = '', ...rest] = wordsOf(other)
  return (
    [second, ...rest].some((each) => isOneWord(first, each)) || middle.some((each) => isOneWord(second, each))
  )
}

function isOneWord(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  if (one === other || isSwapped(one, other)) return true
  const groups = GROUPS.get(other)
  return groups !== undefined && [...(GROUPS.get(one) ?? [])].some((group) => groups.has(group))
}

/** Micheal for Michael. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 5) return false
  const from = [...one].findIndex((letter, index) => letter !== other[index])
  return (
    from > 0 && one.slice(0, from) + one.charAt(from + 1) + one.charAt(from) + one.slice(from + 2) === other
  )
}

/** One of the two is an initial only, of any of the other's names. */
function fitsInitial(one: string, other: string): boolean {
  const initials = (text: string) => text.split(' ').map((word) => word.charAt(0))
  const isInitial = (text: string) => text.split(' ').every((word) => word.length === 1)
  const [first = ''] = one.split(' ')
  const [second = ''] = other.split(' ')
  return (
    (isInitial(one) && initials(other).includes(first)) ||
    (isInitial(other) && initials(one).includes(second))
  )
}

/** The same last name, one part of a double one, or a slip. */
function fitsFamily(one: string, other: string): boolean {
  const own = new Set(wordsOf(one).filter((word) => !PARTICLES.has(word)))
  if (wordsOf(other).some((word) => own.has(word))) return true
  const together = (text: string) => text.replaceAll(' ', '')
  return ratio(together(one), together(other), { full_process: false }) >= SLIP_SCORE
}
