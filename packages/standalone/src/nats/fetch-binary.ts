import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { membersOfDeb } from './deb-archive.js';

const run = promisify(execFile);

interface Download {
  readonly file: string;
  readonly sha256: string;
}

/** Debian 13's package of nats-server 2.10.27, with the digests of its signed index. */
const packages: Readonly<Record<string, Download>> = {
  'linux-x64': {
    file: 'nats-server_2.10.27-1+b2_amd64.deb',
    sha256: '6d913ac987b78734c08537c2adeb1526cf735f216173a9170d94b185fcfe6f8a',
  },
  'linux-arm64': {
    file: 'nats-server_2.10.27-1+b2_arm64.deb',
    sha256: '0c9a617510b28c1b4fb4a38aabea6ab8cd7f026247f2abdff8b955b2278ce049',
  },
};

/** The pool forgets a version when the next one comes; the snapshots never do. The digest makes the way there indifferent. */
const mirrors = [
  'https://deb.debian.org/debian/pool/main/n/nats-server/',
  'http://deb.debian.org/debian/pool/main/n/nats-server/',
  'https://snapshot.debian.org/archive/debian/20251101T000000Z/pool/main/n/nats-server/',
];

/** Puts a nats-server at `target`, without root and without dpkg. */
export async function fetchNatsServer(target: string, say: (line: string) => void): Promise<void> {
  const machine = `${process.platform}-${process.arch}`;
  const wanted = packages[machine];
  if (wanted === undefined) {
    throw new Error(`no nats-server is known for ${machine}: install 2.10 or later, or name one with NATS_SERVER`);
  }
  const scratch = await mkdtemp(`${target}.`);
  try {
    const archive = join(scratch, 'package.deb');
    await writeFile(archive, await download(wanted, say));
    await unpack(archive, scratch);
    const draft = join(scratch, 'nats-server');
    await copyFile(join(scratch, 'tree', 'usr', 'sbin', 'nats-server'), draft);
    await chmod(draft, 0o755);
    await mkdir(dirname(target), { recursive: true });
    await rename(draft, target);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function download({ file, sha256 }: Download, say: (line: string) => void): Promise<Buffer> {
  const failures: string[] = [];
  for (const mirror of mirrors) {
    const url = mirror + file;
    try {
      say(`fetching ${url}`);
      const response = await fetch(url, { signal: AbortSignal.timeout(120_000) });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      const found = createHash('sha256').update(bytes).digest('hex');
      if (found !== sha256) throw new Error(`digest ${found}, expected ${sha256}`);
      return bytes;
    } catch (failure) {
      failures.push(`${url}: ${messageOf(failure)}`);
    }
  }
  throw new Error(
    `nats-server could not be fetched; install 2.10 or later, or name one with NATS_SERVER\n${failures.join('\n')}`,
  );
}

function messageOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  return failure.cause instanceof Error ? `${failure.message} (${failure.cause.message})` : failure.message;
}

async function unpack(archive: string, scratch: string): Promise<void> {
  const tree = join(scratch, 'tree');
  await mkdir(tree);
  const data = (await membersOfDeb(archive)).find(({ name }) => name.startsWith('data.tar'));
  if (data === undefined) throw new Error(`${archive} is not a Debian package: it holds no data.tar`);
  const inner = join(scratch, data.name);
  await writeFile(inner, data.content);
  try {
    await run('tar', ['-xf', inner, '-C', tree, '--no-same-owner', './usr/sbin/nats-server']);
  } catch (cause) {
    try {
      await run('dpkg-deb', ['-x', archive, tree]);
    } catch {
      throw new Error(`${data.name} could not be unpacked: neither tar with its decompressor nor dpkg-deb works here`, {
        cause,
      });
    }
  }
}
