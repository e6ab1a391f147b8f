#!/usr/bin/env node
/** `npm start`: installs what is missing, builds what changed, runs the whole system. Node 20 is enough to start it. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ownNode } from './own-node.mjs';

const here = fileURLToPath(import.meta.url);
const root = resolve(here, '../../../..');
const bin = join(root, 'node_modules/.bin');
const since = Number(process.env.PLEDGE_START_SINCE ?? Date.now());
const leastNode = 24;

const say = (line) => console.log(`${`${((Date.now() - since) / 1000).toFixed(1)} s`.padStart(8)}  ${line}`);

function fail(line) {
  console.error(`\n${line}`);
  process.exit(1);
}

function timed(what, command, ...given) {
  const start = Date.now();
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, TURBO_TELEMETRY_DISABLED: '1' };
  const { status, error } = spawnSync(command, given, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) fail(`${command}: ${error.message}`);
  if (status !== 0) fail(`${what} failed: ${command} ${given.join(' ')}`);
  say(`${what} (${Date.now() - start} ms)`);
}

/** Whether node_modules holds the versions of the lock: npm writes its own copy last, so a broken-off install has none. */
function isInstalled() {
  const copy = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { packages: found } = JSON.parse(readFileSync(copy, 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, link }]) =>
      !path.startsWith('node_modules/') || optional || devOptional || link || found[path]?.version === version,
  );
}

const major = (node) =>
  Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0);

/** Asked before anything is built anew below a running system; the launcher itself asks again, and more exactly. */
function runningLauncher() {
  try {
    const pid = Number(readFileSync(join(root, '.pledge/run/launcher'), 'utf8').split(' ')[0]);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs') ? pid : undefined;
  } catch {
    return undefined;
  }
}

const isStopping = () => existsSync(join(root, '.pledge/run/stopping'));

if (process.env.PLEDGE_START_SINCE === undefined) {
  if (runningLauncher() && isStopping()) say('waiting for the system that is stopping');
  for (const until = Date.now() + 60_000; runningLauncher() && isStopping() && Date.now() < until;) await pause(100);
  const other = runningLauncher();
  if (other) fail(`Pledge already runs from ${root} (process ${other}). Stop it there first, e.g. with Ctrl-C.`);
  if (!isInstalled()) {
    say('installing the packages; this takes a minute or two');
    timed(
      'packages installed',
      'npm',
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    );
  }
  const node = [ownNode(root), process.execPath].find((candidate) => major(candidate) >= leastNode);
  if (!node)
    fail(`Pledge needs Node ${leastNode}: npm brings none for ${process.platform} ${process.arch}, please install it.`);
  const env = { ...process.env, PLEDGE_START_SINCE: String(since) };
  const child = spawn(node, [here], { cwd: root, env, stdio: 'inherit' });
  // A terminal sends its signals to both of us; whoever sends one to this process alone means the other one too.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm passes SIGTERM on to its shell only, which dies of it without a word to us: being an orphan is the signal then.
  const parent = process.ppid;
  const orphaned = () => process.env.npm_lifecycle_event === 'start' && process.ppid !== parent;
  const watch = setInterval(() => {
    if (!orphaned()) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 200);
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  delete process.env.PLEDGE_START_SINCE;
  timed(
    'built',
    join(bin, 'turbo'),
    'run',
    'build',
    '--filter=@pledge/standalone',
    '--filter=./apps/*',
    '--output-logs=errors-only',
    '--log-order=grouped',
  );
  const { runInTerminal } = await import(pathToFileURL(join(root, 'packages/standalone/dist/index.js')).href);
  await runInTerminal({ since });
}
