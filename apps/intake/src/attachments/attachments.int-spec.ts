import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { envelopeOf } from '../envelopes/envelopes.query.js';
import { intakeMigrations } from '../migrations/index.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import { conversationsIn } from '../conversations/conversations.commands.js';
import { conversationOf } from '../conversations/conversations.query.js';
import type { Attachments } from './attachments.commands.js';
import { attachmentAt, attachmentFor, mayAttach } from './attachments.query.js';
import { attachmentsIn, uploading } from './attachments.testbed.js';
import { Folder } from './folder.store.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const cause = (): Cause => ({ by: 'person:agent-1', key: newId(), wantsView: true });
const agent: CallerIdentity = {
  ...{ personId: 'agent-1', name: '林小雨', role: 'agent', roles: ['agent'], department: 'intake', language: 'zh' },
  customerId: null,
};
const contact = (customerId: string): CallerIdentity => ({
  ...agent,
  ...{ personId: 'contact-1', role: 'customer-contact', roles: ['customer-contact'], customerId },
});

let files: Attachments & { readonly root: string };
beforeEach(async () => {
  files = await attachmentsIn(db().dataSource);
});
const onDisk = async () => (await readdir(files.root, { recursive: true })).filter((path) => !/^\w+$/u.test(path));
const opened = async (id: string, preview = false) => {
  const { bytes, told } = await files.open((await attachmentAt(manager(), id))!, preview);
  return { content: await buffer(bytes), told };
};

const photo = () =>
  sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A PNG that says it is of this size and has next to nothing in it. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(typed));
    return Buffer.concat([length, typed, sum]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

/** A zip of one entry, which unfolds to this many bytes. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(crc32(content), 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}

describe('a picture', () => {
  it('is kept as it came, with a copy drawn anew: upright, small, without what the camera told', async () => {
    const sent = await photo();
    const stored = await files.store(uploading(sent));
    expect(stored).toMatchObject({ name: '现场.jpg', mediaType: 'image/jpeg', size: sent.length, hasPreview: true });
    expect((await opened(stored.id)).content.equals(sent)).toBe(true);
    const { content, told } = await opened(stored.id, true);
    const { width, height, exif } = await sharp(content).metadata();
    expect([width, height, exif, told.mediaType]).toEqual([1067, 1600, undefined, 'image/jpeg']);
  });
  it('of too many pixels is refused, however few bytes it has, and nothing is left of it', async () => {
    await expect(files.store(uploading(hugePng(60_000, 60_000)))).rejects.toMatchObject({ code: 'image-too-large' });
    expect(await onDisk()).toEqual([]);
  });
  it('that is broken is kept, and has no preview', async () => {
    const sent = await photo();
    const stored = await files.store(uploading(sent.subarray(0, 2000)));
    expect(stored.hasPreview).toBe(false);
    expect((await opened(stored.id)).content.length).toBe(2000);
  });
});

describe('a file', () => {
  it.each([
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0')],
    ['an archive', zip('readme.txt', Buffer.from('text'))],
    ['a zip bomb', zip('bomb', Buffer.alloc(200_000_000))],
    ['a drawing with scripts', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('that is %s is refused, whatever its name', async (_, content) => {
    await expect(files.store(uploading(content))).rejects.toMatchObject({ code: 'file-kind-not-allowed' });
    expect(await onDisk()).toEqual([]);
  });
  it('that says it is a document and unfolds without end is not unfolded', async () => {
    const bomb = zip('[Content_Types].xml', Buffer.alloc(400_000_000));
    const before = process.memoryUsage().rss;
    await files.store(uploading(bomb)).catch((failure: unknown) => {
      expect(failure).toMatchObject({ code: 'file-kind-not-allowed' });
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });
  it('of more than 25 MB is refused while it comes, and an empty one', async () => {
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536, ((sent += 65_536), 'a'));
      })(),
    );
    await expect(files.store(uploading('', { bytes: endless }))).rejects.toMatchObject({ code: 'file-too-large' });
    expect(sent).toBeLessThan(27 * 1024 * 1024);
    await expect(files.store(uploading(''))).rejects.toMatchObject({ code: 'file-empty' });
    expect(await onDisk()).toEqual([]);
  });
  it('whose sender breaks off leaves nothing', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('half');
        throw new Error('gone');
      })(),
    );
    await expect(files.store(uploading('', { bytes: broken }))).rejects.toThrow('gone');
    expect(await onDisk()).toEqual([]);
  });
  it('sent again under its key is the same one, and another is refused', async () => {
    const attachmentId = newId();
    const first = await files.store(uploading('log', { attachmentId, name: 'a.txt' }));
    expect(await files.store(uploading('log', { attachmentId, name: 'b.txt' }))).toEqual(first);
    await expect(files.store(uploading('other', { attachmentId }))).rejects.toMatchObject({
      name: 'IdempotencyKeyReused',
    });
    expect((await opened(attachmentId)).content.toString()).toBe('log');
  });
  it('that arrived in part before a crash is cleared away a day later', async () => {
    const [old, young] = ['old', 'young'].map((name) => join(files.root, 'arriving', name));
    for (const path of [old!, young!]) await writeFile(path, 'x');
    await utimes(old!, 0, 0);
    await new Folder(files.root).prepare();
    expect(await readdir(join(files.root, 'arriving'))).toEqual(['young']);
  });
});

describe('files of a report', () => {
  it('are in its envelope, once, and in no other', async () => {
    const place = await somewhere(manager());
    const { id } = await files.store(uploading('log', { name: 'a.txt' }));
    const [requestId, command] = receiving(place, { attachmentIds: [id] });
    await requestsIn(db().dataSource, 'Asia/Shanghai').handle(requestId, command, cause());
    if (command.type !== 'receive') throw new Error('no report');
    const { attachments } = await envelopeOf(manager(), command.ids.envelopeId);
    expect(attachments).toEqual([expect.objectContaining({ id, name: 'a.txt', mediaType: 'text/plain', size: 3 })]);
    const second = receiving(place, { attachmentIds: [id], category: 'network' });
    await expect(requestsIn(db().dataSource, 'Asia/Shanghai').handle(...second, cause())).rejects.toMatchObject({
      code: 'attachment-unknown',
      pointer: '/attachmentIds/0',
    });
  });
  it('are those that the caller may add', async () => {
    const ours = await files.store(uploading('ours'));
    const theirs = await files.store(
      uploading('theirs', { uploadedBy: { personId: 'contact-1', name: '王敏' }, customerId: newId() }),
    );
    const may = (ids: string[], caller: CallerIdentity | undefined) => mayAttach(manager(), ids, caller);
    await may([ours.id], { ...agent, personId: 'agent-2' });
    await may([theirs.id], contact(newId()));
    for (const [ids, caller] of [
      [[theirs.id], agent],
      [[ours.id], contact(newId())],
      [[ours.id], undefined],
    ] as const) {
      await expect(may([...ids], caller)).rejects.toMatchObject({ code: 'attachment-unknown' });
    }
    await expect(may([ours.id, newId()], agent)).rejects.toMatchObject({ pointer: '/attachmentIds/1' });
  });
  it('are read by staff and by the customer whose request it is, and by no other', async () => {
    const place = await somewhere(manager());
    const { id } = await files.store(uploading('log'));
    await requestsIn(db().dataSource, 'Asia/Shanghai').handle(...receiving(place, { attachmentIds: [id] }), cause());
    await attachmentFor(manager(), id, agent);
    await attachmentFor(manager(), id, contact(place.customerId));
    await expect(attachmentFor(manager(), id, contact(newId()))).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('files added to a request', () => {
  const by = { personId: 'agent-1', name: '林小雨' };
  const reported = async () => {
    const place = await somewhere(manager());
    const [requestId, command] = receiving(place);
    await requestsIn(db().dataSource, 'Asia/Shanghai').handle(requestId, command, cause());
    return { requestId, customerId: place.customerId };
  };
  const say = (type: 'note' | 'user-word', requestId: string, attachmentIds: string[]) =>
    conversationsIn(db().dataSource).handle(
      requestId,
      { type, requestId, entryId: newId(), by, recordedBy: by, via: 'phone', text: '见附件', attachmentIds },
      cause(),
    );

  it('stand with what was said, in the order they came', async () => {
    const { requestId } = await reported();
    const first = await files.store(uploading('one', { name: 'a.txt' }));
    const second = await files.store(uploading('two', { name: 'b.txt' }));
    await say('note', requestId, [second.id, first.id]);
    const { entries } = await conversationOf(manager(), requestId);
    expect(entries.map(({ type, attachments }) => [type, attachments])).toEqual([
      ['report', []],
      ['note', [first, second]],
    ]);
  });
  it('go with one thing only, and nothing is said where one is missing', async () => {
    const [here, there] = [await reported(), await reported()];
    const { id } = await files.store(uploading('log'));
    await say('user-word', here.requestId, [id]);
    for (const requestId of [here.requestId, there.requestId]) {
      const fresh = await files.store(uploading('more'));
      await expect(say('note', requestId, [fresh.id, id])).rejects.toMatchObject({
        code: 'attachment-unknown',
        pointer: '/attachmentIds/1',
      });
      await say('note', requestId, [fresh.id]);
    }
    const report = receiving(await somewhere(manager()), { attachmentIds: [id] });
    await expect(requestsIn(db().dataSource, 'Asia/Shanghai').handle(...report, cause())).rejects.toMatchObject({
      code: 'attachment-unknown',
    });
  });
  it('are read by the customer whose request it is, but for those of a note', async () => {
    const { requestId, customerId } = await reported();
    const [word, note] = [await files.store(uploading('word')), await files.store(uploading('note'))];
    await say('user-word', requestId, [word.id]);
    await say('note', requestId, [note.id]);
    await attachmentFor(manager(), word.id, contact(customerId));
    await attachmentFor(manager(), note.id, agent);
    for (const [id, caller] of [
      [note.id, contact(customerId)],
      [word.id, contact(newId())],
    ] as const) {
      await expect(attachmentFor(manager(), id, caller)).rejects.toMatchObject({ name: 'NotFound' });
    }
  });
});
