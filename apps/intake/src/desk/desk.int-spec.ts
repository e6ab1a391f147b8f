import { beforeEach, describe, expect, it } from '@jest/globals';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { intakeMigrations } from '../migrations/index.js';
import { Drafts } from './drafts.commands.js';
import { SavedFilters } from './filters.commands.js';
import { templatesIn } from '../templates/templates.commands.js';
import { Presence } from './presence.commands.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const drafts = () => new Drafts(db().dataSource);
const filters = () => new SavedFilters(db().dataSource);
const presence = () => new Presence(db().dataSource);
const lin = { personId: 'agent-1', name: '林小雨' };
const xu = { personId: 'agent-2', name: '许婷婷' };
const missing = { name: 'NotFound' };
const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

let draftId: string;
beforeEach(() => {
  draftId = newId();
});
const typed = (word: string, savedAt = secondsAgo(0), id = draftId) => ({
  draftId: id,
  title: word,
  envelopeId: null,
  data: { description: word },
  savedAt,
});

describe('a draft', () => {
  it('is kept as it was typed last, and is there after a sign-out', async () => {
    await drafts().keep(lin.personId, typed('主机', secondsAgo(9)));
    const kept = await drafts().keep(lin.personId, typed('主机反复重启', secondsAgo(5)));
    expect(kept).toMatchObject({ id: draftId, title: '主机反复重启', version: 2 });
    expect(await drafts().of(lin.personId)).toEqual([kept]);
  });

  it('is not set back by an older save that arrives late', async () => {
    await drafts().keep(lin.personId, typed('newer', secondsAgo(1)));
    expect((await drafts().keep(lin.personId, typed('older', secondsAgo(2)))).data).toEqual({ description: 'newer' });
  });

  it('saved by a clock that is a day ahead can be changed on from elsewhere', async () => {
    await drafts().keep(lin.personId, typed('ahead', secondsAgo(-86_400)));
    expect((await drafts().keep(lin.personId, typed('after', secondsAgo(-1)))).title).toBe('after');
  });

  it('belongs to its person: another one neither sees, changes nor drops it', async () => {
    await drafts().keep(lin.personId, typed('mine', secondsAgo(9)));
    expect(await drafts().of(xu.personId)).toEqual([]);
    await expect(drafts().keep(xu.personId, typed('yours'))).rejects.toMatchObject(missing);
    await expect(drafts().drop(xu.personId, draftId)).rejects.toMatchObject(missing);
    expect((await drafts().of(lin.personId))[0]).toMatchObject({ title: 'mine', version: 1 });
  });

  it('once dropped is not brought back by a save that was on its way', async () => {
    await drafts().keep(lin.personId, typed('sent', secondsAgo(9)));
    await drafts().drop(lin.personId, draftId);
    await expect(drafts().keep(lin.personId, typed('late', secondsAgo(1)))).rejects.toMatchObject(missing);
    await expect(drafts().drop(lin.personId, draftId)).rejects.toMatchObject(missing);
    expect(await drafts().of(lin.personId)).toEqual([]);
  });

  it('has 64 KB, in bytes, and says which field is too large', async () => {
    const room = 64 * 1024 - JSON.stringify({ description: '' }).length;
    await drafts().keep(lin.personId, typed('x'.repeat(room)));
    await expect(drafts().keep(lin.personId, typed('门'.repeat(room / 2)))).rejects.toMatchObject({
      code: 'draft-too-large',
      pointer: '/data',
    });
  });

  it('saved twenty times at once is one draft with the newest words', async () => {
    const saves = Array.from({ length: 20 }, (_, n) => typed(`word ${n}`, secondsAgo(60 - n)));
    await Promise.all(saves.map((save) => drafts().keep(lin.personId, save)));
    expect((await drafts().of(lin.personId)).map(({ title }) => title)).toEqual(['word 19']);
  });
});

describe('a saved filter', () => {
  const mine = { name: '逾期', queue: 'new', query: 'overdue=true', shared: false } as const;

  it('is seen by its owner, and by the others where it is shared', async () => {
    const own = await filters().save(lin, mine);
    const shared = await filters().save(lin, { ...mine, name: '医院', shared: true });
    expect((await filters().seenBy(lin.personId)).map(({ id }) => id).sort()).toEqual([own.id, shared.id].sort());
    expect(await filters().seenBy(xu.personId)).toEqual([shared]);
  });

  it('saved again under its name is changed, not doubled', async () => {
    const first = await filters().save(lin, mine);
    const again = await filters().save(lin, { ...mine, query: 'kind=fault' });
    expect(again).toEqual({ ...first, query: 'kind=fault' });
    expect(await filters().seenBy(lin.personId)).toEqual([again]);
  });

  it('is deleted by its owner alone', async () => {
    const { id } = await filters().save(lin, { ...mine, shared: true });
    await expect(filters().delete(xu.personId, id)).rejects.toMatchObject(missing);
    await filters().delete(lin.personId, id);
    await expect(filters().delete(lin.personId, id)).rejects.toMatchObject(missing);
  });
});

describe('who has it open', () => {
  const subjectId = newId();
  const look = (who: typeof lin, body: { editing?: boolean; leaving?: boolean } = {}) =>
    presence().look(who, {
      params: { subject: 'request', subjectId },
      query: {},
      body: { editing: false, leaving: false, ...body },
    });

  it('hears who else has, since when, and who is writing', async () => {
    expect(await look(lin, { editing: true })).toEqual([]);
    const [seen] = await look(xu);
    expect(seen).toMatchObject({ ...lin, editing: true });
    await look(lin);
    expect(await look(xu)).toEqual([{ ...seen, editing: false }]);
    expect(await look(lin)).toMatchObject([xu]);
  });

  it('does not see who left, nor who has been silent for half a minute', async () => {
    await look(lin);
    await look(lin, { leaving: true });
    expect(await look(xu)).toEqual([]);
    await look(lin);
    await db().dataSource.query(
      `update looking set seen_at = seen_at - interval '31 seconds', since = since - interval '1 hour' where person_id = $1`,
      [lin.personId],
    );
    expect(await look(xu)).toEqual([]);
    await look(lin);
    const [back] = await look(xu);
    expect(Date.now() - Date.parse(back!.since)).toBeLessThan(30_000);
  });

  it('is told of everything at once, but for oneself and who left', async () => {
    await look(lin, { editing: true });
    await look(xu);
    const { items } = await presence().others(xu.personId);
    expect(items).toMatchObject([{ subject: 'request', subjectId, by: { ...lin, editing: true } }]);
    await look(lin, { leaving: true });
    expect((await presence().others(xu.personId)).items).toEqual([]);
  });

  it('is told with another mark once anything was done', async () => {
    const { newest } = await presence().others(xu.personId);
    expect((await presence().others(lin.personId)).newest).toBe(newest);
    const wording = { name: '已受理', kinds: [], text: { zh: '好', en: 'ok' } };
    await templatesIn(db().dataSource).handle(newId(), { type: 'write', wording }, { by: 'person:x', key: newId() });
    expect((await presence().others(xu.personId)).newest).not.toBe(newest);
  });

  it('is told to twenty who look at once', async () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ personId: `p-${n}`, name: `第${n}人` }));
    await Promise.all(many.map((who) => look(who)));
    expect(await look(lin)).toHaveLength(20);
  });
});
