import { beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@pledge/testing/database';
import fc from 'fast-check';
import { writeReplica } from './replica.js';
import { migrations } from '../testbed/boxes.js';

const fresh = freshDatabase({ migrations, per: 'file' });
const manager = () => fresh().dataSource.manager;

beforeAll(() =>
  fresh().query(
    `create table shelf_replica (shelf text, place integer, label text, owner text, sequence bigint not null default 0,
       owner_sequence bigint not null default 0, primary key (shelf, place));
     grant select, insert, update on shelf_replica to public`,
  ),
);

describe('a copy of another department’s record', () => {
  it('is as the newest event says, in whatever order and however often they come', async () => {
    let shelf = 0;
    const told = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(told, async (sequences) => {
        shelf += 1;
        const key = { shelf: `s${shelf}`, place: 1 };
        let newest = 0;
        for (const sequence of sequences) {
          const row = { table: 'shelf_replica', key, columns: { label: `said ${sequence}` } };
          expect(await writeReplica(manager(), row, sequence)).toBe(sequence > newest);
          newest = Math.max(newest, sequence);
        }
        const [row] = await fresh().query<{ label: string }>('select label from shelf_replica where shelf = $1', [
          key.shelf,
        ]);
        expect(row?.label).toBe(`said ${newest}`);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps apart what two kinds of events write into one row', async () => {
    const key = { shelf: 'shared', place: 2 };
    const write = (columns: Record<string, string>, guard: string, sequence: number) =>
      writeReplica(manager(), { table: 'shelf_replica', key, columns, guard }, sequence);
    await write({ owner: 'second' }, 'owner_sequence', 9);
    expect(await write({ label: 'first' }, 'sequence', 3)).toBe(true);
    expect(await write({ owner: 'too late' }, 'owner_sequence', 8)).toBe(false);
    expect(await fresh().query(`select label, owner from shelf_replica where shelf = 'shared'`)).toEqual([
      { label: 'first', owner: 'second' },
    ]);
  });
});
