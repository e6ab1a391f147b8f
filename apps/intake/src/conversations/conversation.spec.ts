import { describe, expect, it } from '@jest/globals';
import { workCalendar } from '@pledge/promises';
import { specFor, checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import { conversation } from './conversation.js';
import type { About, ConversationCommand, ConversationEvent } from './situation.js';

const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const requestId = '01996f00-0000-7000-8000-000000000001';
const by = { personId: 'agent-1', name: '林小雨' };
const ten = '2026-03-02T02:00:00.000Z';
const fourteen = '2026-03-02T06:00:00.000Z';
const idOf = (n: number) => `01996f00-0000-7000-8000-00000000010${String(n)}`;
const about: About = {
  number: 'RQ-20260302-0001',
  kind: 'consultation',
  open: true,
  answered: true,
  resolved: false,
  reporter: { name: '王敏', email: 'wangmin@hospital.example' },
};
const of = { requestId, about } as const;

const reply = (via: 'phone' | 'email' = 'email'): ConversationCommand => ({
  ...of,
  ...{ type: 'reply', entryId: idOf(1), by, text: '已寄出手册', via },
});
const ask = (n = 2): ConversationCommand => ({
  ...of,
  ...{ type: 'ask', clarificationId: idOf(n), by, question: '哪一栋楼？', withinMinutes: 240 },
});
const clarify = (n = 2): ConversationCommand => ({
  ...of,
  ...{ type: 'clarify', clarificationId: idOf(n), by: null, answer: '3 号楼' },
});
const ring = (n = 2): ConversationCommand => ({ ...of, type: 'ring', clarificationId: idOf(n) });
const tell = (dueAt = fourteen, n = 3): ConversationCommand => ({
  ...of,
  ...{ type: 'tell', promiseId: idOf(n), by, what: '下午回电', dueAt, calendar },
});
const keep = (n = 3): ConversationCommand => ({ ...of, type: 'keep', promiseId: idOf(n), by });
const factsOf = (command: ConversationCommand, ...before: ConversationEvent[]) =>
  conversation.decide(command, before.reduce(conversation.evolve, conversation.initial), ten);
const without = (command: ConversationCommand, change: Partial<About>): ConversationCommand => ({
  ...command,
  about: { ...about, ...change },
});
const { given } = specFor(conversation);

describe('files', () => {
  const attachmentIds = [idOf(8), idOf(9)];
  const word = { ...of, entryId: idOf(1), by, recordedBy: by, text: '见附件', via: 'phone' } as const;
  it('are told with what they were added to', () => {
    for (const type of ['reply', 'note', 'user-word'] as const) {
      const events = factsOf({ ...word, type, attachmentIds });
      expect(events.at(-1)?.data).toMatchObject({ attachmentIds });
      expect(events.reduce(conversation.evolve, conversation.initial).said).toMatchObject([{ attachmentIds }]);
    }
  });
  it('are not spoken of where there are none', () => {
    expect(factsOf({ ...word, type: 'note', attachmentIds: [] }).at(-1)?.data).not.toHaveProperty('attachmentIds');
  });
});

describe('a note', () => {
  it('is told to everyone who looks, its words are kept inside', () => {
    const told = factsOf({ ...of, type: 'note', entryId: idOf(1), by, text: '备件已备好' });
    expect(told.map(({ type }) => type)).toEqual(['intake.note-added.v1', 'entry-kept']);
    expect(JSON.stringify(told[0])).not.toContain('备件已备好');
  });
});

describe('a reply', () => {
  it('comes after the first answer, which stops the clock', () => {
    given()
      .at(ten)
      .when(without(reply(), { answered: false }))
      .thenRefuses('not-answered-yet');
  });
  it('needs an address where it goes by mail', () => {
    const nowhere = { reporter: { name: '王敏', email: null } };
    given().at(ten).when(without(reply(), nowhere)).thenRefuses('no-address');
    expect(factsOf(without(reply('phone'), nowhere))).toHaveLength(1);
  });
  it('is not written any more when the request is closed', () => {
    given()
      .at(ten)
      .when(without(reply(), { open: false }))
      .thenRefuses('request-closed');
  });
});

describe('a question to the user', () => {
  it('has a clock of its own, and the user is reminded once', () => {
    const asked = factsOf(ask());
    expect(asked[0]?.data).toMatchObject({ askedAt: ten, dueAt: fourteen });
    given(...asked)
      .at(ten)
      .when(ring())
      .then();
    const overdue = conversation.decide(ring(), asked.reduce(conversation.evolve, conversation.initial), fourteen);
    expect(overdue.map(({ type }) => type)).toEqual(['intake.clarification-overdue.v1']);
    given(...asked, ...overdue)
      .at(fourteen)
      .when(ring())
      .then();
  });
  it('is answered once, late or not', () => {
    const asked = factsOf(ask());
    const answered = factsOf(clarify(), ...asked);
    expect(answered[0]?.data).toMatchObject({ answer: '3 号楼', by: '王敏' });
    given(...asked, ...answered)
      .at(ten)
      .when(clarify())
      .thenRefuses('clarification-answered');
    given(...asked)
      .at(ten)
      .when(clarify(4))
      .thenRefuses('clarification-unknown');
    given(...asked, ...answered)
      .at(fourteen)
      .when(ring())
      .then();
  });
});

describe('the word of the user that it does not work', () => {
  const dispute: ConversationCommand = { ...of, type: 'dispute', entryId: idOf(9), note: '又不亮了' };
  it('is said to everybody, and stands among what the user said', () => {
    const [said, kept] = factsOf(dispute);
    expect(said).toMatchObject({
      type: 'intake.request-disputed.v1',
      data: { requestId, kind: 'consultation', by: '王敏', note: '又不亮了', disputedAt: ten },
    });
    expect(kept).toMatchObject({ type: 'entry-kept', data: { type: 'user', via: 'link', text: '又不亮了' } });
  });
  it('is heard after an answer or a repair, and not before', () => {
    given()
      .at(ten)
      .when(without(dispute, { answered: false }))
      .thenRefuses('request-not-answered');
    const fault = without(dispute, { kind: 'fault', answered: true, resolved: false });
    given().at(ten).when(fault).thenRefuses('request-not-resolved');
    expect(factsOf(without(fault, { kind: 'fault', answered: false, resolved: true }))).toHaveLength(2);
  });
  it('stands until they are answered once more', () => {
    const after = (...events: ConversationEvent[]) => events.reduce(conversation.evolve, conversation.initial).dispute;
    const disputed = factsOf(dispute);
    expect(after(...disputed)).toEqual({ by: '王敏', note: '又不亮了', at: ten, answeredAt: null });
    expect(after(...disputed, ...factsOf(reply()))).toMatchObject({ answeredAt: ten });
    expect(after(...factsOf(reply()))).toBeNull();
  });
  it('is not heard once the request is closed', () => {
    given()
      .at(ten)
      .when(without(dispute, { open: false }))
      .thenRefuses('request-closed');
  });
});

describe('what a caller was told', () => {
  it('is a promise due at the minute they were told', () => {
    expect(factsOf(tell())[0]?.data).toMatchObject({
      what: '下午回电',
      promise: { promise: 'told-caller', owner: 'intake', startedAt: ten, dueAt: fourteen },
    });
  });
  it('lies ahead', () => {
    given().at(fourteen).when(tell()).thenRefuses('told-time-past');
  });
  it('is kept once', () => {
    const told = factsOf(tell());
    given(...told, ...factsOf(keep(), ...told))
      .at(ten)
      .when(keep())
      .thenRefuses('promise-over');
    given().at(ten).when(keep()).thenRefuses('promise-unknown');
  });
});

describe('any conversation', () => {
  const number = fc.integer({ min: 4, max: 7 });
  const commands = fc
    .tuple(
      fc.oneof(
        fc.constantFrom(reply('email'), reply('phone')),
        number.map(ask),
        number.map(clarify),
        number.map(ring),
        number.map((n) => tell('2027-03-02T06:00:00.000Z', n)),
        number.map(keep),
      ),
      fc.record({ open: fc.boolean(), answered: fc.boolean() }),
    )
    .map(([command, change]) => without(command, change));

  it('loses no word, and answers, reminds and keeps at most once each', () => {
    checkInvariants(
      conversation,
      commands,
      ({ before, after, history }) => {
        const count = (type: string, clarificationId: string) =>
          history.filter(
            ({ type: said, data }) =>
              said === type && 'clarificationId' in data && data.clarificationId === clarificationId,
          ).length;
        return (
          before.said.every((said, place) => after.said[place] === said) &&
          before.told.every((told) => told.doneAt === null || after.told.includes(told)) &&
          before.clarifications.every(
            ({ clarificationId, state }, place) =>
              after.clarifications[place]?.clarificationId === clarificationId &&
              (state !== 'answered' || after.clarifications[place].state === 'answered'),
          ) &&
          after.clarifications.every(
            ({ clarificationId }) =>
              count('intake.clarification-answered.v1', clarificationId) <=
              count('intake.clarification-asked.v1', clarificationId),
          )
        );
      },
      { walks: 20_000, maxSteps: 12 },
    );
  });
});
