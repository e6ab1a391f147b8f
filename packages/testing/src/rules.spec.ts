import { describe, expect, it } from '@jest/globals';
import { Refusal, type Decider } from '@pledge/kernel';
import fc from 'fast-check';
import { specFor, checkInvariants } from './rules.js';

type Command = { readonly type: 'put' | 'take'; readonly count: number };
type Event = { readonly type: 'put' | 'taken'; readonly count: number; readonly at: string };

const shelf: Decider<Command, number, Event> = {
  initial: 0,
  decide({ type, count }, held, at) {
    if (count === 0) return [];
    if (type === 'put') return [{ type: 'put', count, at }];
    if (count > held) throw new Refusal('too-few');
    return [{ type: 'taken', count, at }];
  },
  evolve: (held, event) => (event.type === 'put' ? held + event.count : held - event.count),
};

const ten = '2030-05-06T10:00:00Z';
const put = { type: 'put', count: 2, at: ten } as const;
const commands = fc.record({ type: fc.constantFrom('put' as const, 'take' as const), count: fc.nat({ max: 5 }) });

describe('given, when, then', () => {
  const { given } = specFor(shelf);

  it('holds where the rule says so', () => {
    given(put).at(ten).when({ type: 'take', count: 2 }).then({ type: 'taken', count: 2, at: ten });
    given(put).at(ten).when({ type: 'take', count: 3 }).thenRefuses('too-few');
    given(put).at(ten).when({ type: 'take', count: 0 }).thenNothing();
  });

  it.each([
    ['another event', () => given().at(ten).when({ type: 'put', count: 1 }).then(put)],
    ['no event', () => given().at(ten).when({ type: 'put', count: 1 }).then()],
    ['silence', () => given().at(ten).when({ type: 'put', count: 1 }).thenNothing()],
    ['a refusal', () => given().at(ten).when({ type: 'put', count: 1 }).thenRefuses('too-few')],
    ['another refusal', () => given().at(ten).when({ type: 'take', count: 1 }).thenRefuses('too-many')],
  ])('fails where %s was expected', (_, expectation) => {
    expect(expectation).toThrow();
  });

  it('lets a fault through that is no refusal', () => {
    const broken = specFor({ ...shelf, decide: () => JSON.parse('{') as Event[] });
    expect(() => broken.given().at(ten).when({ type: 'put', count: 1 }).thenRefuses('too-few')).toThrow(SyntaxError);
  });
});

describe('walking the rules', () => {
  it('holds for rules that hold', () => {
    checkInvariants(shelf, commands, ({ after }) => after >= 0);
  });

  it('finds the sequence that breaks an invariant', () => {
    const careless = { ...shelf, decide: (command: Command, _: number, now: string) => shelf.decide(command, 99, now) };
    expect(() => checkInvariants(careless, commands, ({ after }) => after >= 0)).toThrow('the invariant does not hold');
  });

  it('names what does not hold', () => {
    const held = () => ({ 'more is held than nothing': false, 'a shelf is a shelf': true });
    expect(() => checkInvariants(shelf, commands, held)).toThrow(
      'error: more is held than nothing does not hold after',
    );
    expect(() => checkInvariants(shelf, commands, () => ({ 'a shelf is a shelf': true }))).not.toThrow();
  });

  it('finds a rule that changes the state it is given', () => {
    const list = {
      initial: [] as number[],
      decide: ({ count }: Command) => [{ type: 'put', count, at: ten } as const],
    };
    const evolve = (held: number[], { count }: Event) => (held.push(count), [...held]);
    expect(() => checkInvariants({ ...list, evolve }, commands, () => undefined)).toThrow('Property failed');
    const next = (held: number[], { count }: Event) => [...held, count];
    expect(() => checkInvariants({ ...list, evolve: next }, commands, () => undefined)).not.toThrow();
  });

  it('finds a state that is more than its events', () => {
    let seen = 0;
    const counting = {
      ...shelf,
      evolve: (held: number, event: Event) => shelf.evolve(held, event) + (seen++ > 9 ? 1 : 0),
    };
    expect(() => checkInvariants(counting, commands, () => undefined)).toThrow('Property failed');
  });

  it('finds a rule that answers with a fault', () => {
    const faulty = { ...shelf, decide: (): readonly Event[] => JSON.parse('{') as Event[] };
    expect(() => checkInvariants(faulty, commands, () => undefined)).toThrow('Property failed');
  });

  it('finds a rule that is not the same twice', () => {
    let asked = 0;
    const moody = { ...shelf, decide: (): readonly Event[] => [{ type: 'put', count: (asked += 1), at: ten }] };
    expect(() => checkInvariants(moody, commands, () => undefined)).toThrow('Property failed');
  });
});
