import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { category as categories, requestKind } from '@pledge/contracts';
import type { RoutingLine } from '@pledge/contracts/http';
import { specFor, checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { RoutingChanged, RoutingCommand } from './routing.js';
import { differencesBetween, lineFor, routingTable } from './routing.js';
import { firstLines } from './routing.testbed.js';

const { given } = specFor(routingTable);
const ten = '2026-03-02T02:00:00.000Z';
const by = { personId: 'admin-1', name: '管理员' };
const change = (lines: readonly RoutingLine[], reason: string | null = null): RoutingCommand => ({
  ...{ type: 'change', lines, reason, by },
});
const changed = (lines: readonly RoutingLine[], reason: string | null = null): RoutingChanged => ({
  ...{ type: 'routing-changed', data: { lines, reason, by, at: ten } },
});
const networks: RoutingLine = { kind: 'consultation', category: 'network', department: 'archives' };
const withNetworks = [...firstLines.slice(0, 2), networks, ...firstLines.slice(2)];

describe('the routing table', () => {
  it('is replaced as a whole, by name and with the reason, its lines in the order of the vocabularies', () => {
    given(changed(firstLines))
      .at(ten)
      .when(change([networks, ...firstLines.toReversed()], '网络改由资料室答复'))
      .then(changed(withNetworks, '网络改由资料室答复'));
  });
  it('is not changed where nothing in it is, in whatever order it is told', () =>
    given(changed(firstLines)).at(ten).when(change(firstLines.toReversed())).thenNothing());
  it('knows every kind', () =>
    given()
      .at(ten)
      .when(change([...firstLines.slice(0, 7), { kind: 'upgrade', category: 'network', department: 'support' }]))
      .thenRefuses('routing-incomplete'));
  it('says one thing of each kind and category', () => {
    given()
      .at(ten)
      .when(change([...firstLines, { kind: 'status', category: null, department: 'support' }]))
      .thenRefuses('routing-twice');
    given()
      .at(ten)
      .when(change([...withNetworks, { ...networks, department: 'parts' }]))
      .thenRefuses('routing-twice');
  });
  it('sends every fault to dispatch, and every complaint and suggestion to supervision', () => {
    const plus = (line: RoutingLine) =>
      given()
        .at(ten)
        .when(change([...firstLines, line]));
    plus({ kind: 'fault', category: 'network', department: 'support' }).thenRefuses('fault-goes-to-dispatch');
    for (const kind of ['complaint', 'suggestion'] as const) {
      plus({ kind, category: 'network', department: 'support' }).thenRefuses('matter-goes-to-supervision');
    }
  });
  it('counts by the more exact line', () => {
    expect(lineFor(withNetworks, { kind: 'consultation', category: 'network' })).toEqual(networks);
    expect(lineFor(withNetworks, { kind: 'consultation', category: 'parking' })).toEqual(firstLines[1]);
    expect(lineFor(withNetworks, { kind: 'consultation', category: null })).toEqual(firstLines[1]);
    expect(lineFor(withNetworks, { kind: 'how-to', category: 'network' }).department).toBe('support');
  });
  it('says in which lines it differs from another', () => {
    const place = { kind: 'consultation', category: 'network' } as const;
    expect(differencesBetween(firstLines, withNetworks)).toEqual([{ ...place, before: null, after: 'archives' }]);
    expect(differencesBetween(withNetworks, firstLines)).toEqual([{ ...place, before: 'archives', after: null }]);
    const moved = withNetworks.map((line) => (line === networks ? { ...line, department: 'parts' as const } : line));
    expect(differencesBetween(withNetworks, moved)).toEqual([{ ...place, before: 'archives', after: 'parts' }]);
  });

  it('on no walk leaves a request without a department or with two, or a fault with another than dispatch', () => {
    const line: fc.Arbitrary<RoutingLine> = fc.record(
      {
        kind: fc.constantFrom(...requestKind.options),
        category: fc.constantFrom(null, 'network', 'parking', 'other' as const),
        department: fc.constantFrom('dispatch', 'supervision', 'support' as const),
      },
      { noNullPrototype: true },
    );
    const own = { fault: 'dispatch', complaint: 'supervision', suggestion: 'supervision' } as const;
    const lawful = (one: RoutingLine): RoutingLine =>
      one.kind in own ? { ...one, department: own[one.kind as keyof typeof own] } : one;
    const commands = fc
      .record({
        more: fc.array(line, { maxLength: 3 }),
        strict: fc.constantFrom(true, true, true, false),
        lacks: fc.constantFrom(0, 0, 0, 1),
        turned: fc.boolean(),
        reason: fc.constantFrom(null, '改由资料室答复'),
        who: fc.constantFrom(by, { personId: 'xie', name: '谢敏' }),
      })
      .map(({ more, strict, lacks, turned, reason, who }) => {
        const lines = [...firstLines.slice(lacks), ...(strict ? more.map(lawful) : more)];
        return { ...change(turned ? lines.toReversed() : lines, reason), by: who };
      });
    const placeOf = ({ kind, category }: Omit<RoutingLine, 'department'>) => `${kind} ${category ?? ''}`;
    const said = (lines: readonly RoutingLine[]) =>
      lines
        .map((one) => `${placeOf(one)} ${one.department}`)
        .sort()
        .join();
    const places = requestKind.options.flatMap((kind) =>
      [null, ...categories.options].map((category) => ({ kind, category })),
    );
    const inTurn = new Map(places.map((place, index) => [placeOf(place), index] as const));
    const reached = new Set<string>();
    checkInvariants(
      routingTable,
      commands,
      ({ before, command: { lines, reason, by: who }, now, refused, events, after }) => {
        reached.add(refused ?? (events.length > 0 ? 'changed' : 'unchanged'));
        if (events.length > 1) return false;
        const twice = new Set(lines.map(placeOf)).size < lines.length;
        const strays = lines.filter((one) => lawful(one).department !== one.department);
        const whole = requestKind.options.every((kind) => lines.some((one) => one.kind === kind && !one.category));
        const held = {
          'the table says what was asked, and nothing else': refused !== undefined || said(after.lines) === said(lines),
          'it is told of where something in it moves, and then alone':
            refused !== undefined || events.length === Number(said(before.lines) !== said(lines)),
          'nothing is left of what was refused': events.length > 0 || after === before,
          'it is by name, with the reason':
            events.length === 0 || isDeepStrictEqual(after, { lines: after.lines, by: who, reason, at: now }),
          'a refusal is for its reason':
            refused === undefined ||
            (refused === 'routing-twice' && twice) ||
            (refused === 'routing-incomplete' && !whole) ||
            (refused === 'fault-goes-to-dispatch' && strays.some(({ kind }) => kind === 'fault')) ||
            (refused === 'matter-goes-to-supervision' && strays.some(({ kind }) => kind !== 'fault')),
        };
        if (events.length === 0) return held;
        const turns = after.lines.map((one) => inTurn.get(placeOf(one)) ?? -1);
        return {
          ...held,
          'its lines are in the order of the vocabularies, each once': turns.every(
            (turn, index) => turn > (turns[index - 1] ?? -1),
          ),
          'every kind and category has its one department, and a fault, a complaint and a suggestion their own':
            places.every(({ kind, category }) => {
              const exact = after.lines.filter((one) => one.kind === kind && one.category === category);
              const any = after.lines.filter((one) => one.kind === kind && one.category === null);
              const sent = lineFor(after.lines, { kind, category });
              return (
                any.length === 1 &&
                exact.length <= 1 &&
                sent === (exact[0] ?? any[0]) &&
                lawful(sent).department === sent.department
              );
            }),
        };
      },
      { walks: 20_000, maxSteps: 5 },
    );
    for (const outcome of ['changed', 'unchanged', 'routing-twice', 'routing-incomplete'])
      expect(reached).toContain(outcome);
    for (const code of ['fault-goes-to-dispatch', 'matter-goes-to-supervision']) expect(reached).toContain(code);
  });
});
