import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { JetStreamApiError } from '@nats-io/jetstream';
import { TimeoutError } from '@nats-io/transport-node';
import { freshBus } from '@pledge/testing/bus';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { deadLetters } from '../dead-letters.js';
import { migrations } from '../testbed/boxes.js';
import type { Department } from '../testbed/departments.js';
import { fill, provisioned, startBoxes } from '../testbed/departments.js';
import { silent } from '../logger.js';
import { setAside } from './set-aside.js';

const fresh = freshDatabase({ migrations });
const bus = freshBus();
let boxes: Department | undefined;
const start = () => {
  const { dataSource: db, url: databaseUrl } = fresh();
  boxes = startBoxes({ db, databaseUrl, natsUrl: bus().url });
};
const letters = () => deadLetters(fresh().dataSource);
const published = (requestId: string, count: number) =>
  eventually(
    async () => {
      const rows = await fresh().query<{ count: number }>(
        `select (data ->> 'count')::int as count from outbox join journal using (seq, partition_key)
         where published_at is not null and partition_key = $1 order by stream_seq`,
        [requestId],
      );
      expect(rows.map((row) => row.count)).toHaveLength(count);
      return rows.map((row) => row.count);
    },
    { within: 20_000 },
  );
/** As a contract without a limit on its texts would let it come. */
const tooLarge = (requestId: string, count: number) =>
  fresh().query(
    `set session_replication_role = replica;
     update journal set data = data || jsonb_build_object('text', repeat('x', 1200000))
     where partition_key = '${requestId}' and (data ->> 'count')::int = ${count}`,
  );

beforeEach(async () => {
  await bus().wipe();
  await provisioned(bus().url);
});
afterEach(() => boxes?.stop());

describe('an event that cannot be published', () => {
  it('stops nobody but those of its own key, however many these are, and is shown to the administrator', async () => {
    const stuck = await fill(fresh().dataSource, 600);
    await tooLarge(stuck, 2);
    const other = await fill(fresh().dataSource, 3);
    start();
    expect(await published(other, 3)).toEqual([1, 2, 3]);
    expect(await published(stuck, 1)).toEqual([1]);
    const { items } = await letters().list();
    expect(items).toMatchObject([
      { kind: 'publication', state: 'dead', type: 'boxes.box-filled.v1', partitionKey: stuck },
    ]);
    expect(items[0]?.lastError).toContain('max_payload');

    expect(await letters().drop(items[0]?.id ?? '', 'person:admin', 'a photograph by mistake')).toMatchObject({
      state: 'dropped',
      reason: 'a photograph by mistake',
    });
    expect((await published(stuck, 599)).slice(0, 3)).toEqual([1, 3, 4]);
    expect((await letters().list()).items).toEqual([]);
  });

  it('is published in its turn once it can be, where somebody asks for it', async () => {
    const stuck = await fill(fresh().dataSource, 3);
    await tooLarge(stuck, 1);
    start();
    const item = await eventually(async () => (await letters().list()).items[0]);
    await fresh().query(
      `set session_replication_role = replica; update journal set data = data - 'text' where partition_key = '${stuck}'`,
    );
    await letters().retry(item.id, 'person:admin');
    expect(await published(stuck, 3)).toEqual([1, 2, 3]);
    expect((await letters().list()).items).toEqual([]);
  });

  it('is not what a bus that comes and goes makes of it, only what the server refuses again and again', async () => {
    await fill(fresh().dataSource, 2);
    const [first, second] = await fresh().query<{ seq: string }>('select seq from outbox order by seq');
    const refusal = new JetStreamApiError({ code: 400, err_code: 10054, description: 'message size exceeds maximum' });
    const again = [
      { seq: first?.seq ?? '', failure: new TimeoutError() },
      { seq: second?.seq ?? '', failure: refusal },
    ];
    const stuck = () => fresh().query<{ seq: string }>('select seq from outbox where stuck_at is not null');
    for (let n = 0; n < 9; n += 1) await setAside(fresh().dataSource, again, true, silent);
    for (let n = 0; n < 9; n += 1) await setAside(fresh().dataSource, again, false, silent);
    expect(await stuck()).toEqual([]);
    expect(await setAside(fresh().dataSource, again, true, silent)).toBeInstanceOf(TimeoutError);
    expect(await stuck()).toEqual([{ seq: second?.seq }]);
  });
});
