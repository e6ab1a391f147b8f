import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { migrationsIn, refuseLatecomers } from './sql-migrations.js';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function folderOf(...files: string[]): string {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  for (const file of files) writeFileSync(join(folder, file), 'select 1');
  return `${pathToFileURL(folder).href}/`;
}
const names = (owner: string, ...files: string[]): (string | undefined)[] =>
  migrationsIn(owner, folderOf(...files)).map((Migration) => new Migration().name);

describe('files of migrations', () => {
  it('are named after their owner, oldest first, with messaging’s before those of a service', () => {
    expect(names('parts', '202701020000-shelf-life.sql', '202612010000-baseline.sql', 'index.js')).toEqual([
      'parts-baseline-3202612010000',
      'parts-shelf-life-3202701020000',
    ]);
    expect(names('messaging', '202701020000-lanes.sql')).toEqual(['messaging-lanes-1202701020000']);
  });

  it.each([
    'baseline.sql',
    '2026120100-short.sql',
    '202613010000-month.sql',
    '202602300000-day.sql',
    '202612012400-hour.sql',
  ])('%s is refused by its name', (file) =>
    expect(() => names('parts', file)).toThrow(`${file} is not named YYYYMMDDHHMM-name.sql`),
  );

  it.each(['202612010000-Baseline.sql', '202612010000-.sql', '202612010000_baseline.sql', '202612010000-a--b.sql'])(
    '%s is refused by its name too',
    (file) => expect(() => names('parts', file)).toThrow(`${file} is not named`),
  );

  it('of the same minute are refused, both by name', () =>
    expect(() => names('parts', '202612010000-baseline.sql', '202612010000-other.sql')).toThrow(
      /202612010000-other\.sql and 202612010000-baseline\.sql have the same minute/u,
    ));

  it('are not taken back', async () => {
    const [Migration] = migrationsIn('parts', folderOf('202612010000-baseline.sql'));
    const down = Migration && new Migration().down({} as never);
    await expect(down).rejects.toThrow('202612010000-baseline.sql is not taken back');
  });
});

describe('a migration that comes too late', () => {
  const done = new Set([
    'messaging-baseline-1202612010000',
    'messaging-lanes-1202703010000',
    'parts-baseline-3202612010000',
  ]);

  it('is refused by name where a newer one of the same owner was run', () =>
    expect(() => refuseLatecomers(['messaging-late-1202702010000'], done)).toThrow(
      'messaging-late-1202702010000 is older',
    ));

  it('may be older than one of another owner', () =>
    expect(() => refuseLatecomers(['parts-shelf-life-3202702010000', ...done], done)).not.toThrow());
});
