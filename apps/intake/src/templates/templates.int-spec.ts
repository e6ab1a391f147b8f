import { describe, expect, it } from '@jest/globals';
import { demoAnswerTemplates } from '@pledge/demo';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { intakeMigrations } from '../migrations/index.js';
import { seedTemplates, templatesIn } from './templates.commands.js';
import { templateOf, templatesFor } from './templates.query.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const templates = () => templatesIn(db().dataSource);
const manager = () => db().dataSource.manager;
const cause = (change: Partial<Cause> = {}): Cause => ({
  by: 'person:supervisor',
  key: newId(),
  wantsView: true,
  ...change,
});
const wording = { name: '已受理', kinds: ['fault' as const], text: { zh: '{{number}}', en: '{{number}}' } };

describe('texts for answers', () => {
  it('are shown for their kinds, and those of no kind for every one', async () => {
    const own = await templates().handle(newId(), { type: 'write', wording }, cause());
    const all = await templates().handle(
      newId(),
      { type: 'write', wording: { ...wording, name: 'z', kinds: [] } },
      cause(),
    );
    expect(own.view).toEqual({ id: own.view.id, ...wording, version: 1 });
    expect(await templatesFor(manager(), 'fault')).toEqual([all.view, own.view]);
    expect(await templatesFor(manager(), 'status')).toEqual([all.view]);
    expect(await templatesFor(manager(), undefined)).toHaveLength(2);
  });

  it('are not overwritten by who has not seen the latest', async () => {
    const templateId = newId();
    await templates().handle(templateId, { type: 'write', wording }, cause());
    await templates().handle(templateId, { type: 'write', wording: { ...wording, name: '甲' } }, cause());
    const stale = templates().handle(
      templateId,
      { type: 'write', wording: { ...wording, name: '乙' } },
      cause({ expectedVersion: 1 }),
    );
    await expect(stale).rejects.toMatchObject({ name: 'StaleVersion', view: { name: '甲', version: 2 } });
  });

  it('are gone when they are deleted', async () => {
    const templateId = newId();
    await templates().handle(templateId, { type: 'write', wording }, cause());
    await templates().handle(templateId, { type: 'delete' }, cause({ wantsView: false }));
    expect(await templatesFor(manager(), undefined)).toEqual([]);
    await expect(templateOf(manager(), templateId)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('of the demo are a dozen and more, keep the rules, and are not written again once they were changed', async () => {
    await seedTemplates(templates());
    const seeded = await templatesFor(manager(), undefined);
    expect(seeded.length).toBe(demoAnswerTemplates.length);
    expect(seeded.length).toBeGreaterThanOrEqual(12);
    const [first] = seeded;
    await templates().handle(first!.id, { type: 'delete' }, cause({ wantsView: false }));
    await seedTemplates(templates());
    expect(await templatesFor(manager(), undefined)).toHaveLength(seeded.length - 1);
  });
});
