import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { namedExportsOnly, pureFiles, purity } from './purity.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];
const tests = [
  '**/*.spec.ts',
  '**/*.property-spec.ts',
  '**/*.int-spec.ts',
  '**/*.journey-spec.ts',
  'packages/{testing,journey}/src/**/*.ts',
];
const scripts = ['**/*.mjs', '**/*.cjs', '**/*.js'];

const strict = {
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/array-type': 'error',
  '@typescript-eslint/prefer-optional-chain': 'error',
  '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  // A Nest handler and a port's method are async by their type, not by their body.
  '@typescript-eslint/require-await': 'off',
  // A module hands plain objects to the abstract class that is a room's door.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // `void | Promise<void>` is how a listener says that it may take its time.
  '@typescript-eslint/no-invalid-void-type': 'off',
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  '@typescript-eslint/no-generated-empty-object-type': 'off',
  eqeqeq: 'error',
  'max-lines': ['error', { max: 300 }],
  ...namedExportsOnly,
};

/** JSON answers are `any` and expectations hand methods about: the assertion itself is the check. */
const relaxedInTests = {
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
  '@typescript-eslint/unbound-method': 'off',
  '@typescript-eslint/no-empty-function': 'off',
};

const nodeGlobals = Object.fromEntries(
  [
    ...['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'AbortController', 'AbortSignal', 'fetch'],
    ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'performance', 'crypto'],
    ...['TextEncoder', 'TextDecoder', 'structuredClone', 'globalThis'],
  ].map((name) => [name, 'readonly']),
);

/** The house's lint rules, for the repository whose root is `root`. */
export const config = (root) =>
  defineConfig(
    globalIgnores(['**/dist/', '**/.turbo/', '**/.pledge/', '**/node_modules/', 'docs/generated/', 'coverage/']),
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
    {
      files: typescript,
      extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked],
      languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
      rules: strict,
    },
    {
      files: ['apps/!(console|portal|field)/src/**/*.ts', 'packages/{messaging,service-host,forms,client}/src/**/*.ts'],
      ignores: tests,
      rules: { 'no-console': 'error' },
    },
    { ...pureFiles, rules: purity },
    { files: tests, rules: relaxedInTests },
    {
      files: ['apps/{console,portal,field}/**/*.{ts,tsx}', 'packages/ui/**/*.{ts,tsx}'],
      plugins: { 'react-hooks': reactHooks },
      rules: {
        'react-hooks/rules-of-hooks': 'error',
        'react-hooks/exhaustive-deps': 'error',
        '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      },
    },
    // Vite and Jest take what they load from the default export.
    {
      files: ['**/*.config.ts', 'packages/testing/src/global-{setup,teardown}.ts'],
      rules: { 'no-restricted-syntax': 'off' },
    },
    {
      files: scripts,
      extends: [eslint.configs.recommended],
      languageOptions: { globals: nodeGlobals },
      rules: {
        'max-lines': ['error', { max: 300 }],
        'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^\\$schema$' }],
      },
    },
    {
      files: ['**/*.cjs'],
      languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } },
    },
  );
