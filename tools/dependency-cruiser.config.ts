import type { IForbiddenRuleType } from 'dependency-cruiser'
import { featuresInOrder } from './boundaries/features.ts'

const TEST = '\\.test\\.ts$'
const ENTRANCES = '^server/src/entrances/'
const npm = (names: string) => `(^|/)node_modules/(${names})(/|$)`

const floors: IForbiddenRuleType[] = [
  {
    name: 'kernel-stands-alone',
    // url is the one built-in module allowed: its functions for domain names are pure, and exist nowhere else.
    comment: 'The kernel is the alphabet: pure rules that import nothing but each other.',
    severity: 'error',
    from: { path: '^server/src/kernel/', pathNot: TEST },
    to: { pathNot: ['^server/src/kernel/', '^(node:)?url$'] },
  },
  {
    name: 'platform-knows-no-feature',
    comment: 'A pipe does not know what flows through it.',
    severity: 'error',
    from: { path: '^server/src/platform/', pathNot: TEST },
    to: { path: '^server/src/features/' },
  },
  {
    name: 'nothing-imports-entrances',
    comment: 'Entrances compose the house; only the launcher in server/bin and tests stand in front of them.',
    severity: 'error',
    from: { path: '^server/src/', pathNot: [ENTRANCES, TEST] },
    to: { path: ENTRANCES },
  },
  {
    name: 'product-imports-no-test',
    comment: 'What ships never leans on test support.',
    severity: 'error',
    from: { path: '^(reader|server|console)/src/', pathNot: TEST },
    to: { path: ['^(reader|server)/test/', TEST] },
  },
  {
    name: 'no-import-goes-round',
    comment: 'Two files that import each other are one file, or one of them knows too much.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
]

const featureOrder = featuresInOrder.slice(0, -1).map(
  (feature, index): IForbiddenRuleType => ({
    name: `${feature}-imports-only-features-above`,
    comment: `${feature} may build only on the features above it in tools/boundaries/features.ts.`,
    severity: 'error',
    from: { path: `^server/src/features/${feature}/`, pathNot: TEST },
    to: { path: `^server/src/features/(${featuresInOrder.slice(index + 1).join('|')})/` },
  }),
)

const pieces: IForbiddenRuleType[] = [
  {
    name: 'routes-touch-no-sql',
    comment: 'A route gives the question and the answer their shape and calls one verb.',
    severity: 'error',
    from: { path: '\\.routes\\.ts$' },
    to: { path: ['\\.queries\\.ts$', npm('kysely|pg')] },
  },
  {
    name: 'policies-import-only-pure-files',
    comment: 'A policy is handed all it needs: kernel and pure files of features, nothing else.',
    severity: 'error',
    from: { path: '\\.policy\\.ts$' },
    to: { pathNot: ['^server/src/kernel/', '^server/src/features/(?!.*\\.(queries|routes|job|mail)\\.ts$)'] },
  },
  {
    name: 'policies-reach-no-pipe',
    comment:
      'Nor does a policy reach the platform, the database or the machine through the files it imports.',
    severity: 'error',
    from: { path: '\\.policy\\.ts$' },
    to: {
      reachable: true,
      path: [
        '^server/src/platform/',
        npm('(?!zod/).*'),
        '^(node:)?(fs|net|http|https|crypto|process|os)(/|$)',
      ],
    },
  },
]

const readerRules: IForbiddenRuleType[] = [
  {
    name: 'reader-knows-no-other-workspace',
    comment: 'The reader is pure: server and console build on it, never it on them.',
    severity: 'error',
    from: { path: '^reader/' },
    to: { path: '^(server|console)/' },
  },
  {
    name: 'reader-runs-anywhere',
    comment: 'It runs in a browser as on a server, so what only Node has is for its tests.',
    severity: 'error',
    from: { path: '^reader/src/', pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  },
]

const consoleRules: IForbiddenRuleType[] = [
  {
    name: 'console-imports-no-server',
    comment: 'The console knows the server only through the generated client.',
    severity: 'error',
    from: { path: '^console/' },
    to: { path: '^server/' },
  },
  {
    name: 'server-imports-no-console',
    comment: 'The server serves the built console; it never imports its sources.',
    severity: 'error',
    from: { path: '^server/' },
    to: { path: '^console/' },
  },
  {
    name: 'door-stays-small',
    comment: 'The public pages carry no component library and nothing of the signed-in console.',
    severity: 'error',
    from: { path: '^console/src/door/' },
    to: { reachable: true, path: [npm('@mantine'), '^console/src/(app|features)/'] },
  },
]

/** Every import the code base forbids, each by a name that says why. */
export const forbidden: IForbiddenRuleType[] = [
  ...floors,
  ...featureOrder,
  ...pieces,
  ...readerRules,
  ...consoleRules,
]
