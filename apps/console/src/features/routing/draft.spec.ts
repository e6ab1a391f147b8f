import { describe, expect, it } from '@jest/globals';
import type { RoutingLine } from '@pledge/contracts/http';
import { differing, onTop, withLine, withoutLine } from './draft.js';

const ofKind = (kind: RoutingLine['kind'], department: RoutingLine['department']): RoutingLine => ({
  ...{ kind, category: null, department },
});
const networks: RoutingLine = { kind: 'consultation', category: 'network', department: 'archives' };
const base = [ofKind('fault', 'dispatch'), ofKind('consultation', 'support'), ofKind('how-to', 'support')];

describe('a draft of the routing table', () => {
  it('has one line for a kind and category, in the order of the vocabularies', () => {
    const more = withLine(base, networks);
    expect(more).toEqual([base[0], base[1], networks, base[2]]);
    expect(withLine(more, { ...networks, department: 'parts' })[2]?.department).toBe('parts');
    expect(withoutLine(more, networks)).toEqual(base);
  });
  it('says where it differs', () => {
    expect(differing(base, withLine(base, networks))).toEqual([networks]);
    expect(differing(base, base.toReversed())).toEqual([]);
  });
});

describe('what I changed, on top of what somebody saved meanwhile', () => {
  const mine = withLine(base, networks);
  it('keeps both where each touched another line', () => {
    const theirs = withLine(base, ofKind('how-to', 'archives'));
    expect(onTop(base, mine, theirs)).toEqual({ lines: withLine(theirs, networks), both: [] });
  });
  it('names the lines that both touched, and leaves mine standing', () => {
    const theirs = withLine(base, { ...networks, department: 'parts' });
    expect(onTop(base, mine, theirs)).toEqual({ lines: mine, both: [networks] });
  });
  it('names none where both came to the same', () =>
    expect(onTop(base, mine, withLine(base, networks))).toEqual({ lines: mine, both: [] }));
  it('takes away again what I took away', () =>
    expect(onTop(mine, base, withLine(mine, ofKind('how-to', 'archives'))).lines).toEqual(
      withLine(base, ofKind('how-to', 'archives')),
    ));
});
