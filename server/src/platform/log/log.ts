import { type DestinationStream, type Logger, pino } from 'pino'
import { escapeUnseen } from '../../kernel/json-line.ts'

export type Log = Logger

/**
 * Structured log on standard error. Link tokens, cookies and addresses never reach it: requests are logged by route
 * pattern, and errors without the values that the database tells of. A line is a line: whatever a name or an error
 * holds, it begins no line of its own, colours nothing and turns nothing round where the log is read.
 */
export function openLog(level: string, to?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      redact: ['req.headers', 'headers', 'email', 'password', 'token'],
      serializers: { err: sayError, error: sayError },
      hooks: { streamWrite: escapeUnseen },
    },
    to ?? pino.destination({ fd: 2, sync: false }),
  )
}

/** How far the causes of an error are followed. */
const CAUSES_MAX = 4
/** Of the SQLSTATE of errors whose message repeats the value that could not be taken. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/

interface SaidError {
  type: string
  code?: string
  constraint?: string
  table?: string
  message: string
  stack: string
  cause?: SaidError
}

/**
 * What a log may say of an error: named properties only, since those that a driver adds hold what people entered
 * (`detail`, `where`, parameters).
 */
function sayError(error: unknown, depth = 0): SaidError | string {
  if (!(error instanceof Error)) return typeof error
  const { code, constraint, table, cause } = error as Error & Partial<Record<string, unknown>>
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    message:
      typeof code === 'string' && DATA_EXCEPTION.test(code)
        ? error.message.replace(/".*"/s, '"…"')
        : error.message,
    // Its first lines repeat the message.
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .join('\n'),
    ...(cause instanceof Error && depth < CAUSES_MAX
      ? { cause: sayError(cause, depth + 1) as SaidError }
      : {}),
  }
}
