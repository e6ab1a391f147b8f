import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody else runs in this folder. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';

  constructor(folder: string, pid: number) {
    super(`Pledge already runs from ${folder} (process ${pid}). Stop it there first, e.g. with Ctrl-C.`);
  }
}

/**
 * Makes this process the only launcher of `folder`, and ends what a launcher that was killed left running there.
 *
 * @returns what gives the folder free again
 * @throws {AlreadyRunning}
 */
export async function becomeOnlyInstance(folder: string): Promise<() => void> {
  const runFolder = join(folder, 'run');
  mkdirSync(runFolder, { recursive: true });
  const file = join(runFolder, 'launcher');
  claim(folder, file);
  rmSync(join(runFolder, stopping), { force: true });
  await endLeftovers(folder, runFolder);
  return () => {
    rmSync(join(runFolder, stopping), { force: true });
    rmSync(file, { force: true });
  };
}

const stopping = 'stopping';

/** Tells whoever wants to start that waiting is worth it. */
export function saysItStops(folder: string): void {
  mkdirSync(join(folder, 'run'), { recursive: true });
  writeFileSync(join(folder, 'run', stopping), '');
}

function claim(folder: string, file: string): void {
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, mark(process.pid), { flag: 'wx' });
      return;
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 5) throw failure;
    }
    const [pid] = readFileSync(file, 'utf8').split(' ');
    if (readFileSync(file, 'utf8') === mark(Number(pid))) throw new AlreadyRunning(folder, Number(pid));
    rmSync(file, { force: true });
  }
}

/** A process and the moment it began: the number alone is given out again. */
function mark(pid: number): string {
  if (!isAlive(pid)) return `${pid} gone`;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return `${pid} alive`;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function endLeftovers(folder: string, runFolder: string): Promise<void> {
  const files = readdirSync(runFolder).filter((file) => file.endsWith('.pid'));
  const left = files
    .map((file) => Number(readFileSync(join(runFolder, file), 'utf8')))
    .filter((pid) => pid > 0 && belongsTo(folder, pid));
  // PostgreSQL would wait at SIGTERM for its clients; to the others both are the same.
  for (const pid of left) process.kill(pid, 'SIGINT');
  const until = Date.now() + 10_000;
  while (left.some(isAlive) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const pid of left.filter(isAlive)) process.kill(pid, 'SIGKILL');
  for (const file of files) rmSync(join(runFolder, file), { force: true });
}

/** Services carry the folder in their environment, nats-server in its arguments. */
function belongsTo(folder: string, pid: number): boolean {
  try {
    const told = readFileSync(`/proc/${pid}/environ`, 'utf8') + readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return told.includes(folder);
  } catch {
    return false;
  }
}
