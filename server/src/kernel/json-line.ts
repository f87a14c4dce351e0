/** What JSON leaves as it is, and a terminal or an editor obeys: C1 controls, line separators, marks of direction, the unseen. */
const UNSEEN = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu

/** JSON that says the same in letters that can all be seen: it begins no line, colours nothing and turns nothing round. */
export const escapeUnseen = (json: string): string =>
  json.replace(UNSEEN, (mark) =>
    [...Array(mark.length).keys()]
      .map((at) => `\\u${mark.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )
