import { plainLetters } from './clean-cell.ts'

/** First names that many people have, in several languages, without accents: enough to tell which column holds them. */
const COMMON = new Set(
  `aaron abdul adam adrian agnes ahmed aisha alan albert alejandra alejandro alex alexander alexandra alfred ali alice alicia alison amanda amelie amina amy ana andrea andreas andres andrew
   anette angela angelika anita anja ann anna anne annette annika anthony antoine antonio arthur asha astrid ben benjamin bernd birgit bjorn brian brigitte bruno camille carl carla carlos carmen carol
   caroline catherine cecile charles charlotte chloe chris christian christina christine christophe christopher claire clara claudia colin craig cristina daisy damien dan daniel daniela david deborah denis
   derek diana diane diego dieter dirk dominic dominique donna dylan edith edward eileen elaine elena elias elif elisabeth elizabeth ella ellen elodie emily emma emmanuel enrique eric erik erika ernst esther eva fatima
   felipe felix fernando fiona florence florian francesca francis francisco francois frank frederic friedrich fritz gabriel gareth gary gavin geoffrey george georg gerald gerd gerhard gloria graham grace greta gisela guillaume gunter
   gwen hannah hans harald harriet harry heather heidi heike heinz helen helena helene helga helmut henri henry herbert holger hugo ian ibrahim ilse imran ines ingrid irene iris isabel isabelle ivan jack jacqueline jacques
   jaime jake james jamie jan jane janet janice jasmin jason javier jean jeanne jennifer jenny jeremy jessica jesus jill joan joanna joanne jochen joel johanna john jonas jonathan jorge jose josef joseph josephine joyce juan judith
   julia julian julie julien jurgen jutta karen karin karl katharina kathleen katie katja kathrin keith kelly kenneth kerstin kevin khalid kim klaus kurt lars laura laurence laurent lea lena leon leonie lewis liam linda lisa louis
   louise lucas lucia lucie lucy luis lukas lynn maite manfred manon manuel manuela marc marcel marco marcus margaret maria marie marina mario marion mark markus marta martin martina mary mathieu matthew matthias maureen max maya
   megan melanie mercedes michael michel michele michelle miguel mike mohamed mohammed monica monika muhammad nadia nadine natalie natasha nathalie neil nicholas nicola nicolas nicole nigel nina noah nora norbert oliver olivia olivier
   oscar pablo pamela pascal patricia patrick paul paula pauline pedro petra peter philip philippe pierre pilar priya rachel rafael rainer raj ralf raquel raul rebecca renate rhys ricardo richard robert roberto robin roger roland rosa
   rosemary ruth ryan sabine sally samantha samuel sandra sara sarah sebastian sergio sharon sheila silke silvia simon sofia sonia sophie stefan stefanie stephan stephanie stephen steven stuart susan susana susanne sven sylvie tamara
   tanja tanya teresa thierry thomas thorsten tim timothy tina tom tomas tony tracey ulrich ulrike ursula ute uwe valerie vanessa vera veronica veronique victor victoria vincent virginie walter wendy werner wilhelm william wolfgang xavier
   yasmin yolanda yves yvonne zara zoe sian ewan angus morag niamh sean siobhan ciaran aoife gethin carys`
    .split(/\s+/)
    .filter((name) => name !== ''),
)

/** Whether somebody's first name, or the first of several, is one that many people have. */
export function isGivenName(text: string): boolean {
  const [first = ''] = plainLetters(text).split(' ')
  return COMMON.has(first)
}
