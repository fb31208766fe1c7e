/** Jest runs the TypeScript as ES modules; the property tests' size comes from PARTITION_GUARD_NIGHTLY. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  // A guard against what hangs, not a measure: a machine that is busy with something else fails no test.
  testTimeout: 600_000,
  maxWorkers: 2,
  // `npm run coverage` measures the rooms that do nothing but decide.
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/{domain,checks,scenarios,report,settings,migrations}/**/*.ts'],
  coverageThreshold: { global: { lines: 95, branches: 90, functions: 95 } },
};
