import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { specFor, checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { TemplateCommand, TemplateEvent, Wording } from './template.js';
import { template } from './template.js';
import { filled, variables } from './variables.js';

const { given } = specFor(template);
const now = '2026-11-25T02:00:00.000Z';

const wording: Wording = {
  name: '已派工',
  kinds: ['fault'],
  text: { zh: '{{reporter}}您好，{{number}} 已受理。', en: 'Dear {{ reporter }}, {{number}} is taken up.' },
};
const write = (change: Partial<Wording> = {}): TemplateCommand => ({
  type: 'write',
  wording: { ...wording, ...change },
});
const written: TemplateEvent = { type: 'template-written', data: { wording } };
const deleted: TemplateEvent = { type: 'template-deleted', data: {} };

describe('a text for answers', () => {
  it('is written in both languages, and changed', () => {
    given().at(now).when(write()).then(written);
    given(written).at(now).when(write()).then(written);
  });
  it('is refused where no request can fill in what it names', () => {
    const text = { zh: '{{phone}}', en: '{{phone}}' };
    given().at(now).when(write({ text })).thenRefuses('unknown-variable');
  });
  it.each(['{{number', 'number}}', '{{}}', '{{number}}}} '])(
    'is refused where its brackets are not in order: %s',
    (text) =>
      given()
        .at(now)
        .when(write({ text: { zh: text, en: text } }))
        .thenRefuses('unknown-variable'),
  );
  it('is refused where one language says what the other does not', () => {
    given()
      .at(now)
      .when(write({ text: { zh: '{{site}}', en: 'there' } }))
      .thenRefuses('variables-differ');
    given()
      .at(now)
      .when(write({ text: { zh: '那里', en: '{{site}}' } }))
      .thenRefuses('variables-differ');
  });
  it('names each kind once', () =>
    given()
      .at(now)
      .when(write({ kinds: ['fault', 'status', 'fault'] }))
      .then({ type: 'template-written', data: { wording: { ...wording, kinds: ['fault', 'status'] } } }));
  it('is deleted once, and may be written again', () => {
    given(written).at(now).when({ type: 'delete' }).then(deleted);
    given(written, deleted).at(now).when({ type: 'delete' }).thenNothing();
    given().at(now).when({ type: 'delete' }).thenNothing();
    given(written, deleted).at(now).when(write()).then(written);
  });

  it('on no walk holds what cannot be filled in, differs between the languages, or is other than was written', () => {
    const names = variables.slice(0, 3);
    const good = fc.constantFrom(...names.map((one) => `{{${one}}}`), '{{ number }}', '门禁 ', ' {x} ');
    const piece = fc.oneof(
      { weight: 9, arbitrary: good },
      { weight: 1, arbitrary: fc.constantFrom('{{phone}}', '{{') },
    );
    const text = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
    const asked: fc.Arbitrary<TemplateCommand> = fc.oneof(
      {
        weight: 2,
        arbitrary: fc.record({
          type: fc.constant('write' as const),
          wording: fc.record({
            name: fc.constantFrom('已派工', '已到达'),
            kinds: fc.array(fc.constantFrom('fault', 'status', 'complaint' as const), { maxLength: 3 }),
            text: fc.oneof(
              fc.tuple(text, text).map(([zh, en]) => ({ zh, en })),
              text.map((one) => ({ zh: one, en: `${one}.` })),
            ),
          }),
        }),
      },
      fc.constant({ type: 'delete' as const }),
    );
    const values = Object.fromEntries(variables.map((one) => [one, 'x'])) as Parameters<typeof filled>[1];
    const whole = (said: string) => !/\{\{|\}\}/u.test(filled(said, values).text);
    const namedIn = (said: string) => names.filter((one) => said.replaceAll(' ', '').includes(`{{${one}}}`)).join();
    const reached = new Set<string>();
    checkInvariants(
      template,
      asked,
      ({ before, command, refused, events, after }) => {
        reached.add(refused ?? (events.length > 0 ? command.type : 'nothing'));
        const wording = command.type === 'write' ? command.wording : undefined;
        const { zh, en } = wording?.text ?? { zh: '', en: '' };
        return {
          'what is kept can be filled in, in both languages':
            after.status === 'absent' || (whole(after.wording.text.zh) && whole(after.wording.text.en)),
          'both languages name the same':
            after.status === 'absent' || namedIn(after.wording.text.zh) === namedIn(after.wording.text.en),
          'what is written stands as it was written, each kind once':
            refused !== undefined ||
            wording === undefined ||
            (events.length === 1 &&
              isDeepStrictEqual(after, {
                status: 'written',
                wording: { ...wording, kinds: wording.kinds.filter((one, at, all) => all.indexOf(one) === at) },
              })),
          'what is deleted was there, and its words stay':
            command.type !== 'delete' ||
            (before.status === 'written'
              ? events.length === 1 && isDeepStrictEqual(after, { status: 'deleted', wording: before.wording })
              : events.length === 0 && after === before),
          'a refusal leaves everything, and is for its reason':
            refused === undefined ||
            (after === before &&
              ((refused === 'unknown-variable' && !(whole(zh) && whole(en))) ||
                (refused === 'variables-differ' && namedIn(zh) !== namedIn(en)))),
        };
      },
      { walks: 20_000, maxSteps: 8 },
    );
    for (const outcome of ['write', 'delete', 'nothing', 'unknown-variable', 'variables-differ'])
      expect(reached).toContain(outcome);
  });
});
