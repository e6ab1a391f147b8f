import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { clientOf } from '@pledge/client';
import type { Equipment, Receipt } from '@pledge/contracts/http';
import {
  getBalance,
  listMessages,
  listOrders,
  listPromises,
  reportRequest,
  respondToRequest,
  transcribeEnvelope,
} from '@pledge/contracts/http';
import { demoEquipment } from '@pledge/demo';
import { eventually } from '@pledge/testing/eventually';
import { reportOn } from '../main-job.js';
import { registerPage } from '../page-of-paper.js';
import type { People, Person } from '../person.js';
import type { Correspondence } from './correspondence.js';
import { callFrom } from './telephone.js';

interface Given {
  readonly desk: Correspondence;
  readonly people: People;
  readonly device: Equipment;
}

const patience = { within: 60_000 };

/** Somebody who passes by sends the label on the equipment. */
async function byLabel({ desk, device }: Given): Promise<Receipt> {
  const { send } = clientOf({ origin: desk.at.stack.url, csrfToken: () => null });
  const qrToken = demoEquipment.find(({ equipmentId }) => equipmentId === device.id)!.qrToken;
  const { description } = reportOn(device);
  const reportedBy = { name: '路过的人', phone: '13912345678' };
  return send(
    reportRequest,
    { body: { kind: 'fault', channel: 'qr', qrToken, reportedBy, description } },
    { idempotencyKey: randomUUID() },
  );
}

/** What an agent makes of something that waits: a report about the equipment, which settles the envelope. */
async function entered(
  agent: Person,
  { device }: Given,
  told: {
    channel: 'email' | 'fax' | 'hotline';
    envelopeId: string;
    reportedBy: { name: string; phone?: string; email?: string };
  },
): Promise<Receipt> {
  const { receivedAt: _, ...fault } = reportOn(device);
  return agent.call(reportRequest, { body: { ...fault, ...told } });
}

async function byMail(agent: Person, given: Given, email: string): Promise<Receipt> {
  const sent = await given.desk.write(email, '门禁');
  await given.desk.read();
  const { id: envelopeId } = (await given.desk.envelopeOf(sent))!;
  return entered(agent, given, { channel: 'email', envelopeId, reportedBy: { name: '王敏', email } });
}

async function byFax(agent: Person, given: Given): Promise<Receipt> {
  const { id: envelopeId } = await registerPage(given.desk.at.stack.url, agent);
  const from = { name: '赵丽华', phone: '13800000002' };
  const body = { text: '三号楼门禁主机反复重启', from };
  const { needs } = await agent.call(transcribeEnvelope, { params: { envelopeId }, body });
  expect(needs).toBe('sorting');
  return entered(agent, given, { channel: 'fax', envelopeId, reportedBy: from });
}

async function byPhone(agent: Person, given: Given): Promise<Receipt> {
  const phone = '13800000003';
  const tell = callFrom(given.desk.at.stack.url, phone);
  const envelopeId = await tell('ringing');
  expect([await tell('answered'), await tell('ended')]).toEqual([envelopeId, envelopeId]);
  return entered(agent, given, { channel: 'hotline', envelopeId, reportedBy: { name: '保安', phone } });
}

/** One fault, told of by four people on four channels. */
export function describeFourChannels(given: () => Given): void {
  describe('a label, a mail, a fax page and a call about one fault', () => {
    it('are one request and four envelopes, and four people are answered', async () => {
      const here = given();
      const { desk, people, device } = here;
      const agent = await people.as('agent');
      const dispatcher = await people.as('dispatcher');
      const supervisor = await people.as('quality-supervisor');
      const ordersOf = async ({ id }: Receipt) =>
        (await dispatcher.call(listOrders, { query: { requestId: id } })).items;
      const respondPromise = async ({ id }: Receipt) =>
        (await supervisor.call(listPromises, { query: { requestId: id } })).items.find(
          ({ promise }) => promise === 'respond',
        )?.state;
      /** The acknowledgement and the answer; `recorded` is told by phone. */
      const told = ({ id }: Receipt) =>
        eventually(async () => {
          const { items } = await agent.call(listMessages, { query: { requestId: id, limit: 50 } });
          const words = items
            .filter(({ audience, state }) => audience === 'reporter' && state !== 'sending')
            .map(({ template, state }) => `${template} ${state}`);
          return words.length === 2 && words.toSorted();
        }, patience);
      const before = await agent.call(getBalance);
      const began = Date.now();
      const email = `${randomUUID()}@hospital.example`;

      const first = await byLabel(here);
      const others = [await byMail(agent, here, email), await byFax(agent, here), await byPhone(agent, here)];
      expect(Date.now() - began).toBeLessThan(10 * 60_000);
      expect([first.equipmentId, first.joinedTo]).toEqual([device.id, null]);
      expect(others.map(({ joinedTo }) => joinedTo?.id)).toEqual([first.id, first.id, first.id]);

      const after = await agent.call(getBalance);
      expect(after.difference).toBe(0);
      const grown = (['in', 'newRequest', 'joined', 'waiting'] as const).map((n) => after.total[n] - before.total[n]);
      expect(grown).toEqual([4, 1, 3, 0]);
      // By night a call comes on the night line.
      const cameBy = (balance: typeof after, by: readonly string[]) =>
        balance.channels.reduce((sum, { channel, in: count }) => sum + (by.includes(channel) ? count : 0), 0);
      const lines = [['qr'], ['email'], ['fax'], ['hotline', 'night-hotline']];
      expect(lines.map((by) => cameBy(after, by) - cameBy(before, by))).toEqual([1, 1, 1, 1]);

      await eventually(async () => (await ordersOf(first)).length === 1, patience);
      for (const report of [first, ...others]) {
        const byMail = report === others[0];
        const body = { text: `工程师已安排 ${report.number}`, via: byMail ? 'email' : 'phone' } as const;
        await agent.call(respondToRequest, { params: { requestId: report.id }, body });
        const state = byMail ? 'sent' : 'recorded';
        const acknowledged = report === first ? 'request-received' : 'request-joined';
        expect([report.channel, await told(report)]).toEqual([
          report.channel,
          [`${acknowledged} ${state}`, `request-responded ${state}`],
        ]);
        await eventually(async () => (await respondPromise(report)) === 'kept', patience);
        expect(await ordersOf(report)).toHaveLength(report === first ? 1 : 0);
      }
      const letters = desk.at.post.lettersTo(email);
      expect(letters.filter(({ text }) => text.includes(others[0]!.number))).toHaveLength(2);
      expect(letters.filter(({ text }) => text.includes(`工程师已安排 ${others[0]!.number}`))).toHaveLength(1);
    });
  });
}
