import { describe, expect, it } from '@jest/globals';
import { replay, type Decider } from './decider.js';
import { Refusal } from './refusal.js';

type Command = { readonly do: 'deposit' | 'withdraw'; readonly amount: number };
type Event = { readonly type: 'deposited' | 'withdrawn'; readonly amount: number; readonly at: string };

const account: Decider<Command, number, Event> = {
  initial: 0,
  decide(command, balance, at) {
    if (command.amount === 0) return [];
    if (command.do === 'deposit') return [{ type: 'deposited', amount: command.amount, at }];
    if (command.amount > balance) throw new Refusal('too-little', { balance }, '/amount');
    return [{ type: 'withdrawn', amount: command.amount, at }];
  },
  evolve: (balance, event) => (event.type === 'deposited' ? balance + event.amount : balance - event.amount),
};

const deposited = (amount: number): Event => ({ type: 'deposited', amount, at: '2026-11-22T08:00:00Z' });
const withdrawn = (amount: number): Event => ({ type: 'withdrawn', amount, at: '2026-11-22T09:00:00Z' });

describe('replay', () => {
  it('starts where nothing has happened', () => {
    expect(replay(account, [])).toBe(0);
  });

  it('applies the events in the order they happened', () => {
    const log: Decider<never, readonly string[], string> = {
      initial: [],
      decide: () => [],
      evolve: (state, event) => [...state, event],
    };
    expect(replay(log, ['first', 'second', 'third'])).toEqual(['first', 'second', 'third']);
  });

  it('goes on from a kept state, so that half and half make the whole', () => {
    const events = [deposited(70), withdrawn(20), deposited(5)];
    for (const cut of events.keys()) {
      expect(replay(account, events.slice(cut), replay(account, events.slice(0, cut)))).toBe(55);
    }
  });
});

describe('a decider', () => {
  it('says what a command causes, with the moment it was given', () => {
    expect(account.decide({ do: 'deposit', amount: 3 }, 0, '2026-11-22T10:00:00Z')).toEqual([
      { type: 'deposited', amount: 3, at: '2026-11-22T10:00:00Z' },
    ]);
  });

  it('says nothing where there is nothing to say', () => {
    expect(account.decide({ do: 'withdraw', amount: 0 }, 0, '2026-11-22T10:00:00Z')).toEqual([]);
  });

  it('refuses with a code, the facts and the field at fault', () => {
    const refused = (): unknown => account.decide({ do: 'withdraw', amount: 9 }, 5, '2026-11-22T10:00:00Z');
    expect(refused).toThrow(Refusal);
    expect(refused).toThrow(
      expect.objectContaining({ name: 'Refusal', code: 'too-little', facts: { balance: 5 }, pointer: '/amount' }),
    );
  });
});

describe('Refusal', () => {
  it('is an error whose message is its code', () => {
    const refusal = new Refusal('visit-not-started');
    expect(refusal).toBeInstanceOf(Error);
    expect(String(refusal)).toBe('Refusal: visit-not-started');
  });

  it('carries no events and no pointer unless it is given them', () => {
    const refusal = new Refusal('visit-not-started');
    expect(refusal.facts).toEqual({});
    expect(refusal.pointer).toBeUndefined();
  });
});
