import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: the user to run it as there, and `undefined` where we are nobody special. */
export function unprivilegedUser(): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
  const chosen = users.find(({ name }) => name === 'nobody') ?? users[0];
  if (chosen === undefined) throw new Error('PostgreSQL does not run as root, and /etc/passwd names no other user');
  return { uid: chosen.uid, gid: chosen.gid };
}

/** Whether that user can run a file: every folder above it must let it through. */
export function canRun(user: UnprivilegedUser, path: string): boolean {
  try {
    execFileSync(path, ['--version'], { ...user, stdio: 'ignore', cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
