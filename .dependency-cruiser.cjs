/** Which folder may import which: docs/architecture.md explains the table, this enforces it. */

const PURE = ['libs/domain'];
const MAY_IMPORT = {
  'libs/domain': [],
  'libs/contracts': PURE,
  'libs/calendars': PURE,
  'libs/storage': PURE,
  'libs/persistence': PURE,
  'libs/connectors': PURE,
  'libs/texts': PURE,
  'libs/letters': [...PURE, 'libs/texts'],
  'libs/queue': [...PURE, 'libs/persistence'],
  'libs/features': ['libs'],
  'apps/api': ['libs'],
  'apps/portal': ['libs'],
  'apps/worker': ['libs'],
  'apps/cli': ['libs'],
  'apps/standalone': ['libs', 'apps/api', 'apps/portal', 'apps/worker'],
  'apps/console': [...PURE, 'libs/contracts', 'libs/texts'],
};

const within = (...folders) => `^(${folders.join('|')})/`;
const SPEC = '\\.spec\\.tsx?$';
/** Run while developing or building, never in production. */
const TOOLS = [
  'vite\\.config\\.ts$',
  '^apps/console/theme-stylesheet\\.ts$',
  '^libs/texts/generate-message-types\\.ts$',
];

const layers = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `${folder.replace('/', '-')}-imports`,
  comment: others.length === 0 ? `${folder} imports no other folder` : `${folder} imports only ${others.join(', ')}`,
  severity: 'error',
  from: { path: within(folder) },
  to: { path: within('libs', 'apps'), pathNot: within(folder, ...others) },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'domain-is-pure',
      comment: 'The law asks nobody: no npm package, no node: module',
      severity: 'error',
      from: { path: within('libs/domain'), pathNot: SPEC },
      to: { pathNot: within('libs/domain') },
    },
    {
      name: 'features-meet-in-the-ledger',
      severity: 'error',
      from: { path: '^libs/features/([^/]+)/' },
      to: { path: '^libs/features/', pathNot: '^libs/features/$1/' },
    },
    {
      name: 'tests-stay-tests',
      severity: 'error',
      from: { path: within('libs', 'apps'), pathNot: [SPEC, '^apps/console/test/'] },
      to: { path: [within('test'), SPEC] },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^vite/client$'] },
    },
    {
      name: 'no-development-package-in-production',
      comment: 'The image is installed without devDependencies',
      severity: 'error',
      from: { path: within('libs', 'apps'), pathNot: [SPEC, '^apps/console/test/', ...TOOLS] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, pathNot: [SPEC, '\\.d\\.ts$', '/main\\.tsx?$', '\\.mjs$'] },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
