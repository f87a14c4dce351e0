/** 128 random bits as hex. Not crypto.randomUUID, which browsers keep from a school's plain http address. */
export const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
