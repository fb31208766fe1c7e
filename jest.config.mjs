/** Jest runs the TypeScript as ES modules; the property tests' size comes from PARTITION_GUARD_NIGHTLY. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  testTimeout: 120_000,
  collectCoverageFrom: ['src/**/*.ts'],
  coverageThreshold: {
    './src/domain/': { lines: 90, branches: 85 },
    './src/checks/': { lines: 90, branches: 85 },
    './src/scenarios/': { lines: 90 },
    './src/report/': { lines: 90 },
  },
};
