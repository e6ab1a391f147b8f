import { describe, expect, it } from '@jest/globals';
import { category as categories, requestKind } from '@pledge/contracts';
import type { RoutingLine } from '@pledge/contracts/http';
import { askedDepartment } from '@pledge/contracts/http';
import { specFor, walkRules } from '@pledge/testing/rules';
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

  it('on no walk leaves a request without a department, or a fault with another than dispatch', () => {
    const line: fc.Arbitrary<RoutingLine> = fc.record({
      kind: fc.constantFrom(...requestKind.options),
      category: fc.constantFrom(null, ...categories.options),
      department: fc.constantFrom(...askedDepartment.options),
    });
    const table = fc.oneof(
      fc.array(line, { maxLength: 12 }),
      fc
        .array(line, { maxLength: 3 })
        .map((more) => [...firstLines, ...more.map((one) => ({ ...one, kind: 'how-to' as const }))]),
    );
    walkRules(
      routingTable,
      table.map((lines) => change(lines)),
      ({ after: { lines } }) => {
        if (lines.length === 0) return;
        const places = requestKind.options.flatMap((kind) =>
          [null, ...categories.options].map((category) => ({ kind, category })),
        );
        const sent = places.map((place) => ({ ...place, to: lineFor(lines, place).department }));
        expect(sent.filter(({ kind, to }) => kind === 'fault' && to !== 'dispatch')).toEqual([]);
        expect(differencesBetween(lines, lines)).toEqual([]);
      },
      { walks: 1000, maxSteps: 6 },
    );
  });
});
