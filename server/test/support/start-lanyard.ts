import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import pg from 'pg'
import { buildServer } from '../../src/entrances/http/http-server.ts'
import { openApp } from '../../src/entrances/open-app.ts'
import { MAIL_KINDS } from '../../src/entrances/worker/mail-kinds.ts'
import { watchMail } from '../../src/entrances/worker/mail-watch.ts'
import { openMailSender, sendDueMessages } from '../../src/features/messages/send-messages.ts'
import { addTenant } from '../../src/features/set-up/add-tenant.ts'
import { commandRequest, setUp } from '../../src/features/set-up/set-up.ts'
import type { App } from '../../src/platform/app.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { shiftClock } from '../../src/platform/database/clock.ts'
import type { Connection } from '../../src/platform/database/database.ts'
import { SUPERUSER } from '../../src/platform/embedded-postgres/settings.ts'
import { openLog } from '../../src/platform/log/log.ts'
import { TEMPLATE } from './global-setup.ts'
import { type Http, openHttp } from './http-client.ts'
import { type Make, makersFor, PASSWORD, type Person, type Place } from './make.ts'
import { type Mailbox, openMailbox } from './smtp-sink.ts'

export interface Tenant {
  id: string
  root: Place
  owner: Person
  make: Make
  http: Http
  baseUrl: string
}

export interface Lanyard extends Tenant {
  app: App
  mailbox: Mailbox
  /** Where it listens. */
  listens: string
  /** As the owner role of the database, for looking behind the curtain. */
  ownerConnection: Connection
  clock: { shift(seconds: number): Promise<void> }
  /** Tries again whatever mail is due by the shifted clock. */
  sendMail(): Promise<number>
  secondTenant(): Promise<Tenant>
}

export interface Options {
  /** `sink` sends to a real mail server; `captured` is what a fresh installation does. */
  mail?: 'sink' | 'captured'
  /** Leaves the first set-up to the test. */
  setUp?: false
  /** Leaves queued mail lying, for tests that are the worker themselves. */
  mailWorker?: false
  settings?: Record<string, string>
  /** Where the log goes, for tests that read it; everything is logged then. */
  log?: { write(line: string): void }
}

let databases = 0

/** A server on a database of its own, with one trust and its owner, gone when the test ends. */
export async function startLanyard(t: TestContext, options: Options = {}): Promise<Lanyard> {
  const { database, drop } = await cloneDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'lanyard-'))
  const mailbox = await openMailbox()
  const config = readConfig({
    DATABASE_URL: database('lanyard_app'),
    SECRET_KEY: '1:a-key-for-tests-that-protects-nothing-at-all',
    DATA_DIR: dataDir,
    PORT: '0',
    LANYARD_TEST_CLOCK: '1',
    LOG_LEVEL: options.log ? 'debug' : (process.env.LOG_LEVEL ?? 'fatal'),
    ...(options.mail === 'sink' ? { SMTP_URL: mailbox.url } : {}),
    ...options.settings,
  })
  const opened = await openApp(config, openLog(config.logLevel, options.log), 'join')
  const { app } = opened
  const server = await buildServer(app)
  const listens = (await server.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  if (!options.settings?.PUBLIC_URL) config.publicUrl = listens
  const mail =
    options.mailWorker === false
      ? { stop: async () => {} }
      : watchMail(app, opened.installation.app, openMailSender(app, MAIL_KINDS))
  t.after(async () => {
    await server.close()
    await mail.stop()
    await opened.close()
    await mailbox.close()
    await drop()
    await rm(dataDir, { recursive: true, force: true })
  })

  const first = options.setUp === false ? emptyTenant(app, listens) : await firstTenant(app, listens)
  const ownerConnection = { connectionString: database('lanyard_owner') }
  return {
    ...first,
    app,
    mailbox,
    listens,
    ownerConnection,
    clock: { shift: async (seconds) => void (await shiftClock(ownerConnection, seconds)) },
    sendMail: () => sendDueMessages(app, MAIL_KINDS),
    secondTenant: () => anotherTenant(app, listens),
  }
}

async function firstTenant(app: App, listens: string): Promise<Tenant> {
  const name = 'Beacon Trust'
  const owner = { email: 'olive@beacon.example', givenName: 'Olive', familyName: 'Owner', password: PASSWORD }
  const done = await setUp(
    app,
    { kind: 'operator', request: commandRequest() },
    {
      owner,
      organisation: { name, type: 'trust', domains: ['beacon.example'], timeZone: 'Europe/London' },
    },
  )
  const { rows } = await app.database.pool.query<{ id: string }>('select id from tenants')
  return tenantOf(
    app,
    listens,
    app.config.publicUrl,
    rows[0]?.id ?? '',
    { id: done.organisationId, name },
    {
      id: done.membershipId,
      personId: done.personId,
      email: owner.email,
      password: PASSWORD,
    },
  )
}

async function anotherTenant(app: App, listens: string): Promise<Tenant> {
  const name = 'Harbour Group'
  const baseUrl = listens.replace('localhost', 'harbour.localhost')
  const owner = { email: 'hal@harbour.example', givenName: 'Hal', familyName: 'Harbour', password: PASSWORD }
  const done = await addTenant(app, commandRequest(), baseUrl, {
    owner,
    organisation: { name, type: 'trust', domains: ['harbour.example'], timeZone: 'Europe/London' },
  })
  return tenantOf(
    app,
    listens,
    baseUrl,
    done.tenantId,
    { id: done.organisationId, name },
    {
      id: done.membershipId,
      personId: done.personId,
      email: owner.email,
      password: PASSWORD,
    },
  )
}

function tenantOf(
  app: App,
  listens: string,
  baseUrl: string,
  id: string,
  root: Place,
  owner: Person,
): Tenant {
  return {
    id,
    root,
    owner,
    baseUrl,
    make: makersFor(app, id, root),
    http: openHttp(
      () => listens,
      () => baseUrl,
    ),
  }
}

function emptyTenant(app: App, listens: string): Tenant {
  const nobody = { id: '', personId: '', email: '', password: '' }
  return tenantOf(app, listens, listens, '', { id: '', name: '' }, nobody)
}

async function cloneDatabase(): Promise<{ database(role: string): string; drop(): Promise<void> }> {
  const { LANYARD_TEST_SOCKET: socket, LANYARD_TEST_PORT: port } = process.env
  if (!socket || !port) throw new Error('Run tests with npm test: it starts the database they share.')
  const name = `t_${process.pid}_${++databases}`
  const server = { host: socket, port: Number(port), database: 'postgres' }
  await once({ ...server, user: 'lanyard_owner' }, `create database ${name} template ${TEMPLATE}`)
  return {
    database: (role) => `postgres://${role}@${encodeURIComponent(socket)}:${port}/${name}`,
    drop: () => once({ ...server, user: SUPERUSER }, `drop database ${name} with (force)`),
  }
}

async function once(connection: Connection, statement: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
