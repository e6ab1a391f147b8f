import { execFile } from 'node:child_process';
import { access, constants, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { fetchNatsServer } from './fetch-binary.js';

const run = promisify(execFile);

/** Below it JetStream lacks what the bus relies on: several filter subjects, `sync_interval: always`, `term` with a reason. */
export const leastVersion = '2.10';

/**
 * A nats-server of at least 2.10: the one `NATS_SERVER` names, else one on PATH, else one fetched before into `folder`, else
 * fetched now.
 */
export async function natsServerBinary(folder: string, say: (line: string) => void = () => undefined): Promise<string> {
  const named = process.env.NATS_SERVER;
  if (named !== undefined) {
    if (await isNewEnough(named)) return named;
    throw new Error(`NATS_SERVER names ${named}, which is not a nats-server ${leastVersion} or later`);
  }
  const fetched = join(folder, 'nats-server');
  for (const candidate of [...onPath(), fetched]) if (await isNewEnough(candidate)) return candidate;
  await mkdir(folder, { recursive: true });
  await fetchNatsServer(fetched, say);
  if (await isNewEnough(fetched)) return fetched;
  throw new Error(
    `${fetched} does not run on this machine; name a nats-server ${leastVersion} or later with NATS_SERVER`,
  );
}

const onPath = (): readonly string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, 'nats-server'));

async function isNewEnough(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    const { stdout } = await run(path, ['--version']);
    return isAtLeast(stdout, leastVersion);
  } catch {
    return false;
  }
}

/** `nats-server: v2.10.27` against `2.10`. */
export function isAtLeast(printed: string, least: string): boolean {
  const found = /v?(\d+)\.(\d+)/.exec(printed);
  const [major = 0, minor = 0] = least.split('.').map(Number);
  if (found === null) return false;
  return Number(found[1]) > major || (Number(found[1]) === major && Number(found[2]) >= minor);
}
