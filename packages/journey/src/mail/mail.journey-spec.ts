import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Equipment } from '@pledge/contracts/http';
import { getBalance, getConversation, listEnvelopes } from '@pledge/contracts/http';
import { equipmentInWarranty } from '../main-job.js';
import { People } from '../person.js';
import { imapServersHere } from '@pledge/testing/imap';
import { describeWhere } from '@pledge/testing/where';
import { quiet } from '../reckoning.js';
import { Correspondence } from './correspondence.js';
import { describeFourChannels } from './four-channels.js';
import type { Holding } from './holds.js';
import { afterCommitOf, afterItIsSaid, atTheTable, beforeItIsSaid, onTheWire } from './holds.js';
import type { MailStack } from './mail-stack.js';
import { mailStack } from './mail-stack.js';
import { describeShift } from './shift.screens.js';

const imapServers = await imapServersHere();
let at: MailStack;
let people: People;
let desk: Correspondence;
let devices: Equipment[];
let next = 0;
const device = () => devices[(next += 1) % devices.length]!;
const somebody = () => `somebody-${String((next += 1))}@hospital.example`;

const forever = () => new Promise<never>(() => undefined);

/** Intake stands at a moment while something happens, dies there, and is started again. */
async function killedAt<Happened>(
  holding: Holding,
  happening: () => Promise<Happened>,
  from: 'running' | 'start' = 'running',
): Promise<Happened> {
  const hold = await holding(at);
  const happened = (async () => {
    if (from === 'start') await at.stack.halt('intake');
    const outcome = await happening();
    if (from === 'start') await at.stack.startService('intake');
    return outcome;
  })();
  try {
    await Promise.race([hold.reached(), happened.then(forever)]);
    await at.stack.halt('intake');
  } finally {
    await hold.release();
  }
  await at.stack.startService('intake');
  return happened;
}

const atItsStart = 'it has signed in at the mailbox';
const onTheWayIn: readonly [when: string, holding: Holding][] = [
  [atItsStart, onTheWire('client', / SELECT /u)],
  ['it has asked for a mail', onTheWire('server', /BODY\[\]/u)],
  ['it has a mail, before the transaction', atTheTable('contact_copy', 'access exclusive')],
  ['the transaction has begun, before the envelope is written', atTheTable('envelope')],
  ['the envelope is written, before its fact is', atTheTable('outbox')],
  ['the database has committed, before intake hears of it', afterCommitOf('envelope')],
  ['it is committed, before the mail is noted as stored', atTheTable('mailbox_mail')],
  ['an answer is stored, before it is joined', atTheTable('envelope_outcome')],
  ['an answer is joined, before intake hears of it', afterCommitOf('envelope_outcome')],
  ['everything is committed, before the mail is marked as seen', onTheWire('client', /STORE \d+ \+FLAGS/u)],
  ['the mail is marked as seen, before intake hears of it', onTheWire('server', /FETCH .*FLAGS \([^)]*\\Seen/u)],
  ['the mail is marked as seen, before that is remembered', atTheTable('mailbox')],
  ['the mail is marked as seen, before its fact is published', beforeItIsSaid],
];

const onTheWayOut: readonly [when: string, holding: Holding][] = [
  ['it is committed, before the agent hears of it', afterCommitOf('request')],
  ['it is committed, before it is published', beforeItIsSaid],
  ['it is published, before that is noted', afterItIsSaid],
];

describeWhere(imapServers.missing, 'the stack with a mailbox on a real server', () => {
  beforeAll(async () => {
    at = await mailStack(imapServers);
    people = new People(at.stack.url, 120_000);
    devices = await equipmentInWarranty(people);
    desk = new Correspondence(at, people);
  });
  afterAll(() => at.close());

  describe('a report and an answer by mail, while intake is killed when', () => {
    it.each(onTheWayIn)('%s, are each one envelope and one request', async (when, holding) => {
      const { call } = await people.as('agent');
      const asker = somebody();
      const earlier = await desk.report(device(), asker);
      await quiet(at.stack, 60_000);

      const reporter = somebody();
      const { answer, report } = await killedAt(
        holding,
        async () => ({
          answer: await desk.write(asker, `Re: [${earlier.number}]`),
          report: await desk.write(reporter, '门禁'),
        }),
        when === atItsStart ? 'start' : 'running',
      );
      await desk.read();

      expect(await desk.envelopeOf(answer)).toMatchObject({ outcome: { type: 'joined', requestId: earlier.id } });
      const { entries } = await call(getConversation, { params: { requestId: earlier.id } });
      expect(entries.filter(({ text }) => text.includes(answer.word))).toHaveLength(1);
      const envelope = await desk.envelopeOf(report);
      expect(envelope).toMatchObject({ status: 'waiting', needs: 'sorting', from: { email: reporter } });
      const receipt = await desk.report(device(), reporter, envelope!.id);
      expect(receipt.joinedTo).toBeNull();
      await desk.acknowledged(reporter);
    });
  });

  describe('a mail that an agent makes a request, while intake is killed when', () => {
    it.each(onTheWayOut)('%s, is one request', async (_when, holding) => {
      const reporter = somebody();
      const mail = await desk.write(reporter, '门禁');
      await desk.read();
      await quiet(at.stack, 60_000);
      const envelopeId = (await desk.envelopeOf(mail))!.id;
      const receipt = await killedAt(holding, () => desk.report(device(), reporter, envelopeId));
      expect(await desk.envelopeOf(mail)).toMatchObject({ outcome: { type: 'new-request', requestId: receipt.id } });
      await desk.acknowledged(reporter);
    });
  });

  describeFourChannels(() => ({ desk, people, device: device() }));

  describe('when all is over', () => {
    it('nothing is lost, and nothing is there twice', async () => {
      await quiet(at.stack, 60_000);
      const { call } = await people.as('agent');
      const { channels, difference } = await call(getBalance);
      const { in: came, newRequest, joined, rejected, waiting } = channels.find(({ channel }) => channel === 'email')!;
      expect({ came, newRequest, joined, rejected, waiting, difference }).toEqual({
        came: desk.sent.length,
        newRequest: onTheWayIn.length + onTheWayOut.length,
        // The answers, and the mail of the four.
        joined: onTheWayIn.length + 1,
        ...{ rejected: 0, waiting: 0, difference: 0 },
      });
      for (const { word } of desk.sent) {
        expect((await call(listEnvelopes, { query: { q: word, limit: 50 } })).items).toHaveLength(1);
      }
      for (const { from } of desk.reports) expect([from, at.post.lettersTo(from).length]).toEqual([from, 1]);
    });
  });

  describeShift(() => ({ stack: at.stack, people, device }));
});
