import { readFile } from 'node:fs/promises';

export interface ArchiveMember {
  readonly name: string;
  readonly content: Buffer;
}

const magic = '!<arch>\n';
const headerLength = 60;

/** The members of a Debian package, which is an `ar` archive. */
export async function membersOfDeb(path: string): Promise<readonly ArchiveMember[]> {
  return membersOf(await readFile(path));
}

export function membersOf(archive: Buffer): readonly ArchiveMember[] {
  if (archive.toString('latin1', 0, magic.length) !== magic) throw new Error('not an ar archive');
  const members: ArchiveMember[] = [];
  let at = magic.length;
  while (at + headerLength <= archive.length) {
    const header = archive.toString('latin1', at, at + headerLength);
    const name = header.slice(0, 16).trim().replace(/\/$/, '');
    const size = Number(header.slice(48, 58).trim());
    const start = at + headerLength;
    if (!header.endsWith('`\n') || !Number.isInteger(size) || start + size > archive.length) {
      throw new Error(`the ar archive is broken at byte ${at}`);
    }
    members.push({ name, content: archive.subarray(start, start + size) });
    // Members begin at even bytes.
    at = start + size + (size % 2);
  }
  return members;
}
