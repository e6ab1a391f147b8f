import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { tryPort } from './ports.js';

/** Free ports by name; those of the last start where nobody took them in the meantime. */
export async function rememberedPorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Readonly<Record<Name, number>>> {
  const before = read(file);
  const chosen = new Map<Name, number>();
  for (const name of names) chosen.set(name, await choose(before[name], new Set(chosen.values())));
  const ports = Object.fromEntries(chosen) as Record<Name, number>;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(ports, undefined, 2)}\n`);
  return ports;
}

async function choose(wanted: number | undefined, taken: ReadonlySet<number>): Promise<number> {
  if (wanted !== undefined && !taken.has(wanted) && (await tryPort(wanted)) !== undefined) return wanted;
  for (;;) {
    const port = await tryPort(0);
    if (port === undefined) throw new Error('this machine has no free port');
    if (!taken.has(port)) return port;
  }
}

function read(file: string): Readonly<Record<string, number | undefined>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}
