import { afterEach, describe, expect, it } from '@jest/globals';
import { migrationsIn } from '@pledge/messaging';
import type { Database } from '@pledge/testing/database';
import { freshDatabase } from '@pledge/testing/database';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Migrations, Owner } from './database.js';
import { migrate } from './database.js';
import type { RunningService } from './index.js';
import { gateway } from './testbed/gateway.js';
import { startNotes } from './testbed/notes-service.js';

const unmigrated = freshDatabase({ migrations: [] });

const baseline = `
  create table note (id uuid primary key, text text not null, lines integer not null, version integer not null);
  create table heard (event_id text primary key, text text not null);`;
const expand = 'alter table note add column colour text; create index note_colour on note (colour);';
const late = 'create table late (id uuid primary key);';

let folder = '';
let running: RunningService | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string>>): Migrations {
  rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), 'notes-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return migrationsIn('notes', `${pathToFileURL(folder).href}/`);
}

/** The owner of a database where nothing was ever migrated. */
async function ownerOf({ migrationUrl, url, query }: Database): Promise<Owner> {
  const { pathname, username } = new URL(migrationUrl);
  await query(`alter database "${pathname.slice(1)}" owner to "${username}"`);
  return { url: migrationUrl, runRole: decodeURIComponent(new URL(url).username) };
}

const first = { '202612010000-baseline.sql': baseline };
const second = { ...first, '202702010000-colour.sql': expand };

describe('a database that is migrated from files', () => {
  it('runs all of them once, and a second time none', async () => {
    const owner = await ownerOf(unmigrated());
    expect(await migrate(owner, folderWith(first))).toEqual([
      'messaging-baseline-1202612010000',
      'host-readiness-2202612010000',
      'notes-baseline-3202612010000',
    ]);
    expect(await migrate(owner, folderWith(first))).toEqual([]);
  });

  it('runs only the one file more of the next release', async () => {
    const owner = await ownerOf(unmigrated());
    await migrate(owner, folderWith(first));
    expect(await migrate(owner, folderWith(second))).toEqual(['notes-colour-3202702010000']);
  });

  it('keeps nothing of a file that fails, and runs it once it is put right', async () => {
    const owner = await ownerOf(unmigrated());
    const failing = { ...first, '202702010000-colour.sql': `${expand} select colour from nowhere;` };
    await expect(migrate(owner, folderWith(failing))).rejects.toThrow('nowhere');
    expect(await migrate(owner, folderWith(second))).toEqual(['notes-colour-3202702010000']);
  });

  it('refuses a file that is older than one it has run, by name', async () => {
    const owner = await ownerOf(unmigrated());
    await migrate(owner, folderWith(second));
    const latecomer = folderWith({ ...second, '202701010000-late.sql': late });
    await expect(migrate(owner, latecomer)).rejects.toThrow('notes-late-3202701010000 is older than 202702010000');
  });

  it('of before the first release is refused with what is to be done, also by the service', async () => {
    const owner = await ownerOf(unmigrated());
    await migrate(owner, folderWith(first));
    await unmigrated().query(
      `insert into migrations (timestamp, name) values (1700000000001, 'Messaging1700000000001')`,
    );
    const removed = /removing the folder \.pledge, with Docker by `docker compose down --volumes`/u;
    await expect(migrate(owner, folderWith(first))).rejects.toThrow(removed);
    const started = startNotes(unmigrated(), await gateway(), {}, { migrations: folderWith(first) });
    await expect(started).rejects.toThrow(removed);
  });
});

describe('the previous release', () => {
  it('runs on the schema that the next one has expanded', async () => {
    const owner = await ownerOf(unmigrated());
    await migrate(owner, folderWith(second));
    const keys = await gateway();
    const previous = await startNotes(unmigrated(), keys, {}, { migrations: folderWith(first) });
    running = previous.running;
    const noteId = randomUUID();
    const token = await keys.token('agent');
    const taken = await previous.call('POST', '/notes', {
      token,
      body: { noteId, text: 'the pump is back' },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect([taken.status, taken.text]).toEqual([201, expect.stringContaining('the pump is back')]);
    expect(await unmigrated().query('select lines, colour from note')).toEqual([{ lines: 1, colour: null }]);
  });
});
