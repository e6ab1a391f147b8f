import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Upload } from './attachments.commands.js';
import { Attachments } from './attachments.commands.js';
import { Folder } from './folder.store.js';

export async function attachmentsIn(db: DataSource, Kept = Folder): Promise<Attachments & { readonly root: string }> {
  const root = await mkdtemp(join(tmpdir(), 'pledge-files-'));
  return Object.assign(new Attachments(db, await new Kept(root).prepare()), { root });
}

/** A file as it comes, in pieces. */
export function uploading(content: Uint8Array | string, change: Partial<Upload> = {}): Upload {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, n) =>
    bytes.subarray(n * 65_536, (n + 1) * 65_536),
  );
  return {
    attachmentId: newId(),
    name: '现场.jpg',
    bytes: Readable.from(pieces),
    uploadedBy: { personId: 'agent-1', name: '林小雨' },
    customerId: null,
    ...change,
  };
}
