import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pledge/standalone/nats';

const program = '/usr/sbin/dovecot';

/** A Dovecot with one mailbox, in a folder of its own that is gone afterwards. */
export interface ImapServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** What an MTA does with a mail for the mailbox: it is in `new` whole or not at all. */
  deliver(mail: string | Uint8Array): Promise<void>;
  /** The mails that are marked as seen, and those that are not. */
  counts(): Promise<{ readonly seen: number; readonly unseen: number }>;
  /** Orderly; the mails stay. */
  stop(): Promise<void>;
  /** On the same port as before. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** @throws saying what to install where there is no Dovecot */
export async function startImapServer(): Promise<ImapServer> {
  if (!existsSync(program)) {
    throw new Error(
      `${program} is not there: install Dovecot 2.3, on Debian 12 with \`apt-get install dovecot-imapd\``,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'pledge-dovecot-'));
  await chmod(folder, 0o755);
  const owner = ownerOfMail();
  const maildir = join(folder, 'mail');
  for (const path of [maildir, ...boxes.map((box) => join(maildir, box))]) {
    await mkdir(path);
    await chown(path, owner.uid, owner.gid);
  }
  const [host, port, user, password] = ['127.0.0.1', await freePort(), 'service', 'only-in-tests'];
  const config = join(folder, 'dovecot.conf');
  await writeFile(config, configOf({ folder, maildir, host, port, password, owner }));

  let running: { readonly child: ChildProcess; readonly ended: Promise<unknown> } | undefined;
  let delivered = 0;
  const start = async (): Promise<void> => {
    const child = spawn(program, ['-F', '-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (words: Buffer) => (said += words.toString()));
    running = { child, ended: once(child, 'exit') };
    for (const until = Date.now() + 20_000; !(await greets(host, port));) {
      if (child.exitCode !== null || Date.now() > until) {
        child.kill('SIGKILL');
        const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
        throw new Error(`Dovecot does not answer: ${said}${log}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const stop = async (): Promise<void> => {
    running?.child.kill('SIGTERM');
    await running?.ended;
    running = undefined;
  };
  await start();
  return {
    ...{ host, port, user, password, start, stop },
    async deliver(mail) {
      const name = `${String(Date.now())}.${String((delivered += 1))}.test`;
      const [arriving, there] = [join(maildir, 'tmp', name), join(maildir, 'new', name)];
      await writeFile(arriving, mail);
      await chown(arriving, owner.uid, owner.gid);
      await rename(arriving, there);
    },
    async counts() {
      const names = (await Promise.all(['new', 'cur'].map((box) => readdir(join(maildir, box))))).flat();
      const seen = names.filter((name) => /:2,[A-Z]*S/u.test(name)).length;
      return { seen, unseen: names.length - seen };
    },
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const boxes = ['new', 'cur', 'tmp'];

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Dovecot reads no mail as root. */
function ownerOfMail(): Owner {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  if (uid !== 0) return { uid, gid };
  const idOf = (which: string) => Number(execFileSync('id', [which, 'mail']));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

interface Config {
  readonly folder: string;
  readonly maildir: string;
  readonly host: string;
  readonly port: number;
  readonly password: string;
  readonly owner: Owner;
}

const configOf = ({ folder, maildir, host, port, password, owner: { uid, gid } }: Config) => `
protocols = imap
listen = ${host}
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${maildir}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${String(uid)} gid=${String(gid)} home=${maildir}
}
service imap-login {
  inet_listener imap {
    port = ${String(port)}
  }
  inet_listener imaps {
    port = 0
  }
}
${process.getuid?.() === 0 ? '' : rootless()}`;

/** Whoever is not root can neither change to another user nor into another root. */
function rootless(): string {
  const [user, group] = ['-un', '-gn'].map((which) => execFileSync('id', [which], { encoding: 'utf8' }).trim());
  const services = ['anvil', 'imap-login', 'stats'].map((name) => `service ${name} {\n  chroot =\n}\n`).join('');
  return `default_internal_user = ${user!}\ndefault_internal_group = ${group!}\ndefault_login_user = ${user!}\n${services}`;
}

function greets(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const say = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => say(false));
    socket.once('error', () => say(false)).once('close', () => say(false));
    socket.once('data', (greeting) => say(greeting.toString().startsWith('* OK')));
  });
}
