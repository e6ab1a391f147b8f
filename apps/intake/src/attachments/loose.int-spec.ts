import { beforeEach, describe, expect, it } from '@jest/globals';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { intakeMigrations } from '../migrations/index.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import type { Attachments } from './attachments.commands.js';
import { clearingTimer } from './attachments.commands.js';
import { attachmentAt } from './attachments.query.js';
import { attachmentsIn, uploading } from './attachments.testbed.js';
import { Folder } from './folder.store.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;

let files: Attachments & { readonly root: string };
beforeEach(async () => {
  files = await attachmentsIn(db().dataSource);
});
const onDisk = async () => (await readdir(files.root, { recursive: true })).filter((path) => /\w{64}/u.test(path));
const stored = (content: string | Buffer) => files.store(uploading(content, { name: '说明.txt' }));
const age = (days: number, ...ids: string[]) =>
  manager().query(`update attachment set stored_at = now() - $1 * interval '1 day' where attachment_id = any($2)`, [
    days,
    ids,
  ]);
async function attached(id: string) {
  const [requestId, command] = receiving(await somewhere(manager()), { attachmentIds: [id] });
  await requestsIn(db().dataSource, 'Asia/Shanghai').handle(requestId, command, { by: 'person:agent-1', key: newId() });
}

describe('a file that is put to nothing', () => {
  it('is let go after thirty days, with its preview; what is younger or put to a request stays', async () => {
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#369' } })
      .jpeg()
      .toBuffer();
    const [loose, young, used] = [await stored(picture), await stored('还在写'), await stored('用上的')];
    expect(await onDisk()).toHaveLength(4);
    await attached(used.id);
    await age(31, loose.id, used.id);
    await age(29, young.id);
    await files.clearLoose();
    expect(await attachmentAt(manager(), loose.id)).toBeUndefined();
    expect((await onDisk()).map((path) => path.slice(3)).toSorted()).toEqual([young.sha256, used.sha256].toSorted());
    const [timer] = await manager().query<{ hours: string }[]>(
      `select extract(epoch from due_at - now()) / 3600 as hours from timer where kind = $1`,
      [clearingTimer],
    );
    expect(Number(timer?.hours)).toBeCloseTo(24, 1);
  });

  it('leaves its bytes to another that has the same', async () => {
    const [loose, used] = [await stored('同一页说明'), await stored('同一页说明')];
    await attached(used.id);
    await age(31, loose.id, used.id);
    await files.clearLoose();
    expect(await attachmentAt(manager(), loose.id)).toBeUndefined();
    const row = await attachmentAt(manager(), used.id);
    const { bytes } = await files.open(row!, false);
    expect((await buffer(bytes)).toString()).toBe('同一页说明');
  });

  it('and the same sent once more while its bytes are removed: the new one has them', async () => {
    const removing = Promise.withResolvers<void>();
    class Slow extends Folder {
      override async remove(name: string) {
        removing.resolve();
        await pause(200);
        await super.remove(name);
      }
    }
    files = await attachmentsIn(db().dataSource, Slow);
    const loose = await stored('一起来的');
    await age(31, loose.id);
    const clearing = files.clearLoose();
    await removing.promise;
    const [again] = await Promise.all([stored('一起来的'), clearing]);
    const { bytes } = await files.open((await attachmentAt(manager(), again.id))!, false);
    expect((await buffer(bytes)).toString()).toBe('一起来的');
  });

  it('is put to a report or let go, not both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const loose = await stored(`同时 ${String(round)}`);
      await age(31, loose.id);
      const [put] = await Promise.allSettled([attached(loose.id), files.clearLoose()]);
      const there = await attachmentAt(manager(), loose.id);
      expect(there !== undefined).toBe(put.status === 'fulfilled');
      if (there) await buffer((await files.open(there, false)).bytes);
    }
  });
});
