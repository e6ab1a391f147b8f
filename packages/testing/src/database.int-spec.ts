import { afterEach, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { freshDatabase } from './database.js';

class Notes1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table note (id integer primary key)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table note');
  }
}

describe('a fresh database', () => {
  const db = freshDatabase({ migrations: [Notes1700000000000] });
  const seen = new Set<string>();
  afterEach(async () => {
    await db().dataSource.query('select 1');
  });

  it.each([1, 2])('is migrated, and holds nothing of another test (%i)', async () => {
    expect(await db().dataSource.query('select * from note')).toEqual([]);
    await db().dataSource.query('insert into note values (1)');
    seen.add(db().url);
    const replica = await db().again({ poolSize: 1 });
    expect(await replica.query('select * from note')).toEqual([{ id: 1 }]);
  });

  it('was another one each time', () => {
    expect(seen.size).toBe(2);
  });

  it('runs as a role that owns no table', async () => {
    await expect(db().dataSource.query('drop table note')).rejects.toThrow('must be owner of table note');
  });

  it('answers a superuser too', async () => {
    expect(await db().query('select current_user as who')).toEqual([{ who: new URL(db().adminUrl).username }]);
  });
});
