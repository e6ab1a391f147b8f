import { describe, expect, it } from '@jest/globals';
import type { Conversation, ConversationEntry } from '@pledge/contracts/http';
import { saidSince, viaOf, viasOf, waysOf } from './saying.js';

const answer = { by: { personId: 'p', name: '林小雨' }, text: '在路上', respondedAt: '2026-11-22T10:00:00Z' };
const reachable = { name: '王敏', phone: '13800000001', email: 'w@hospital.example' };

describe('what may be said', () => {
  it('is a reply only after the first answer', () => {
    expect(waysOf({ status: 'received', answer: null })).not.toContain('reply');
    expect(waysOf({ status: 'responded', answer })[0]).toBe('reply');
  });
  it('is a note and nothing else once the request is closed', () => {
    expect(waysOf({ status: 'closed', answer })).toEqual(['note']);
  });
});

describe('the way an answer goes', () => {
  it.each([
    ['email', reachable, 'email'],
    ['email', { ...reachable, email: null }, 'phone'],
    ['hotline', reachable, 'phone'],
    ['fax', { ...reachable, phone: null }, 'email'],
    ['letter', { ...reachable, phone: null, email: null }, 'link'],
    ['qr', reachable, 'link'],
    ['on-site', reachable, 'on-site'],
  ] as const)('from %s is the one the user came by, where it reaches them', (channel, reportedBy, via) => {
    expect(viaOf({ channel, reportedBy })).toBe(via);
  });
  it('is not the mail where we have no address', () => {
    expect(viasOf({ reportedBy: { ...reachable, email: null } })).not.toContain('email');
    expect(viasOf({ reportedBy: reachable })).toContain('email');
  });
});

describe('what was said meanwhile', () => {
  const entry = (type: ConversationEntry['type'], id: string): ConversationEntry => ({
    ...{ id, type, requestId: 'r', at: '2026-11-22T10:00:00Z', direction: 'out', channel: null, via: null },
    ...{ by: '林小雨', text: id, attachments: [], envelopeId: null },
  });
  const at = (...entries: ConversationEntry[]): Conversation => ({
    ...{ requestId: 'r', entries, clarifications: [], callBacks: [], version: entries.length },
  });
  it('is what the earlier reading has not', () => {
    const seen = at(entry('report', 'a'), entry('clarification', 'q'));
    const now = at(entry('report', 'a'), entry('clarification', 'q'), entry('clarified', 'q'), entry('note', 'n'));
    expect(saidSince(seen, now).map(({ type }) => type)).toEqual(['clarified', 'note']);
    expect(saidSince(now, now)).toEqual([]);
  });
});
