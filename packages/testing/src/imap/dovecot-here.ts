import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pledge/standalone/nats';
import type { Owner } from './dovecot-config.js';
import { dovecotConfig, dovecotKind } from './dovecot-config.js';
import { untilItGreets } from './greeting.js';
import type { ImapServer } from './imap-server.js';
import { account, boxes, countsOf, freshName } from './imap-server.js';

/** Where Debian's package has it. */
export const program = '/usr/sbin/dovecot';

export const isInstalled = (): boolean => existsSync(program);

export const printedVersion = (): string => execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();

/** The machine's own Dovecot, in a folder of its own. */
export async function dovecotHere(): Promise<ImapServer> {
  const folder = await mkdtemp(join(tmpdir(), 'pledge-dovecot-'));
  await chmod(folder, 0o755);
  const owner = ownerOfMail();
  const maildir = join(folder, 'mail');
  for (const path of [maildir, ...boxes.map((box) => join(maildir, box))]) {
    await mkdir(path);
    await chown(path, owner.uid, owner.gid);
  }
  const [host, port] = ['127.0.0.1', await freePort()];
  const settings = { folder, maildir, listen: host, port, password: account.password, owner, runBy: unlessRoot() };
  const config = join(folder, 'dovecot.conf');
  await writeFile(config, dovecotConfig(dovecotKind(printedVersion()), settings));

  let running: { readonly child: ChildProcess; readonly ended: Promise<unknown> } | undefined;
  const start = async (): Promise<void> => {
    const child = spawn(program, ['-F', '-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (words: Buffer) => (said += words.toString()));
    running = { child, ended: once(child, 'exit') };
    const log = async () => said + (await readFile(join(folder, 'log'), 'utf8').catch(() => ''));
    await untilItGreets(host, port, () => child.exitCode !== null, log).catch((failure: unknown) => {
      child.kill('SIGKILL');
      throw failure;
    });
  };
  const stop = async (): Promise<void> => {
    running?.child.kill('SIGTERM');
    await running?.ended;
    running = undefined;
  };
  await start();
  return {
    ...{ ...account, host, port, start, stop },
    async deliver(mail) {
      const name = freshName();
      const [arriving, there] = [join(maildir, 'tmp', name), join(maildir, 'new', name)];
      await writeFile(arriving, mail);
      await chown(arriving, owner.uid, owner.gid);
      await rename(arriving, there);
    },
    counts: async () => countsOf((await Promise.all(['new', 'cur'].map((box) => readdir(join(maildir, box))))).flat()),
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** Dovecot reads no mail as root. */
function ownerOfMail(): Owner {
  if (!isRoot()) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const idOf = (which: string) => Number(execFileSync('id', [which, 'mail']));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function unlessRoot(): { readonly user: string; readonly group: string } | undefined {
  if (isRoot()) return undefined;
  const nameOf = (which: string) => execFileSync('id', [which], { encoding: 'utf8' }).trim();
  return { user: nameOf('-un'), group: nameOf('-gn') };
}
