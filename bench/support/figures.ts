/** The value below which a share of the values lies (0.5 is the median); with an even count the middle of two. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] as number
  const above = sorted[Math.ceil(at)] as number
  return below + (above - below) * (at - Math.floor(at))
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

/** A median with its least and greatest, such as `11.4 ms (11.2–12.0)`. */
export function spread(values: readonly number[], unit: string, digits = 1): string {
  const text = (value: number) => value.toFixed(digits)
  return `${text(median(values))}${unit} (${text(Math.min(...values))}–${text(Math.max(...values))})`
}

export const percent = (ratios: readonly number[]) =>
  spread(
    ratios.map((ratio) => ratio * 100),
    ' %',
    0,
  )
