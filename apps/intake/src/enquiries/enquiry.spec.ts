import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { EnquiryKind } from '@pledge/contracts';
import { specFor, checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import {
  askedAgain,
  asking,
  by,
  confirm,
  eleven,
  factsOf,
  first,
  handOver,
  ids,
  line,
  moves,
  reassigned,
  received,
  refer,
  requestId,
  respond,
  ten,
} from './enquiry-story.js';
import { enquiry } from './enquiry.js';
import type { EnquiryCommand, EnquiryEvent } from './situation.js';

const { given } = specFor(enquiry);
const becomes = (...events: EnquiryEvent[]) => events.reduce(enquiry.evolve, enquiry.initial);

describe('an enquiry', () => {
  it('is promised an answer within the hour, from when it first reached us', () => {
    const [event] = enquiry.decide(asking('how-to', '2026-03-02T01:30:00.000Z'), enquiry.initial, ten);
    expect(event?.data).toMatchObject({
      number: 'RQ-20260302-0001',
      kind: 'how-to',
      promises: [{ promise: 'respond', owner: 'intake', dueAt: '2026-03-02T02:30:00.000Z' }],
    });
  });

  it('cannot have reached us later than now', () => {
    given().at(ten).when(asking('consultation', '2026-03-02T02:10:00.000Z')).thenRefuses('received-in-future');
  });

  it('is answered once', () => {
    const [answered] = factsOf(respond, received());
    if (!answered) throw new Error('no answer');
    given(received(), answered).at(eleven).when(respond).thenRefuses('request-already-answered');
  });

  it('is not closed before anybody answered', () => {
    given(received()).at(eleven).when(confirm()).thenRefuses('request-not-answered');
  });

  it('is closed by the word of the user, or by their refusal with a note', () => {
    const [answered] = factsOf(respond, received());
    if (!answered) throw new Error('no answer');
    given(received(), answered).at(eleven).when(confirm('refused')).thenRefuses('note-required');
    expect(factsOf(confirm('refused', '用户不愿评价'), received(), answered)[0]?.data).toMatchObject({
      verdict: 'effective',
      confirmation: { how: 'refused', note: '用户不愿评价', at: eleven },
    });
  });
});

describe('a question', () => {
  it('is offered to a department, which has a working day, when the user was told by when', () => {
    expect(factsOf(refer(), received())[0]?.data).toMatchObject({
      department: 'support',
      promise: { promise: 'answer-question', owner: 'support' },
      handOff: { subject: { kind: 'question' }, from: 'intake', to: 'support' },
    });
    given(received()).at(eleven).when(refer(ten)).thenRefuses('told-time-past');
  });

  it('goes where the routing table says, or where a person knows better, and says why', () => {
    const [byTable] = factsOf(refer(undefined, { department: undefined }), received());
    expect(byTable?.data).toMatchObject({
      department: 'support',
      handOff: { to: 'support' },
      promise: { owner: 'support' },
      chosen: { by: 'table', line, edition: 3 },
    });
    const [byPerson] = factsOf(refer(undefined, { department: 'parts' }), received());
    expect(byPerson?.data).toMatchObject({ department: 'parts', chosen: { by: 'person', line, edition: 3 } });
  });

  it('is heard of again when another department is asked, which has half an hour of working time of its own', () => {
    const [referred] = factsOf(refer(), received());
    if (!referred) throw new Error('not referred');
    const [declined] = factsOf(moves('declined', '不属本部门'), received(), referred);
    if (!declined) throw new Error('not declined');
    const [moved] = factsOf(reassigned, received(), referred, declined);
    if (!moved) throw new Error('not reassigned');
    given(received(), referred, declined, moved).at(eleven).when(refer()).thenRefuses('already-referred');
    const [accepted] = factsOf(moves('accepted'), received(), referred, declined, moved);
    if (!accepted) throw new Error('not accepted');
    expect(becomes(received(), referred, declined, moved, accepted)).toMatchObject({
      referral: {
        department: 'archives',
        state: 'accepted',
        reason: null,
        acceptBy: '2026-03-02T03:30:00.000Z',
        steps: [
          { step: 'offered', department: 'support', by: '林小雨', chosen: { by: 'person' } },
          { step: 'declined', department: 'support', by: '侯博文', reason: '不属本部门' },
          { step: 'reassigned', department: 'archives', by: '林小雨', chosen: null },
          { step: 'accepted', department: 'archives', by: '侯博文' },
        ],
      },
    });
  });

  it('is not asked of another once it is answered, or where it is another question', () => {
    const [referred] = factsOf(refer(), received());
    const [answered] = factsOf(moves('answered', '可用模板导入'), received(), ...(referred ? [referred] : []));
    if (!referred || !answered) throw new Error('nothing happened');
    given(received(), referred, answered).at(eleven).when(reassigned).thenNothing();
    given(received(), referred)
      .at(eleven)
      .when({ ...reassigned, questionId: ids.promiseId })
      .thenNothing();
  });

  it('is with one department at a time, and may be asked again when that one declined', () => {
    const [referred] = factsOf(refer(), received());
    if (!referred) throw new Error('not referred');
    given(received(), referred).at(eleven).when(refer()).thenRefuses('already-referred');
    const [declined] = factsOf(moves('declined', '不属本部门'), received(), referred);
    if (!declined) throw new Error('not declined');
    expect(factsOf(refer(), received(), referred, declined)).toHaveLength(1);
  });

  it('keeps the enquiry open until it is answered', () => {
    const [referred] = factsOf(refer(), received());
    const [answered] = factsOf(respond, received());
    const [moved] = factsOf(moves('answered', '可用模板导入'), received(), ...(referred ? [referred] : []));
    if (!referred || !answered || !moved) throw new Error('nothing happened');
    given(received(), answered, referred).at(eleven).when(confirm()).thenRefuses('question-open');
    expect(factsOf(confirm(), received(), answered, referred, moved)).toHaveLength(1);
  });
});

describe('a matter', () => {
  it('goes to supervision with everything in it', () => {
    expect(factsOf(handOver, received('complaint'))[0]?.data).toMatchObject({
      kind: 'complaint',
      subject: '门禁卡如何批量授权',
      handled: '已致歉',
      handOff: { from: 'intake', to: 'supervision' },
    });
  });

  it('is a complaint or a suggestion, nothing else', () => {
    given(received('how-to')).at(eleven).when(handOver).thenRefuses('not-a-matter');
  });
});

describe('any course of an enquiry', () => {
  const commands = fc.oneof(
    fc.constantFrom<EnquiryKind>('consultation', 'complaint', 'suggestion').map((kind) => asking(kind)),
    fc.constant(askedAgain({ said: first })),
    fc.constant<EnquiryCommand>({ type: 'undo-join', requestId, reason: '另一件事', by }),
    fc.constant(respond),
    fc.boolean().map((late) => refer(late ? ten : '2027-03-02T08:00:00.000Z')),
    fc.constant(handOver),
    fc.constantFrom(confirm(), confirm('refused'), confirm('refused', '不愿评价')),
    fc.constantFrom(moves('accepted'), moves('declined', '不属本部门'), moves('answered', '可用模板导入')),
    fc.constant(reassigned),
    fc.constantFrom<EnquiryCommand>({ type: 'take', requestId, by }, { type: 'release', requestId, by }),
  );

  it('keeps its number, is answered at most once, and is closed only when the user was answered and nobody is being asked', () => {
    checkInvariants(
      enquiry,
      commands,
      ({ before, after, history }) => {
        const said = (asked: EnquiryEvent['type']) => history.filter(({ type }) => type === asked).length;
        const last = after.status === 'absent' ? undefined : after.referral?.steps.at(-1);
        return {
          'it is closed once at most': said('intake.request-closed.v1') <= 1,
          'it is answered once at most': said('intake.request-responded.v1') <= 1,
          'its number and its promises never change':
            before.status === 'absent' ||
            (after.status !== 'absent' &&
              after.report.number === before.report.number &&
              isDeepStrictEqual(after.report.promises, before.report.promises)),
          'what stands by itself is never joined':
            after.status !== 'joined' || ['absent', 'joined'].includes(before.status),
          'closed never opens again': before.status !== 'closed' || after.status === 'closed',
          'what is closed was answered, and nobody is being asked':
            after.status !== 'closed' ||
            before.status === 'closed' ||
            (after.answer !== null && !['offered', 'accepted'].includes(after.referral?.state ?? '')),
          'the last step of a referral is where it is':
            after.status === 'absent' ||
            !after.referral ||
            (last?.department === after.referral.department &&
              (last.step === 'reassigned' ? 'offered' : last.step) === after.referral.state),
        };
      },
      { walks: 20_000, maxSteps: 12 },
    );
  });
});
