/** One forbidden import: `file` is written with the line `import '<imports>'`, and `rule` must name it. */
export interface ForbiddenImport {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

/** Every rule of .dependency-cruiser.mjs, broken once (twice where the rule has two edges). */
export const forbiddenImports: readonly ForbiddenImport[] = [
  { rule: 'algorithms-stand-alone', file: 'algorithms/src/flow.ts', imports: '@zhitong/domain/need' },
  { rule: 'domain-below-contract', file: 'domain/src/clock.ts', imports: '@zhitong/contract/need' },
  { rule: 'contract-below-server-and-web', file: 'contract/src/session.ts', imports: '@zhitong/server/app' },
  {
    rule: 'server-never-meets-web',
    file: 'server/src/features/needs/page.ts',
    imports: '../../../../web/src/app/shell.tsx',
  },
  { rule: 'web-never-meets-server', file: 'web/src/app/rows.ts', imports: '@zhitong/server/app' },
  { rule: 'journeys-stay-outside', file: 'e2e/publish.ts', imports: '../server/src/app.ts' },
  { rule: 'tools-below-the-product', file: 'tools/seed-city/firms.ts', imports: '@zhitong/contract/need' },
  { rule: 'tools-only-from-commands', file: 'server/src/platform/seed.ts', imports: '@zhitong/tools/seed-city/people' },
  { rule: 'platform-below-features', file: 'server/src/platform/http.ts', imports: '#features/needs/need-service' },
  { rule: 'features-below-app', file: 'server/src/features/needs/plugin.ts', imports: '../../app.ts' },
  {
    rule: 'slices-meet-in-public',
    file: 'server/src/features/matching/board.ts',
    imports: '#features/needs/need-service',
  },
  { rule: 'routes-through-the-service', file: 'server/src/features/needs/need-routes.ts', imports: './need-store.ts' },
  { rule: 'service-below-routes', file: 'server/src/features/needs/case-service.ts', imports: './need-routes.ts' },
  { rule: 'store-is-the-bottom', file: 'server/src/features/needs/case-store.ts', imports: './need-views.ts' },
  { rule: 'views-never-write', file: 'server/src/features/needs/need-views.ts', imports: './need-service.ts' },
  { rule: 'ui-below-features', file: 'web/src/ui/button.tsx', imports: '#features/needs/composer' },
  { rule: 'web-features-below-app', file: 'web/src/features/needs/link.tsx', imports: '../../app/shell.tsx' },
  { rule: 'web-features-never-meet', file: 'web/src/features/deals/ledger.tsx', imports: '#features/needs/composer' },
  { rule: 'heavy-packages-stay-lazy', file: 'web/src/features/cockpit/chart.tsx', imports: 'echarts' },
  { rule: 'heavy-packages-stay-lazy', file: 'web/src/features/chains/map.tsx', imports: '@xyflow/react' },
  { rule: 'lazy-files-load-lazily', file: 'web/src/features/cockpit/page.tsx', imports: './figure-lazy.tsx' },
  { rule: 'pure-code-does-no-io', file: 'domain/src/calendar.ts', imports: 'node:fs' },
  { rule: 'pure-code-knows-no-server-package', file: 'contract/src/row.ts', imports: 'pg' },
  { rule: 'no-undeclared-packages', file: 'server/src/platform/cache.ts', imports: 'left-over' },
  { rule: 'no-development-packages-in-production', file: 'server/src/platform/trial.ts', imports: 'trial-kit' },
  { rule: 'no-cycles', file: 'algorithms/src/even.ts', imports: './odd.ts' },
  { rule: 'no-unresolvable-imports', file: 'domain/src/lost.ts', imports: './gone.ts' },
  { rule: 'entry-points-are-not-imported', file: 'server/src/cli.ts', imports: './main.ts' },
  { rule: 'tests-are-not-imported', file: 'domain/src/shared.ts', imports: './need.test.ts' },
  { rule: 'production-knows-no-testing', file: 'server/src/platform/people.ts', imports: '#testing/sign-in' },
];

/** The way back that closes the cycle; the gate names a cycle once. */
export const wayBack = { file: 'algorithms/src/odd.ts', imports: './even.ts' } as const;

/** A file that imports nothing and that nobody imports. */
export const orphan = { rule: 'no-orphans', file: 'domain/src/forgotten.ts' } as const;

/** What the imports above lead to; nothing in these is forbidden. */
export const importedFiles = [
  'contract/src/need.ts',
  'domain/src/need.ts',
  'domain/src/need.test.ts',
  'server/src/app.ts',
  'server/src/main.ts',
  'server/src/features/needs/need-service.ts',
  'server/src/features/needs/need-store.ts',
  'server/src/testing/sign-in.ts',
  'tools/seed-city/people.ts',
  'web/src/app/shell.tsx',
  'web/src/features/cockpit/figure-lazy.tsx',
  'web/src/features/needs/composer.tsx',
] as const;

/** Imports that look alike and are allowed: a rule that forbids them is too wide. */
export const allowedImports: readonly Omit<ForbiddenImport, 'rule'>[] = [
  { file: 'domain/src/plan.ts', imports: '@zhitong/algorithms/even' },
  { file: 'server/src/commands/seed.ts', imports: '@zhitong/tools/seed-city/people' },
  { file: 'server/src/features/needs/sourcing-service.ts', imports: './need-store.ts' },
  { file: 'server/src/features/needs/sourcing-routes.ts', imports: './sourcing-service.ts' },
  { file: 'server/src/features/events/desk.ts', imports: '#features/needs/public' },
  { file: 'server/src/features/needs/public.ts', imports: './need-store.ts' },
  { file: 'web/src/features/cockpit/axis-lazy.tsx', imports: 'echarts' },
  { file: 'web/src/app/home.tsx', imports: '#features/needs/composer' },
];

/** Packages the imports name, and whether the workspace that imports them declares them. */
export const packageStubs = {
  echarts: { web: 'dependencies' },
  '@xyflow/react': { web: 'dependencies' },
  pg: { contract: 'dependencies' },
  'left-over': {},
  'trial-kit': { server: 'devDependencies' },
} as const;
