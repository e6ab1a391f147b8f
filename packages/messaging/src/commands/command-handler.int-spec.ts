import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Refusal } from '@pledge/kernel';
import { freshDatabase } from '@pledge/testing/database';
import type { DataSource } from 'typeorm';
import { IdempotencyKeyReused, StaleVersion } from '../failures.js';
import { projection } from './projection.js';
import type { BoxView } from '../testbed/boxes.js';
import { boxes, migrations } from '../testbed/boxes.js';

const fresh = freshDatabase({ migrations, per: 'file' });
const db = () => fresh().dataSource;
const clerk = (key: string = randomUUID()) => ({ by: 'person:1', key, wantsView: true }) as const;

const outboxOf = (source: DataSource, about: string): Promise<{ type: string; partition_key: string }[]> =>
  source.query(
    'select o.type, o.partition_key from outbox o join journal j using (seq) where j.about = $1 order by seq',
    [about],
  );

describe('a command', () => {
  let id: string;
  beforeAll(() => {
    id = randomUUID();
  });

  it('leaves the state, the journal and the outbox in one piece', async () => {
    const requestId = randomUUID();
    const outcome = await boxes(db())(id, { type: 'put', count: 3, requestId }, clerk());
    expect(outcome).toMatchObject({ version: 1, repeated: false, view: { boxId: id, version: 1, held: 3 } });
    expect(outcome.events[0]?.data.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await outboxOf(db(), id)).toEqual([{ type: 'boxes.box-filled.v1', partition_key: requestId }]);
  });

  it('keeps to itself what is not declared for others', async () => {
    const outcome = await boxes(db())(id, { type: 'note' }, clerk());
    expect(outcome.events).toHaveLength(1);
    expect(await outboxOf(db(), id)).toHaveLength(1);
  });

  it('with nothing to say leaves no trace but its claim', async () => {
    const empty = randomUUID();
    const outcome = await boxes(db())(empty, { type: 'note' }, clerk('silence'));
    expect(outcome).toEqual({ events: [], version: 0, view: { boxId: empty, version: 0, held: 0 }, repeated: false });
    expect(await boxes(db())(empty, { type: 'note' }, clerk('silence'))).toEqual({ ...outcome, repeated: true });
  });

  it('that is refused leaves nothing at all, not even its claim', async () => {
    const full = randomUUID();
    const cause = clerk();
    await expect(boxes(db())(full, { type: 'put', count: 101 }, cause)).rejects.toThrow(Refusal);
    expect(await db().query('select 1 from inbox where cause_key = $1', [cause.key])).toEqual([]);
    await expect(boxes(db())(full, { type: 'put', count: 1 }, cause)).resolves.toMatchObject({ repeated: false });
  });
});

describe('the same key', () => {
  it('gets the same answer, byte for byte, also after the record has moved on', async () => {
    const id = randomUUID();
    const cause = clerk();
    const first = await boxes(db())(id, { type: 'put', count: 1 }, cause);
    await boxes(db())(id, { type: 'put', count: 1 }, clerk());
    const second = await boxes(db())(id, { type: 'put', count: 1 }, cause);
    expect(second.repeated).toBe(true);
    expect(JSON.stringify(second.view)).toBe(JSON.stringify(first.view));
    expect(second.events).toEqual(first.events);
    expect(second.version).toBe(1);
  });

  it('twenty times at once is handled once', async () => {
    const id = randomUUID();
    const cause = clerk();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => boxes(db())(id, { type: 'put', count: 1 }, cause)),
    );
    expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(outcomes.map(({ view }) => JSON.stringify(view))).size).toBe(1);
    expect(await outboxOf(db(), id)).toHaveLength(1);
  });

  it('for something else is refused', async () => {
    const cause = clerk();
    await boxes(db())(randomUUID(), { type: 'put', count: 1 }, { ...cause, fingerprint: 'one' });
    const other = boxes(db())(randomUUID(), { type: 'put', count: 2 }, { ...cause, fingerprint: 'two' });
    await expect(other).rejects.toThrow(IdempotencyKeyReused);
  });
});

describe('what a person may also ask without being signed in', () => {
  const put = { type: 'put', count: 1 } as const;
  const key = randomUUID();
  const of = (fingerprint: string, alsoBy?: { by: string; key: string }) => ({
    ...{ by: 'anyone', key: `${key}/${fingerprint}`, fingerprint, wantsView: true },
    ...(alsoBy && { alsoBy }),
  });
  const person = { by: 'person:1', key };

  it('is the same after the session ended, and the key is refused for something else while it lasts', async () => {
    const id = randomUUID();
    const first = await boxes(db())(id, put, of('one', person));
    const again = await boxes(db())(id, put, of('one'));
    expect([again.repeated, again.view]).toEqual([true, first.view]);
    await expect(boxes(db())(id, put, of('two', person))).rejects.toThrow(IdempotencyKeyReused);
    await expect(boxes(db())(id, put, of('two', { by: 'person:2', key }))).resolves.toMatchObject({ repeated: false });
  });

  it('twenty times at once, in either way, is handled once', async () => {
    const id = randomUUID();
    const causes = Array.from({ length: 20 }, (_, n) => of('three', n % 2 ? { by: 'person:3', key } : undefined));
    const outcomes = await Promise.all(causes.map((cause) => boxes(db())(id, put, cause)));
    expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
  });
});

describe('two clerks at once', () => {
  it('on a box that does not exist yet: the second sees what the first did', async () => {
    const put = { type: 'put', count: 60 } as const;
    for (let round = 0; round < 5; round += 1) {
      const id = randomUUID();
      const outcomes = await Promise.allSettled([boxes(db())(id, put, clerk()), boxes(db())(id, put, clerk())]);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.map(({ reason }) => reason instanceof Refusal)).toEqual([true]);
    }
  });

  it('and eighteen more: none is lost and none fails', async () => {
    const id = randomUUID();
    await Promise.all(Array.from({ length: 20 }, () => boxes(db())(id, { type: 'put', count: 1 }, clerk())));
    expect((await boxes(db())(id, { type: 'put', count: 1 }, clerk())).view.held).toBe(21);
  });

  it('who saw different versions: the stale one is refused and shown the present record', async () => {
    const id = randomUUID();
    await boxes(db())(id, { type: 'put', count: 1 }, clerk());
    await boxes(db())(id, { type: 'put', count: 1 }, { ...clerk(), expectedVersion: 1 });
    const stale = boxes(db())(id, { type: 'put', count: 1 }, { ...clerk(), expectedVersion: 1 });
    const failure = await stale.catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(StaleVersion);
    const { version, view } = failure as StaleVersion<BoxView>;
    expect({ version, view }).toEqual({ version: 2, view: { boxId: id, version: 2, held: 2 } });
  });
});

describe('a pool of one connection', () => {
  it('is enough for twenty commands at once', async () => {
    const single = await fresh().again({ poolSize: 1 });
    const id = randomUUID();
    await Promise.all(Array.from({ length: 20 }, () => boxes(single)(id, { type: 'put', count: 1 }, clerk())));
    const outcome = await boxes(single)(id, { type: 'put', count: 1 }, clerk());
    expect(outcome.view).toEqual({ boxId: id, version: 21, held: 21 });
  });
});

describe('a copy of what another department said', () => {
  it('is written once per cause', async () => {
    const cause = { by: 'reaction:box-copies', key: randomUUID() };
    const write = () =>
      projection(db(), cause, (tx) =>
        tx.query('insert into copy (event_id, key, count) values (gen_random_uuid(), $1, 1)', [cause.key]),
      );
    expect(await Promise.all([write(), write(), write()])).toHaveLength(3);
    expect(await db().query('select 1 from copy where key = $1', [cause.key])).toHaveLength(1);
  });
});
