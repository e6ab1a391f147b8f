const probe = (says, text, rule = 'no-restricted-globals') => ({ says, text, rule });

/** Each must be reported in a rule file, and in a rule file only. */
export const impurities = [
  probe('new Date()', 'export const now = (): Date => new Date();', 'no-restricted-syntax'),
  probe('Date()', 'export const now = (): string => Date();', 'no-restricted-syntax'),
  probe('Date.now()', 'export const now = (): number => Date.now();', 'no-restricted-syntax'),
  probe('Math.random()', 'export const luck = (): number => Math.random();', 'no-restricted-syntax'),
  probe('process', "export const zone = (): string | undefined => process.env['TZ'];"),
  probe('fetch', "export const ask = (): Promise<Response> => fetch('http://localhost');"),
  probe('setTimeout', 'export const later = (act: () => void): unknown => setTimeout(act, 1);'),
  probe('setInterval', 'export const often = (act: () => void): unknown => setInterval(act, 1);'),
  probe('crypto', 'export const id = (): string => crypto.randomUUID();'),
  probe('globalThis', 'export const all = (): unknown => globalThis;'),
  probe(
    'node:*',
    "import { randomInt } from 'node:crypto';\nexport const luck = (): number => randomInt(6);",
    'no-restricted-imports',
  ),
];

/** The arithmetic on moments that a rule is given is its daily bread. */
export const pure = `export const after = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();`;

export const ruleFiles = (name) => [
  `apps/bakery/src/ovens/${name}.ts`,
  `packages/kernel/src/${name}.ts`,
  `packages/promises/src/deep/${name}.ts`,
  `packages/contracts/src/events/${name}.ts`,
];

export const shellFiles = (name) => [
  `apps/bakery/src/ovens/${name}.store.ts`,
  `apps/bakery/src/ovens/${name}.spec.ts`,
  `packages/messaging/src/${name}.ts`,
  `apps/console/src/${name}.ts`,
];

/** Rules that hold everywhere. */
export const manners = [
  {
    rule: 'max-lines',
    text: `${Array.from({ length: 301 }, (_, line) => `export const l${line} = ${line};`).join('\n')}\n`,
  },
  { rule: 'no-restricted-syntax', text: 'export default 1;\n' },
  {
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    text: "export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      return;\n  }\n}\n",
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    text: 'export function f(act: () => Promise<void>): void {\n  act();\n}\n',
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    text: "import { Cat } from './cat.js';\nexport type Dog = Cat;\n",
  },
];
