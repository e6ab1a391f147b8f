#!/usr/bin/env node
/** `npm test`: installs what is missing, builds, runs every kind of test, ends with one line. Node 20 is enough to start it. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownNode } from '../../standalone/bin/own-node.mjs';

const here = fileURLToPath(import.meta.url);
const root = resolve(here, '../../../..');
const bin = join(root, 'node_modules/.bin');
const results = join(root, '.pledge/test-results');
const patterns = process.argv.slice(2);
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

const kinds = [
  { project: 'unit', suffix: '.spec.ts' },
  { project: 'integration', suffix: '.int-spec.ts' },
  { project: 'journey', suffix: '.journey-spec.ts' },
];

function run(command, ...given) {
  const { status, signal, error } = spawnSync(command, given, { cwd: root, env, stdio: 'inherit' });
  if (error) throw error;
  return status ?? (signal ? 1 : 0);
}

function demand(command, ...given) {
  const status = run(command, ...given);
  if (status !== 0) {
    console.error(`test: ${command} ${given.join(' ')} failed`);
    finish(0, 1);
  }
}

function finish(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

function installed() {
  const stamp = join(root, 'node_modules/.package-lock.json');
  return existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

async function timed(what, work) {
  const start = Date.now();
  const outcome = await work();
  console.log(`test: ${what} took ${((Date.now() - start) / 1000).toFixed(0)} s`);
  return outcome;
}

function hasTests(suffix) {
  const rooms = ['packages', 'apps'].flatMap((kind) =>
    readdirSync(join(root, kind)).map((name) => join(root, kind, name, 'src')),
  );
  return rooms.some(
    (room) => existsSync(room) && readdirSync(room, { recursive: true }).some((file) => file.endsWith(suffix)),
  );
}

/** A run that has reported but does not end keeps something open: that is a failure, not a reason to wait for ever. */
function jest(project, report) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const given = [
    '--selectProjects',
    project,
    '--json',
    '--outputFile',
    report,
    // One stack at a time: what is timed on a screen does not stand beside another that is being killed.
    ...(project === 'journey' ? ['--maxWorkers=1'] : []),
    ...(patterns.length > 0 ? ['--passWithNoTests', ...patterns] : []),
  ];
  const child = spawn(process.execPath, [...flags, join(root, 'node_modules/jest/bin/jest.js'), ...given], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((done, broken) => {
    let reportedAt;
    const watch = setInterval(() => {
      if (reportedAt === undefined && existsSync(report)) reportedAt = Date.now();
      if (reportedAt !== undefined && Date.now() - reportedAt > 60_000) {
        console.error(`test: ${project} reported a minute ago and is still running`);
        child.kill('SIGKILL');
      }
    }, 1_000);
    child.on('error', broken);
    child.on('exit', (code) => {
      clearInterval(watch);
      done(code ?? 1);
    });
  });
}

async function testAll() {
  const { tallyOf } = await import('../src/tally.ts');
  const ci = process.env.CI === 'true';
  await timed('build', () => demand('turbo', 'run', 'build', '--output-logs=errors-only'));
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const untried = [];
  for (const { project, suffix } of kinds) {
    if (!hasTests(suffix)) {
      console.log(`test: no ${project} tests`);
      continue;
    }
    const report = join(results, `${project}.json`);
    const exitCode = await timed(project, () => jest(project, report));
    const said = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
    const { passed, failed, skipped } = tallyOf(said, { exitCode, ci });
    untried.push(
      ...skipped.map(
        ([reason, count]) => `test: ${project}: ${count} skipped${ci ? ' and counted as failed' : ''}: ${reason}`,
      ),
    );
    console.log(`test: ${project}: ${passed} passed, ${failed} failed`);
    total.passed += passed;
    total.failed += failed;
  }
  for (const line of untried) console.log(line);
  finish(total.passed, total.failed);
}

if (!installed()) await timed('npm ci', () => demand('npm', 'ci', '--no-audit', '--no-fund'));

if (Number(process.versions.node.split('.')[0]) >= 24) await testAll();
else if (existsSync(ownNode(root))) process.exitCode = run(ownNode(root), here, ...patterns);
else {
  console.error(`test: Node ${process.versions.node} is too old and no Node 24 was installed for this platform`);
  finish(0, 1);
}
