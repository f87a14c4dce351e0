/** The bare hash: verifies one password again and again, as many at once as asked for and the product allows. */
import { openKeys } from '../../server/src/platform/crypto/keys.ts'
import { hashPassword, verifyPassword } from '../../server/src/platform/crypto/passwords.ts'
import { obey } from './child.ts'

export interface Hashing {
  callers: number
  hashes: number
}

export interface HashingFound {
  seconds: number
  /** Milliseconds of each hash, as its caller waited for it. */
  ms: number[]
}

const PASSWORD = 'three random words'

if (import.meta.main) {
  const keys = openKeys('1:a-key-for-measuring-that-protects-nothing')
  const known = await hashPassword(keys, PASSWORD)
  await obey(async ({ callers, hashes }: Hashing): Promise<HashingFound> => {
    const ms: number[] = []
    const started = performance.now()
    let left = hashes
    const caller = async () => {
      while (left-- > 0) {
        const askedAt = performance.now()
        if (!(await verifyPassword(keys, known, PASSWORD))) throw new Error('The password did not match')
        ms.push(performance.now() - askedAt)
      }
    }
    await Promise.all(Array.from({ length: callers }, caller))
    return { seconds: (performance.now() - started) / 1000, ms }
  })
}
