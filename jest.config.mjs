import { existsSync } from 'node:fs';
import { swcOptions } from './packages/tooling/jest/swc-options.mjs';

const here = import.meta.dirname;

const environment = existsSync(`${here}/packages/testing/src/global-setup.ts`)
  ? {
      globalSetup: '<rootDir>/packages/tooling/jest/global-setup.mjs',
      globalTeardown: '<rootDir>/packages/tooling/jest/global-teardown.mjs',
    }
  : {};

const project = {
  rootDir: here,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['pledge-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'ts', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.ts$': ['@swc/jest', swcOptions] },
  resolver: '<rootDir>/packages/tooling/jest/resolver.cjs',
  modulePathIgnorePatterns: ['/dist/', '/\\.pledge/'],
  roots: ['<rootDir>/packages', '<rootDir>/apps'],
};

export default {
  rootDir: here,
  maxWorkers: 2,
  projects: [
    { ...project, displayName: 'unit', testMatch: ['<rootDir>/{packages,apps}/*/src/**/*.{spec,property-spec}.ts'] },
    {
      ...project,
      ...environment,
      displayName: 'integration',
      testMatch: ['<rootDir>/{packages,apps}/*/src/**/*.int-spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/packages/tooling/jest/integration-patience.mjs'],
    },
    {
      ...project,
      displayName: 'journey',
      testMatch: ['<rootDir>/packages/journey/src/**/*.journey-spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/packages/tooling/jest/journey-patience.mjs'],
    },
  ],
};
