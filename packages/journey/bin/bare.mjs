#!/usr/bin/env node
/**
 * `npm run bare -w @pledge/journey -- [pattern…]`: the checkout in a container that has Node, npm and nothing else. There it is
 * started, the main job walks through it, and tests whose names match are run; all of them with `-- .`
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const image = 'node:24-trixie-slim';
/** One that reads a PDF, one that looks at a screen, one that reads mail, one with a database and one with a bus. */
const slice = ['dispatch-order-form', 'testing/src/browser', 'mail/mailbox', 'testing/src/database', 'testing/src/bus'];

const root = resolve(import.meta.dirname, '../../..');
const patterns = process.argv.length > 2 ? process.argv.slice(2) : slice;

/** What this machine needs to reach a registry, and a container on it needs too. */
const network = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'npm_config_registry',
];
const certificates = process.env.NODE_EXTRA_CA_CERTS;

const tracked = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
if (tracked.status !== 0) throw new Error(tracked.stderr || 'git does not say what belongs to the checkout');

const given = [
  ...network.filter((name) => process.env[name] !== undefined).flatMap((name) => ['--env', name]),
  ...(certificates ? ['--volume', `${certificates}:/certificates.crt:ro`] : []),
  ...(certificates ? ['--env', 'NODE_EXTRA_CA_CERTS=/certificates.crt'] : []),
];
const script = 'mkdir /pledge && cd /pledge && tar -xf - && exec sh packages/journey/bin/bare-inside.sh "$@"';
const container = spawn(
  'docker',
  ['run', '--rm', '--interactive', '--init', ...given, image, 'sh', '-euc', script, 'bare', ...patterns],
  {
    stdio: ['pipe', 'inherit', 'inherit'],
  },
);
const tar = spawn('tar', ['-c', '--null', '-T', '-'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
tar.stdin.end(tracked.stdout);
tar.stdout.pipe(container.stdin);
const [code] = await once(container, 'exit');
process.exitCode = code ?? 1;
