#!/usr/bin/env node
/** Plants one violation for each rule in a house beside ours and demands that just that rule is reported. */
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { config } from '../lint/config.mjs';
import { arrows, inOrder } from '../probes/arrows.mjs';
import { impurities, manners, pure, ruleFiles, shellFiles } from '../probes/purity.mjs';
import { overlay } from '../probes/overlay.mjs';
import { cruise } from './cruise.mjs';

const root = resolve(import.meta.dirname, '../../..');
const failures = [];
let proved = 0;

function demand(what, expected, reported) {
  const [want, got] = [expected, reported].map((names) => [...new Set(names)].sort().join(', ') || 'nothing');
  if (want === got) proved += 1;
  else failures.push(`${what}: expected ${want}, reported ${got}`);
}

async function within(files, look) {
  const { house, clear } = overlay(root, files);
  try {
    return await look(house);
  } finally {
    clear();
  }
}

/** @returns {{ from: string, to: string, rule: { name: string } }[]} */
function violationsIn(house) {
  const { result, rings } = cruise(house, {});
  return [...result.summary.violations, ...rings];
}

async function proveArrows() {
  const names = ({ rule }) => rule.name;
  demand('a house in order', [], (await within(inOrder, violationsIn)).map(names));

  const planted = Object.assign({}, inOrder, ...arrows.map(({ files }) => files));
  const violations = await within(planted, violationsIn);
  for (const { rule, what, path, files } of arrows) {
    const about = violations.filter(({ from, to }) => from === path || (to in files && from in files));
    demand(what, [rule], about.map(names));
  }
  const guilty = new Set(arrows.flatMap(({ files }) => Object.keys(files)));
  demand('the innocent', [], violations.filter(({ from }) => !guilty.has(from)).map(names));

  const configured = createRequire(import.meta.url)('../arrows.cjs').forbidden.map(({ name }) => name);
  demand(
    'every rule has a probe',
    [...configured, 'rooms-make-no-ring'],
    arrows.map(({ rule }) => rule),
  );
}

async function lint(house) {
  const eslint = new ESLint({ cwd: house, overrideConfigFile: true, overrideConfig: config(house) });
  const results = await eslint.lintFiles(['.']);
  return new Map(
    results.map(({ filePath, messages }) => [
      relative(house, filePath),
      messages.map(({ ruleId, message }) => ruleId ?? message),
    ]),
  );
}

async function proveLint() {
  const console = JSON.stringify({ extends: '../../tsconfig.base.json', include: ['src'] });
  const files = { 'apps/console/tsconfig.json': console };
  const demands = [];
  const plant = (what, rules, paths, text) => {
    for (const path of paths) {
      files[path] = text;
      demands.push([`${what} in ${path}`, rules, path]);
    }
  };
  impurities.forEach(({ says, text, rule }, index) => {
    plant(says, [rule], ruleFiles(`impure-${index}`), text);
    plant(says, [], shellFiles(`impure-${index}`), text);
  });
  plant('pure arithmetic', [], ruleFiles('pure'), pure);
  manners.forEach(({ rule, text }, index) =>
    plant(
      rule,
      [rule],
      [`apps/bakery/src/ovens/ovens-${index}.store.ts`, `packages/messaging/src/manner-${index}.ts`],
      text,
    ),
  );
  files['apps/bakery/src/ovens/cat.ts'] = files['packages/messaging/src/cat.ts'] = 'export type Cat = 1;\n';

  const reported = await within(files, lint);
  for (const [what, rules, path] of demands) demand(what, rules, reported.get(path) ?? ['not linted']);
}

await proveArrows();
await proveLint();
for (const failure of failures) console.error(`not proved: ${failure}`);
console.log(`${proved} proved`);
process.exit(failures.length === 0 ? 0 : 1);
