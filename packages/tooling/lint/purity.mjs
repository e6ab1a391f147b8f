/** What a rule may not do: time, ids and chance come in with the command. */
const clockAndChance = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A rule has no clock: take `now`.' },
  { selector: "CallExpression[callee.name='Date']", message: 'A rule has no clock: take `now`.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'A rule has no clock: take `now`.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'A rule has no clock: take `now`.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'A rule leaves nothing to chance: take the value with the command.',
  },
];

const outside = [
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'crypto',
  'globalThis',
  'window',
];

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only, so that a thing has one name everywhere.',
};

export const namedExportsOnly = { 'no-restricted-syntax': ['error', defaultExport] };

export const purity = {
  'no-restricted-syntax': ['error', defaultExport, ...clockAndChance],
  'no-restricted-globals': [
    'error',
    ...outside.map((name) => ({ name, message: 'A rule does not reach outside: it is given what it needs.' })),
  ],
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: ['node:*'], message: 'A rule does not know what it runs on.' }] },
  ],
};

const services = 'apps/!(console|portal|field)/src';

export const pureFiles = {
  files: [`${services}/**/!(*.*).ts`, 'packages/{kernel,promises,contracts}/src/**/*.ts'],
  ignores: [
    `${services}/main.ts`,
    `${services}/seed.ts`,
    `${services}/migrations/**`,
    '**/*.spec.ts',
    '**/*.property-spec.ts',
    '**/*.int-spec.ts',
  ],
};
