/** One runner for every layer; `npm test` runs all, `npm run check` the folders that need no server. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testTimeout: 30_000,
  maxWorkers: '100%',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // Sources name their neighbours as the build does; the file is the TypeScript one.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
};
