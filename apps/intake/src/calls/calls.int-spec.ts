import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { Webhook } from 'standardwebhooks';
import { v7 as newId } from 'uuid';
import { envelopesIn } from '../envelopes/envelopes.commands.js';
import { envelopeOf } from '../envelopes/envelopes.query.js';
import { intakeMigrations } from '../migrations/index.js';
import { Calls } from './calls.commands.js';
import { CallsController } from './calls.controller.js';
import { callsFor } from './calls.query.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const calls = () =>
  new Calls(db().dataSource, envelopesIn(db().dataSource), workCalendar({ timeZone: 'Asia/Shanghai' }));
const lin = { personId: 'lin', name: '林小雨' };
const xu = { personId: 'xu', name: '许婷婷' };
const cause = (): Cause => ({ by: 'person:lin', key: newId(), wantsView: true });

let start: number;
beforeEach(() => {
  start = Date.now() - 120_000;
});
const told = (event: 'ringing' | 'answered' | 'missed' | 'ended', second: number, more: object = {}) => ({
  callId: 'call-1',
  event,
  at: new Date(start + second * 1000).toISOString(),
  from: '138 0000 0001',
  line: '400-800',
  ...more,
});
const customer = async (name: string) => {
  const customerId = newId();
  await manager().query('insert into customer_copy (customer_id, name, terms) values ($1, $2, $3)', [
    customerId,
    name,
    '{}',
  ]);
  await manager().query(
    `insert into contact_copy (contact_id, customer_id, name, phone, dialled, duty, initial_keys)
     values ($1, $2, '王敏', '+86 13800000001', '13800000001', '', '')`,
    [newId(), customerId],
  );
  return customerId;
};

describe('a call', () => {
  it('that is missed is one envelope to be called back, with its clock from the first ring', async () => {
    const customerId = await customer('申江医院');
    const { envelopeId } = await calls().hear(told('missed', 30));
    await calls().hear(told('ringing', 0));
    await calls().hear(told('ringing', 0));
    const envelope = await envelopeOf(manager(), envelopeId);
    expect(envelope).toMatchObject({ needs: 'call-back', status: 'waiting', found: { customerId }, takenBy: null });
    expect(envelope.from).toEqual({ name: '王敏', phone: '138 0000 0001', email: null });
    expect(envelope.receivedAt).toBe(told('ringing', 0).at);
    expect(Date.parse(envelope.dueAt) - Date.parse(envelope.receivedAt)).toBe(3_600_000);
    const [timer] = await manager().query<{ due_at: Date }[]>(`select due_at from timer where kind = 'envelope-due'`);
    expect(timer?.due_at.toISOString()).toBe(envelope.dueAt);
  });

  it('of a number that two customers share names neither', async () => {
    await customer('申江医院');
    await customer('浦江大厦');
    const { envelopeId } = await calls().hear(told('ringing', 0));
    expect((await envelopeOf(manager(), envelopeId)).found.customerId).toBeNull();
  });

  it('whose number is withheld has none', async () => {
    const { envelopeId } = await calls().hear(told('ringing', 0, { from: 'anonymous' }));
    expect((await envelopeOf(manager(), envelopeId)).from.phone).toBeNull();
  });

  it('told of twenty times at once is one envelope with everything that was told', async () => {
    const events = [told('ringing', 0), told('answered', 9), told('ended', 60), told('ringing', 1)];
    await Promise.all(Array.from({ length: 20 }, (_, n) => calls().hear(events[n % 4]!)));
    const rows = await manager().query<{ envelope_id: string }[]>('select envelope_id from envelope');
    expect(rows).toHaveLength(1);
    const { call } = await envelopeOf(manager(), rows[0]!.envelope_id);
    expect(call).toMatchObject({
      state: 'ended',
      startedAt: events[0]!.at,
      answeredAt: events[1]!.at,
      endedAt: events[2]!.at,
    });
  });

  it('that somebody of the roster answered is theirs, whichever event comes first', async () => {
    await manager().query(
      `insert into shift (shift_id, plan_id, status, kind, starts_at, ends_at, people, version)
       values ($1, $2, 'planned', 'day', now() - interval '1 hour', now() + interval '8 hours', $3, 1)`,
      [newId(), newId(), JSON.stringify([{ ...lin, phone: '8001' }])],
    );
    const { envelopeId } = await calls().hear(told('answered', 9, { agent: '8001' }));
    await calls().hear(told('ringing', 0));
    const envelope = await envelopeOf(manager(), envelopeId);
    expect([envelope.takenBy, envelope.call?.answeredBy]).toEqual([lin, lin]);
    expect((await callsFor(manager(), 'lin')).map(({ id }) => id)).toEqual([envelopeId]);
  });

  it('is taken by who says so, and by nobody after', async () => {
    const { envelopeId } = await calls().hear(told('ringing', 0));
    const now = new Date().toISOString();
    const mine = await calls().answer(envelopeId, lin, cause(), now);
    expect(mine).toMatchObject({ takenBy: lin, call: { state: 'answered', answeredBy: lin } });
    await expect(calls().answer(envelopeId, xu, cause(), now)).rejects.toMatchObject({ code: 'envelope-taken' });
  });
});

describe('the door of the telephone system', () => {
  const secret = `whsec_${Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7)).toString('base64')}`;
  const ask = (given: string | undefined, change: { at?: Date; bytes?: string; more?: object } = {}) => {
    const body = told('ringing', 0, change.more);
    const text = JSON.stringify(body);
    const at = change.at ?? new Date();
    const headers = {
      'webhook-id': 'msg-1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('msg-1', at, text),
    };
    const controller = new CallsController(calls(), db().dataSource, { secret: given });
    const input = { params: {}, query: {}, body };
    return Promise.resolve().then(() => controller.hear(input, { bytes: Buffer.from(change.bytes ?? text), headers }));
  };
  it('takes what is signed', async () => expect(await ask(secret)).toMatchObject({ state: 'ringing' }));
  it('is not there without a secret', () => expect(ask(undefined)).rejects.toMatchObject({ name: 'NotFound' }));
  it('refuses what was changed, what was signed long ago, and what has not happened yet', async () => {
    await expect(ask(secret, { bytes: '{}' })).rejects.toMatchObject({ code: 'signature-wrong' });
    await expect(ask(secret, { at: new Date(Date.now() - 600_000) })).rejects.toMatchObject({
      code: 'signature-too-old',
    });
    const more = { at: new Date(Date.now() + 120_000).toISOString() };
    await expect(ask(secret, { more })).rejects.toMatchObject({ code: 'called-in-future', pointer: '/at' });
    expect(await manager().query('select 1 from envelope')).toEqual([]);
  });
});
