import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UnprivilegedUser } from '../unprivileged-user.js';

/**
 * `folder`, or one below /var/lib where the unprivileged user that PostgreSQL runs as cannot reach it, as below /root. A note
 * in `folder` then tells where.
 */
export async function reachableFolder(folder: string, user: UnprivilegedUser | undefined): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  if (user === undefined || canEnter(user, folder)) return folder;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const elsewhere = join('/var/lib/pledge', name);
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  await writeFile(join(folder, 'WHERE'), `${elsewhere}\n`);
  return elsewhere;
}

function canEnter(user: UnprivilegedUser, folder: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, stdio: 'ignore', cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
