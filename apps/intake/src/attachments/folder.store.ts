import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '@pledge/kernel';
import { mostBytes } from './kind.js';

/** A file that has arrived whole and has no name yet. */
export interface Landed {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Enough to tell text from bytes. */
  readonly beginning: Uint8Array;
}

const beginningBytes = 64 * 1024;
const staleMs = 24 * 3_600_000;

/** Files in a folder, each under a name that belongs to its content; what is there is whole and on the disk. */
export class Folder {
  constructor(private readonly root: string) {}

  /** Makes the folder, and clears away what arrived in part before a crash. */
  async prepare(): Promise<this> {
    const arriving = join(this.root, 'arriving');
    await mkdir(arriving, { recursive: true, mode: 0o700 });
    for (const name of await readdir(arriving)) {
      const { mtimeMs } = await stat(join(arriving, name));
      if (mtimeMs < Date.now() - staleMs) await rm(join(arriving, name), { force: true });
    }
    return this;
  }

  /** @throws {Refusal} `file-too-large`, `file-empty`; nothing of it is left then */
  async land(bytes: Readable, most = mostBytes): Promise<Landed> {
    const path = join(this.root, 'arriving', randomUUID());
    const file = await open(path, 'wx', 0o600);
    const hash = createHash('sha256');
    const first: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of bytes as AsyncIterable<Buffer>) {
        if (size < beginningBytes) first.push(chunk.subarray(0, beginningBytes - size));
        size += chunk.length;
        if (size > most) throw new Refusal('file-too-large', { mostBytes: most });
        hash.update(chunk);
        await file.write(chunk);
      }
      if (size === 0) throw new Refusal('file-empty');
      await file.sync();
    } catch (failure) {
      await rm(path, { force: true });
      throw failure;
    } finally {
      await file.close();
    }
    return { path, size, sha256: hash.digest('hex'), beginning: Buffer.concat(first) };
  }

  discard({ path }: Landed): Promise<void> {
    return rm(path, { force: true });
  }

  async keep({ path }: Pick<Landed, 'path'>, name: string): Promise<void> {
    const there = this.pathOf(name);
    await mkdir(dirname(there), { recursive: true, mode: 0o700 });
    await rename(path, there);
    const folder = await open(dirname(there), 'r');
    await folder.sync().finally(() => folder.close());
  }

  async keepBytes(bytes: Uint8Array, name: string): Promise<void> {
    const path = join(this.root, 'arriving', randomUUID());
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await this.keep({ path }, name);
  }

  async read(name: string): Promise<{ bytes: Readable; size: number }> {
    const path = this.pathOf(name);
    const { size } = await stat(path);
    return { bytes: createReadStream(path), size };
  }

  /** Also where it is gone already. */
  remove(name: string): Promise<void> {
    return rm(this.pathOf(name), { force: true });
  }

  private pathOf(name: string): string {
    return join(this.root, name.slice(0, 2), name);
  }
}
