/** Units that somebody leads from now on, in place of those who leave. */
export interface HandedOver {
  /** Who leads them, by name. */
  successor: string
  /** What they are called. */
  units: string[]
}

/** Names that are told before the rest are only counted. */
const NAMED = 20

const LIST = new Intl.ListFormat('en-GB')

/** “Art”, “Art and Year 3”, “Art, Year 3 and 4 more”. */
export function namesInWords(names: string[], named = NAMED): string {
  const rest = names.length - named
  return LIST.format(rest > 0 ? [...names.slice(0, named), `${rest.toLocaleString('en-GB')} more`] : names)
}

export const sayHandedOver = ({ successor, units }: HandedOver): string =>
  `${successor} leads ${namesInWords(units)} now.`
