import type { Cause } from '@pledge/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { balanceOf } from './balance.query.js';
import type { Contents } from './envelope.js';
import { envelopesIn } from './envelopes.commands.js';

export const cause = (key: string = newId()): Cause => ({
  by: 'person:agent-1',
  key,
  fingerprint: key,
  wantsView: true,
});

export const contents = (change: Partial<Contents> = {}): Contents => ({
  channel: 'email',
  source: 'service@example.com',
  sourceKey: newId(),
  receivedAt: new Date(Date.now() - 5 * 60_000).toISOString(),
  from: { name: '王敏', phone: '138 0000 0001', email: 'wangmin@hospital.example' },
  subject: '门禁',
  text: '门禁主机反复重启',
  attachments: [],
  found: {
    customerId: null,
    customerName: null,
    siteId: null,
    equipmentId: null,
    equipmentName: null,
    repliesTo: null,
    suspicion: null,
  },
  ...change,
});

/** A mail that waits to be sorted. */
export async function storing(db: DataSource, change: Partial<Contents> = {}, key?: string): Promise<string> {
  const envelopeId = newId();
  const store = { type: 'store', envelopeId, contents: contents(change), needs: 'sorting' } as const;
  await envelopesIn(db).handle(envelopeId, store, cause(key));
  return envelopeId;
}

export async function totalsOf(db: EntityManager) {
  const { total, difference } = await balanceOf(db, {});
  return { ...total, difference };
}
