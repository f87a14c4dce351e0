export interface Setting {
  /** What it decides, for the operator. */
  meaning: string
  example: string
  secret?: true
}

/** Every setting there is. `lanyard doctor` prints this list with the values in force. */
export const SETTINGS = {
  PORT: { meaning: 'Port it listens on', example: 'Example: PORT=3000' },
  HOST: { meaning: 'Address it listens on', example: 'Example: HOST=127.0.0.1' },
  PUBLIC_URL: {
    meaning: 'Base address of the first tenant: links, cookies and checks are built from it',
    example: 'Example: PUBLIC_URL=https://accounts.beacon.example',
  },
  DATA_DIR: {
    meaning: 'Embedded database and generated keys',
    example: 'Example: DATA_DIR=/var/lib/lanyard',
  },
  DATABASE_URL: {
    meaning: 'PostgreSQL 15 or newer, as the app’s role; unset: the embedded one',
    example: 'Example: DATABASE_URL=postgres://lanyard_app:…@db/lanyard',
    secret: true,
  },
  DATABASE_OWNER_URL: {
    meaning: 'The same database, as the role that migrates',
    example: 'Example: DATABASE_OWNER_URL=postgres://lanyard_owner:…@db/lanyard',
    secret: true,
  },
  SECRET_KEY: {
    meaning: 'Root of every key; several as id:value, newest first',
    example: 'Example: SECRET_KEY=2026:<64 random characters>',
    secret: true,
  },
  SMTP_URL: {
    meaning: 'Mail server; unset: mail is kept on the Email page and not sent',
    example: 'Example: SMTP_URL=smtp://user:password@mail.example:587',
    secret: true,
  },
  MAIL_FROM: { meaning: 'Sender of every email', example: 'Example: MAIL_FROM=accounts@beacon.example' },
  TRUSTED_PROXIES: {
    meaning: 'Proxies whose forwarded headers count',
    example: 'Example: TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8',
  },
  METRICS_TOKEN: {
    meaning: 'Opens /metrics from elsewhere',
    example: 'Example: METRICS_TOKEN=<random>',
    secret: true,
  },
  LOG_LEVEL: { meaning: 'fatal, error, warn, info, debug or silent', example: 'Example: LOG_LEVEL=info' },
  LANYARD_ROLE: { meaning: 'serve, work or both', example: 'Example: LANYARD_ROLE=both' },
  LANYARD_TEST_CLOCK: {
    meaning: '1 lets the test clock be shifted',
    example: 'Example: LANYARD_TEST_CLOCK=1',
  },
  LANYARD_INSECURE: {
    meaning: '1 allows an http address that is not this machine',
    example: 'Example: LANYARD_INSECURE=1',
  },
} satisfies Record<string, Setting>

export type SettingName = keyof typeof SETTINGS
