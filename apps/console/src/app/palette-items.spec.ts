import { describe, expect, it } from '@jest/globals';
import type { CallerHit } from '@pledge/contracts/http';
import { matching, placeOf, recordsOf, stepped, takeableAt } from './palette-items.js';

const [a, b] = ['018f7a52-0000-7000-8000-00000000000a', '018f7a52-0000-7000-8000-00000000000b'];
const hit = (more: Partial<CallerHit>): CallerHit => ({
  type: 'equipment',
  id: a,
  customerId: b,
  siteId: null,
  equipmentId: a,
  title: '闸机 QZ-SG300',
  detail: 'QZS170519324',
  matched: 'serial',
  ...more,
});

describe('the palette', () => {
  const item = (title: string, detail = '') =>
    ({ key: title, group: 'pages', title, detail, leads: { to: '/' } }) as const;
  it('shows what holds every word that was typed, in any order', () => {
    const items = [item('New call', 'desk'), item('Roster')];
    expect(matching(items, 'DESK new')).toEqual([items[0]]);
    expect(matching(items, ' ')).toEqual(items);
    expect(matching(items, 'new roster')).toEqual([]);
  });
  it('leads to the page of a request, and begins a call about anything else', () => {
    expect(placeOf(hit({ type: 'request' }), true)).toBe(`/requests/${a}`);
    expect(placeOf(hit({}), true)).toBe(`/desk?call=new&customerId=${b}&equipmentId=${a}`);
  });
  it('leads who has no desk to the requests of it', () => {
    expect(placeOf(hit({ title: '闸机' }), false)).toBe(`/requests?q=${encodeURIComponent('闸机')}`);
  });
  it('shows each record once, and none without words', () => {
    const request = { id: a, number: 'FR-1', subject: null, description: '坏了\n很久', customerName: '酒店' };
    const from = { name: null, phone: '138', email: null };
    const found = {
      callers: [hit({ type: 'request', title: 'FR-1' })],
      requests: [request, { ...request, id: b }],
      envelopes: [
        { id: a, subject: null, text: '', from },
        { id: b, subject: null, text: '传真\n第二行', from },
      ],
    };
    expect(recordsOf(found, true).map(({ title, detail, key }) => [title, detail, key])).toEqual([
      ['FR-1', 'QZS170519324', `/requests/${a}`],
      ['FR-1 坏了', '酒店', `/requests/${b}`],
      ['传真', '138', `/envelopes/${b}`],
    ]);
  });
  it('knows what the page shows that can be taken', () => {
    expect(takeableAt(`/requests/${a}`)).toEqual({ type: 'request', id: a });
    expect(takeableAt(`/envelopes/${b}`)).toEqual({ type: 'envelope', id: b });
    expect(takeableAt('/requests')).toBeNull();
    expect(takeableAt(`/orders/${a}`)).toBeNull();
  });
  it('goes round at both ends', () => {
    expect([stepped(0, -1, 3), stepped(2, 1, 3), stepped(0, 1, 0)]).toEqual([2, 0, 0]);
  });
});
