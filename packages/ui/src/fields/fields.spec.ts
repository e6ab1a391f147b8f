import { describe, expect, it } from '@jest/globals';
import {
  acceptOrder,
  arriveOnSite,
  assignOrder,
  closeOrder,
  departForSite,
  listOrders,
  listStock,
  receiveStock,
  recordMeasures,
  signOrder,
} from '@pledge/contracts/http';
import { z } from 'zod';
import { queryOf } from './address.js';
import { flawsOfIssues, flawsOfProblem } from './flaws.js';
import { labelKeys, wordsOfCommand } from './labels.js';
import { fieldOf, fieldsOf, filtersOf, opened } from './schema.js';

const kinds = (...[route, hidden]: Parameters<typeof fieldsOf>) =>
  Object.fromEntries(fieldsOf(route, hidden).map(({ name, kind, required }) => [name, [kind.type, required]]));

describe('the fields of a command', () => {
  it('are those of its body, each with its widget and whether it is required', () => {
    expect(kinds(assignOrder)).toEqual({
      engineerId: ['own', true],
      cause: ['area', true],
      nature: ['choice', true],
      category: ['choice', true],
      location: ['line', true],
      partsToCarry: ['own', false],
      toolsToCarry: ['tags', false],
    });
    expect(kinds(recordMeasures)).toMatchObject({ completedAt: ['instant', true], siteCleaned: ['flag', false] });
    expect(kinds(departForSite, ['occurredAt'])).toEqual({ expectedArrivalAt: ['instant', true] });
    expect(kinds(arriveOnSite, ['occurredAt'])).toEqual({ conduct: ['checklist', false] });
    expect(kinds(acceptOrder, ['occurredAt'])).toEqual({});
    expect(kinds(closeOrder)).toEqual({});
  });
  it('have the limits of their schema', () => {
    const [quantity, reference] = fieldsOf(receiveStock);
    expect(quantity?.kind).toEqual({ type: 'number', whole: true, min: 1, max: 10_000 });
    expect(reference?.kind).toEqual({ type: 'line', max: 100 });
    expect(fieldsOf(signOrder).map(({ kind }) => kind.type)).toEqual(['line', 'area']);
  });
  it('keep the meta of what a wrapper wraps', () => {
    const field = z.enum(['a']).meta({ words: 'letters' }).optional();
    expect(opened(field).meta.words).toBe('letters');
    expect(fieldOf('which', field)).toMatchObject({ words: 'letters', required: false });
    expect(fieldOf('which', z.enum(['a']))).toMatchObject({ words: 'which', required: true });
  });
});

describe('the filters of a list', () => {
  it('are what its query takes, without the turning of pages', () => {
    expect(filtersOf(listOrders).map(({ name, kind }) => [name, kind.type])).toEqual([
      ['requestId', 'own'],
      ['status', 'choice'],
      ['engineerId', 'own'],
      ['open', 'flag'],
      ['q', 'line'],
    ]);
  });
  it('are taken from the address only where the query takes them', () => {
    const address = new URLSearchParams('status=gone&open=true&q=DO&limit=7&view=all&engineerId=me');
    expect(queryOf(listOrders, address)).toEqual({ open: 'true', q: 'DO' });
    expect(queryOf(listStock, new URLSearchParams('status=open'))).toEqual({});
  });
});

describe('what is wrong with a form', () => {
  const flaws = (schema: z.ZodType, values: Readonly<Record<string, unknown>>) => {
    const { error } = schema.safeParse(values);
    return flawsOfIssues(error?.issues ?? [], values);
  };
  it('is said at its field, what is empty as missing and the rest with the limits of the schema', () => {
    expect(flaws(assignOrder.body, { cause: ' ', nature: 'line', location: 'x'.repeat(301) })).toEqual([
      { field: 'engineerId', words: ['form.required'] },
      { field: 'cause', words: ['form.required'] },
      { field: 'category', words: ['form.required'] },
      { field: 'location', words: ['form.too-long'], values: { max: 300 } },
    ]);
    expect(flaws(receiveStock.body, { quantity: 10_001, reference: 'a' })).toEqual([
      { field: 'quantity', words: ['form.too-large'], values: { max: 10_000 } },
    ]);
  });
  it('is said by the code of a check of its own', () => {
    const twice = z.object({ parts: z.array(z.string()).refine(() => false, { params: { code: 'each-part-once' } }) });
    expect(flaws(twice, { parts: ['a'] })).toEqual([
      { field: 'parts', words: ['flaw.each-part-once', 'form.invalid'] },
    ]);
  });
  it('goes to the field that has a label, where the server names what is inside of it', () => {
    expect(flawsOfProblem([{ pointer: '/partsToCarry/0/quantity', detail: 'too many' }])).toEqual([
      { field: 'partsToCarry', said: 'too many' },
    ]);
  });
});

describe('the words of a command', () => {
  it('are looked up at the command first, then where all share them', () => {
    expect(labelKeys('signOrder', 'signedBy')).toEqual(['command.signOrder.fields.signedBy', 'field.signedBy']);
    expect(wordsOfCommand(closeOrder)).toEqual([
      ['command.closeOrder.title', 'command.closeOrder.do'],
      ['command.closeOrder.do'],
      ['command.closeOrder.done'],
    ]);
    expect(wordsOfCommand(assignOrder).flat()).toEqual(
      expect.arrayContaining(['nature.line', 'category.network', 'field.cause']),
    );
  });
});
