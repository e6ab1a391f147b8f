import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  category,
  channel,
  confirmation,
  department,
  impact,
  nature,
  pauseReason,
  promiseName,
  requestKind,
  role,
  services,
  topology,
  warrantyState,
} from '@pledge/contracts';
import {
  article,
  candidate,
  confirmRequest,
  conversationEntry,
  deadLetter,
  envelope,
  message,
  matter,
  orderStatus,
  partsState,
  progress,
  promiseState,
  purchaseOrder,
  question,
  rejectEnvelope,
  queueName,
  request,
  requestStatus,
  reservation,
  supportStatus,
} from '@pledge/contracts/http';
import { envelopeOutcome } from '@pledge/contracts/events';
import { shownDetails } from '../features/requests/timeline-details.js';
import { steps } from '../features/requests/steps.js';
import { quickTimes } from '../features/requests/told-times.js';
import { eventWord } from '../ui/event-word.js';

const source = join(import.meta.dirname, '..');
type Words = { readonly [name: string]: string | readonly string[] | Words };

const readFrom = (folder: string, language: string) =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Words;
const own = (language: string) => readFrom(join(source, 'i18n'), language);
const ofKit = (language: string) => readFrom(join(source, '../../../packages/ui/src/messages'), language);
const read = (language: string): Words => ({ ...ofKit(language), ...own(language) });
const isNode = (value: Words[string]): value is Words => typeof value === 'object' && !Array.isArray(value);

function keysOf(words: Words, before = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]) =>
      isNode(value) ? [...keysOf(value, `${before}${name}.`)] : [[`${before}${name}`, JSON.stringify(value)] as const],
    ),
  );
}

const zh = keysOf(read('zh'));
const en = keysOf(read('en'));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }));

describe('the words of the screens', () => {
  it('hide none of the kit: a group of words belongs to one of the two', () => {
    const groups = new Set(Object.keys(own('zh')));
    expect(Object.keys(ofKit('zh')).filter((group) => groups.has(group))).toEqual([]);
  });

  it('are the same set in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it('take in the same values in both languages', () => {
    const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name).sort();
    for (const [key, text] of zh) expect([key, slots(en.get(key) ?? '')]).toEqual([key, slots(text)]);
  });

  it('are never empty', () => {
    expect([...zh, ...en].filter(([, text]) => /^"\s*"$/u.test(text))).toEqual([]);
  });

  it('are Chinese in no source file', () => {
    const found = files.filter(({ text }) => /\p{Script=Han}/u.test(text)).map(({ name }) => name);
    expect(found).toEqual([]);
  });

  it('exist for every key that a source file names', () => {
    const named = files.flatMap(({ name, text }) =>
      [...text.matchAll(/\bt\(\s*'([a-zA-Z][\w.-]*)'/gu)].map(([, key = '']) => ({ name, key })),
    );
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter(({ key }) => !zh.has(key))).toEqual([]);
  });

  it('exist for both branches of a choice that a source file names', () => {
    const chosen = files.flatMap(({ text }) =>
      [...text.matchAll(/\bt\([^'"`()]*\? '([\w.-]+)' : '([\w.-]+)'/gu)].flatMap(([, yes = '', no = '']) => [yes, no]),
    );
    expect(chosen.length).toBeGreaterThan(10);
    expect(chosen.filter((key) => !zh.has(key))).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['category', category.options],
    ['channel', channel.options],
    ['queue', queueName.options],
    ['kind', requestKind.options],
    ['call-state', envelope.shape.call.unwrap().shape.state.options],
    ['said', conversationEntry.shape.type.options],
    ['via', conversationEntry.shape.via.unwrap().options],
    ['told-quick', quickTimes],
    ['step', steps],
    ['waits', [...request.shape.waitingFor.unwrap().options, 'nobody']],
    ['confirm-how', confirmRequest.body.shape.how.options],
    ['referral-state', request.shape.referral.unwrap().shape.state.options],
    ['way', ['reply', 'user-word', 'note', 'ask', 'tell']],
    ['needs', envelope.shape.needs.unwrap().options],
    ['outcome', envelopeOutcome.options.map(({ shape }) => shape.type.value)],
    ['reject-reason', rejectEnvelope.body.shape.reason.options],
    ['department', department.options],
    ['demo-group', [...department.options, 'house', 'customer']],
    ['impact', impact.options],
    ['nature', nature.options],
    ['pause-reason', pauseReason.options],
    ['promise', promiseName.options],
    ['promise-state', promiseState.options],
    ['role', role.options],
    ['service', services],
    ['warranty', warrantyState.options],
    ['request-status', requestStatus.options],
    ['order-status', orderStatus.options],
    ['order-step', orderStatus.options],
    ['order.waits', orderStatus.options],
    ['reason', candidate.shape.reasons.element.shape.code.options],
    ['purchase.waits', purchaseOrder.shape.status.options],
    ['support.waits', supportStatus.options],
    ['support-step', supportStatus.options],
    ['parts-state', partsState.options],
    ['gate', partsState.options],
    ['reservation-status', reservation.shape.status.options],
    ['purchase-order-status', purchaseOrder.shape.status.options],
    ['question-status', question.shape.status.options],
    ['knowledge-decision', question.shape.knowledge.unwrap().shape.decision.options],
    ['matter-status', matter.shape.status.options],
    ['article-state', article.shape.state.options],
    ['support-status', supportStatus.options],
    ['message-state', message.shape.state.options],
    ['audience', message.shape.audience.options],
    ['dead-letter-kind', deadLetter.shape.kind.options],
    ['dead-letter-state', deadLetter.shape.state.options],
    ['confirmed', confirmation.shape.how.options],
    ['progress-step', progress.shape.steps.element.shape.step.options],
    ['step-state', progress.shape.steps.element.shape.state.options],
    ['detail', shownDetails],
    ['chosen', ['table-kind', 'table-category', 'person']],
  ])('exist for every %s of the contracts', (group, values) => {
    expect(values.filter((value) => !zh.has(`${group}.${value}`))).toEqual([]);
  });

  it('exist for every event a timeline can hold', () => {
    const heard = Object.values(topology.intake ?? {})
      .flat()
      .filter((type) => !/-registered|\.(?:article|question|matter)-/u.test(type));
    expect(heard.filter((type) => !zh.has(eventWord(type)))).toEqual([]);
  });

  it('exist for every step of what a department was asked', () => {
    const steps = request.shape.referral.unwrap().shape.state.options;
    const types = ['question', 'matter'].flatMap((what) => steps.map((step) => `intake.${what}-${step}.v1`));
    types.push('intake.question-reassigned.v1');
    expect(types.filter((type) => !zh.has(eventWord(type)))).toEqual([]);
  });
});
