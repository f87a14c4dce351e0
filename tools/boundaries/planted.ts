import { featuresInOrder } from '../boundaries/features.ts'

/** A bad import: `from` imports `to` (a path of the project, or the name of a package or built-in module). */
export interface PlantedImport {
  rule: string
  from: string
  to: string
}

const feature = (name: string, file: string) => `server/src/features/${name}/${file}`

const bad: PlantedImport[] = [
  { rule: 'kernel-stands-alone', from: 'server/src/kernel/clock.ts', to: 'server/src/platform/log/log.ts' },
  { rule: 'kernel-stands-alone', from: 'server/src/kernel/random.ts', to: 'node:crypto' },
  { rule: 'kernel-stands-alone', from: 'server/src/kernel/shape.ts', to: 'pg' },
  {
    rule: 'platform-knows-no-feature',
    from: 'server/src/platform/mail/send.ts',
    to: feature('people', 'person.ts'),
  },
  {
    rule: 'nothing-imports-entrances',
    from: feature('set-up', 'set-up.ts'),
    to: 'server/src/entrances/http/server.ts',
  },
  {
    rule: 'nothing-imports-entrances',
    from: 'server/src/platform/http/start.ts',
    to: 'server/src/entrances/cli/cli.ts',
  },
  { rule: 'product-imports-no-test', from: feature('people', 'add.ts'), to: 'server/test/support/make.ts' },
  { rule: 'no-import-goes-round', from: feature('people', 'hen.ts'), to: feature('people', 'egg.ts') },
  { rule: 'no-import-goes-round', from: feature('people', 'egg.ts'), to: feature('people', 'hen.ts') },
  {
    rule: 'routes-touch-no-sql',
    from: feature('people', 'people.routes.ts'),
    to: feature('people', 'people.queries.ts'),
  },
  { rule: 'routes-touch-no-sql', from: feature('seats', 'seats.routes.ts'), to: 'kysely' },
  { rule: 'routes-touch-no-sql', from: feature('posts', 'posts.routes.ts'), to: 'pg' },
  {
    rule: 'policies-import-only-pure-files',
    from: feature('people', 'people.policy.ts'),
    to: feature('people', 'people.queries.ts'),
  },
  { rule: 'policies-import-only-pure-files', from: feature('seats', 'seat.policy.ts'), to: 'node:fs' },
  {
    rule: 'policies-import-only-pure-files',
    from: feature('posts', 'post.policy.ts'),
    to: 'server/src/platform/log/log.ts',
  },
  {
    rule: 'policies-reach-no-pipe',
    from: feature('training', 'course.policy.ts'),
    to: feature('audit', 'a.ts'),
  },
  {
    rule: 'reader-knows-no-other-workspace',
    from: 'reader/src/peek.ts',
    to: 'server/src/kernel/id.ts',
  },
  { rule: 'reader-runs-anywhere', from: 'reader/src/open.ts', to: 'node:zlib' },
  { rule: 'console-imports-no-server', from: 'console/src/app/peek.ts', to: 'server/src/kernel/id.ts' },
  {
    rule: 'server-imports-no-console',
    from: 'server/src/platform/http/peek.ts',
    to: 'console/src/ui/sheet.ts',
  },
  { rule: 'door-stays-small', from: 'console/src/door/sign-in.ts', to: 'console/src/app/router.ts' },
  { rule: 'door-stays-small', from: 'console/src/door/reset.ts', to: 'console/src/ui/heavy.ts' },
]

const upward = featuresInOrder.slice(0, -1).map((name, index) => ({
  rule: `${name}-imports-only-features-above`,
  from: feature(name, 'upward.ts'),
  to: feature(featuresInOrder[index + 1] ?? '', 'below.ts'),
}))

/** Imports that must be reported, at least one for every rule. */
export const badImports: PlantedImport[] = [...bad, ...upward]

/** Imports that are as they should be, so that a rule which forbids everything is found out too. */
export const goodImports: Omit<PlantedImport, 'rule'>[] = [
  { from: 'server/src/kernel/ids.ts', to: 'server/src/kernel/id.ts' },
  { from: 'server/src/kernel/domain.ts', to: 'node:url' },
  { from: feature('people', 'good.ts'), to: feature('access', 'authorize.ts') },
  { from: feature('people', 'good.policy.ts'), to: feature('access', 'authorize.ts') },
  { from: feature('people', 'good.routes.ts'), to: feature('people', 'good.ts') },
  { from: 'reader/src/good.test.ts', to: 'node:fs' },
  { from: feature('sources', 'good.ts'), to: 'reader/src/staff-list.ts' },
  { from: feature('audit', 'good.test.ts'), to: 'server/test/support/make.ts' },
  { from: 'server/bin/lanyard.js', to: 'server/src/entrances/http/server.ts' },
  { from: 'console/src/door/good.ts', to: 'console/src/api/client.ts' },
  // These carry what the reaching rules must find at second hand.
  { from: feature('audit', 'a.ts'), to: 'server/src/platform/log/log.ts' },
  { from: 'console/src/ui/heavy.ts', to: '@mantine/core' },
]

/** Packages the planted files import; empty ones stand in for them. */
export const plantedPackages = ['pg', 'kysely', '@mantine/core']
