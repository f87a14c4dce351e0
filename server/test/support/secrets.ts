/** Every way in which a secret could stand in a text: as it is, in hex, and in base64 at whatever place it begins. */
function shapesOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const random =
    /^[a-z]{3}_([\w-]{43})$/.exec(secret)?.[1] ?? (/^[\w-]{43}$/.test(secret) ? secret : undefined)
  const inBytes = [bytes, ...(random ? [Buffer.from(random, 'base64url')] : [])]
  return [secret, ...(random ? [random] : []), ...inBytes.flatMap(encodingsOf)]
}

function encodingsOf(bytes: Buffer): string[] {
  const hex = bytes.toString('hex')
  // The first and the last characters hang on what stands before and after.
  const base64 = [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
    const from = Math.ceil((before * 8) / 6)
    const to = Math.floor((whole.length * 8) / 6)
    return (['base64', 'base64url'] as const).map((how) => whole.toString(how).slice(from, to))
  })
  return [hex, hex.toUpperCase(), ...base64]
}

/** Which of these secrets can be found in a text, and in what shape. */
export const foundIn = (text: string, secrets: Record<string, string>): string[] =>
  Object.entries(secrets).flatMap(([name, secret]) =>
    shapesOf(secret)
      .filter((shape) => text.includes(shape))
      .map((shape) => `${name} as ${shape}`),
  )
