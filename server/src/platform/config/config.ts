import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { SETTINGS, type SettingName } from './settings.ts'

export interface MailConfig {
  url: URL
  /** False only for a loopback host or when the URL says `?tls=none`. */
  requireTls: boolean
}

/** Everything the environment decides, checked once at the start. */
export interface Config {
  port: number
  host: string
  publicUrl: string
  dataDir: string
  databaseUrl: string | undefined
  databaseOwnerUrl: string | undefined
  secretKey: string | undefined
  mail: MailConfig | undefined
  mailFrom: string
  trustedProxies: string[]
  metricsToken: string | undefined
  logLevel: string
  roles: { serve: boolean; work: boolean }
  testClock: boolean
  production: boolean
  /** Whether http is allowed where it leaves the machine. */
  insecure: boolean
  /** Every setting with the value in force, secrets withheld, for the operator to look at. */
  settings: { name: string; meaning: string; value: string }[]
}

export class ConfigError extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(`Lanyard can’t start with these settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/**
 * Reads the settings of `settings.ts` from the environment.
 * @throws ConfigError with every problem at once, each naming its variable
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = []
  const get = (name: SettingName) => env[name]?.trim() || undefined
  const fail = (name: SettingName, sentence: string) =>
    problems.push(`${name}: ${sentence} ${SETTINGS[name].example}`)

  const port = Number(get('PORT') ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) fail('PORT', 'must be a port number.')
  const production = env.NODE_ENV === 'production'

  const address = parseBaseUrl((get('PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/$/, ''))
  // As a browser writes it in Origin: lower case, without the usual port.
  const publicUrl = address?.origin ?? ''
  const insecure = readSwitch(env.LANYARD_INSECURE, (sentence) => fail('LANYARD_INSECURE', sentence))
  const inClear = address && whyNotInClear(address, { insecure, production })
  if (!address) fail('PUBLIC_URL', 'must be http or https with a host and no path.')
  else if (inClear) fail('PUBLIC_URL', inClear)

  const databaseUrl = get('DATABASE_URL')
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    fail('DATABASE_URL', 'must be a postgres address.')
  const databaseOwnerUrl = get('DATABASE_OWNER_URL')
  if (databaseOwnerUrl && !databaseUrl) fail('DATABASE_OWNER_URL', 'needs DATABASE_URL beside it.')
  const secretKey = get('SECRET_KEY')
  if (databaseUrl && !secretKey)
    fail('SECRET_KEY', 'is required with DATABASE_URL, since nothing else keeps the keys.')
  if (secretKey && !secretKeyIsSound(secretKey))
    fail('SECRET_KEY', 'must be at least 32 random characters, or id:value pairs with ids that differ.')

  const mail = readMail(get('SMTP_URL'), (sentence) => fail('SMTP_URL', sentence))
  const mailFrom = get('MAIL_FROM')
  if (mailFrom && !/^[^\s@]+@[^\s@]+$|^[^<>]*<[^\s@<>]+@[^\s@<>]+>$/.test(mailFrom))
    fail('MAIL_FROM', 'must be an email address.')
  const host = get('HOST') ?? '127.0.0.1'
  if (!isIP(host) && host !== 'localhost') fail('HOST', 'must be an IP address or localhost.')
  const trustedProxies = (get('TRUSTED_PROXIES') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  if (!trustedProxies.every(isNetwork)) fail('TRUSTED_PROXIES', 'must be IP addresses or networks.')
  const testClock = readSwitch(env.LANYARD_TEST_CLOCK, (sentence) => fail('LANYARD_TEST_CLOCK', sentence))
  if (testClock && production) fail('LANYARD_TEST_CLOCK', 'is refused when NODE_ENV is production.')
  const role = get('LANYARD_ROLE') ?? 'both'
  if (!['serve', 'work', 'both'].includes(role)) fail('LANYARD_ROLE', 'is serve, work or both.')
  const logLevel = get('LOG_LEVEL') ?? 'info'
  if (!['fatal', 'error', 'warn', 'info', 'debug', 'silent'].includes(logLevel))
    fail('LOG_LEVEL', 'is not a level.')

  if (problems.length > 0) throw new ConfigError(problems)
  const dataDir = resolve(get('DATA_DIR') ?? defaultDataDir())
  const sender = mailFrom ?? `no-reply@${new URL(publicUrl).hostname}`
  const usual: Partial<Record<SettingName, string>> = {
    PORT: String(port),
    HOST: host,
    PUBLIC_URL: publicUrl,
    DATA_DIR: dataDir,
    MAIL_FROM: sender,
    LOG_LEVEL: logLevel,
    LANYARD_ROLE: role,
  }
  return {
    port,
    host,
    publicUrl,
    dataDir,
    databaseUrl,
    databaseOwnerUrl,
    secretKey,
    mail,
    mailFrom: sender,
    trustedProxies,
    metricsToken: get('METRICS_TOKEN'),
    logLevel,
    roles: { serve: role !== 'work', work: role !== 'serve' },
    testClock,
    production,
    insecure,
    settings: (Object.keys(SETTINGS) as SettingName[]).map((name) => ({
      name,
      meaning: SETTINGS[name].meaning,
      value: shown(get(name) ?? usual[name], 'secret' in SETTINGS[name]),
    })),
  }
}

function shown(value: string | undefined, secret: boolean): string {
  if (!value) return '(not set)'
  return secret ? '(set, not shown)' : value
}

/** On by `1` alone: a word that only looks like on would be taken for it by whoever wrote it. */
function readSwitch(value: string | undefined, fail: (sentence: string) => void): boolean {
  const text = value?.trim() ?? ''
  if (!['', '0', '1'].includes(text)) fail('is 1, or not set.')
  return text === '1'
}

/** An address, a network such as 10.0.0.0/8, or one of the names that Fastify knows. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', prefix, ...more] = text.split('/')
  const kind = isIP(address)
  if (kind === 0 || more.length > 0) return false
  if (prefix === undefined) return true
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (kind === 4 ? 32 : 128)
}

/**
 * Why a base address may not be served: without encryption cookies and links travel in clear, which is only harmless
 * where they never leave the machine. Null when it may.
 */
export function whyNotInClear(
  address: URL,
  { insecure, production }: { insecure: boolean; production: boolean },
): string | null {
  if (address.protocol !== 'http:' || insecure) return null
  if (!isLoopback(address.hostname)) return 'must be https, since cookies and links would travel in clear.'
  return production ? 'must be https when NODE_ENV is production.' : null
}

/** A base address, or null: scheme, host and perhaps a port, nothing else. */
export function parseBaseUrl(text: string): URL | null {
  if (!/^https?:\/\/[^/?#@\s]+$/.test(text) || !URL.canParse(text)) return null
  return new URL(text)
}

export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  )
}

function readMail(text: string | undefined, fail: (sentence: string) => void): MailConfig | undefined {
  if (!text) return undefined
  if (!URL.canParse(text) || !/^smtps?:$/.test(new URL(text).protocol)) {
    fail('must be an smtp or smtps address.')
    return undefined
  }
  const url = new URL(text)
  return { url, requireTls: !isLoopback(url.hostname) && url.searchParams.get('tls') !== 'none' }
}

function secretKeyIsSound(text: string): boolean {
  const parts = text.split(',')
  const ids = parts.map((part) => (part.includes(':') ? part.slice(0, part.indexOf(':')).trim() : '1'))
  const apart = new Set(ids).size === parts.length && ids.every((id) => /^[\w.-]{1,40}$/.test(id))
  return apart && parts.every((part) => part.slice(part.indexOf(':') + 1).trim().length >= 32)
}

function defaultDataDir(): string {
  const project = resolve(import.meta.dirname, '../../../..')
  if (process.getuid?.() !== 0) return `${project}/.lanyard`
  return `/var/lib/lanyard/${createHash('sha256').update(project).digest('hex').slice(0, 12)}`
}
