import { describe, expect, it } from '@jest/globals';
import { requestKind } from '@pledge/contracts';
import { specFor, walkRules } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { TemplateCommand, TemplateEvent, Wording } from './template.js';
import { template } from './template.js';
import { variables, variablesIn } from './variables.js';

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

  it('on no walk holds what cannot be filled in, or differs between the languages', () => {
    const piece = fc.constantFrom(...variables.slice(0, 3).map((one) => `{{${one}}}`), '{{phone}}', '{{', '门禁 ');
    const text = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
    const asked: fc.Arbitrary<TemplateCommand> = fc.oneof(
      fc.record({
        type: fc.constant('write' as const),
        wording: fc.record({
          name: fc.constant('x'),
          kinds: fc.array(fc.constantFrom(...requestKind.options), { maxLength: 3 }),
          text: fc.oneof(
            fc.record({ zh: text, en: text }),
            text.map((one) => ({ zh: one, en: one })),
          ),
        }),
      }),
      fc.constant({ type: 'delete' as const }),
    );
    walkRules(
      template,
      asked,
      ({ after }) => {
        if (after.status === 'absent') return;
        const [zh, en] = [variablesIn(after.wording.text.zh), variablesIn(after.wording.text.en)];
        expect([...zh.found].sort()).toEqual([...en.found].sort());
        expect(zh.found.filter((one) => !(variables as readonly string[]).includes(one))).toEqual([]);
        expect([...zh.broken, ...en.broken]).toEqual([]);
      },
      { walks: 1000, maxSteps: 25 },
    );
  });
});
