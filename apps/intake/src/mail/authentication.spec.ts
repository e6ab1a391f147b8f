import { describe, expect, it } from '@jest/globals';
import { isForged } from './authentication.js';
import { mailOf } from './rules.testbed.js';
import { suspicionOf } from './suspicion.js';
import { threadOf } from './thread.js';

const trusted = ['mx.example.com'];
const told = (...values: string[]) => ({ headers: values.map((value) => ({ key: 'authentication-results', value })) });

describe('what our mail server found about the sender', () => {
  it.each([
    ['mx.example.com; dmarc=fail (p=none) header.from=hospital.example', true],
    ['MX.Example.com 1; spf=pass smtp.mailfrom=evil.example; dkim=pass; dmarc=fail', true],
    ['mx.example.com; spf=softfail; dkim=none', true],
    ['mx.example.com; spf=none; dkim=fail (bad; signature (again))', true],
    ['mx.example.com; dkim/1 = permerror', true],
    ['mx.example.com; dmarc=pass; spf=fail; dkim=pass', false],
    ['mx.example.com; spf=fail (forwarded); dkim=pass', false],
    ['mx.example.com; spf=temperror; dkim=none', false],
    ['mx.example.com; none', false],
    ['mx.example.com', false],
    ['', false],
    ['(mx.example.com; dmarc=fail', false],
    ['elsewhere.example; dmarc=fail', false],
    ['mx.example.com.evil.example; dmarc=fail', false],
  ])('%s is a forged sender: %s', (value, forged) => expect(isForged(told(value), trusted)).toBe(forged));
  it('is what stands topmost: what the sender wrote there lies below', () => {
    const [failed, passed] = ['mx.example.com; dmarc=fail', 'mx.example.com; dmarc=pass'];
    expect(isForged(told(failed, passed), trusted)).toBe(true);
    expect(isForged(told('elsewhere.example; dmarc=fail', passed, failed), trusted)).toBe(false);
  });
  it('is believed of nobody where nobody is trusted', () =>
    expect(isForged(told('mx.example.com; dmarc=fail'), [])).toBe(false));
});

describe('a mail with a forged sender', () => {
  it('is joined to nothing, and waits with the suspicion', () => {
    const mail = mailOf({}, { 'authentication-results': 'mx.example.com; dmarc=fail' });
    const suspicion = suspicionOf(mail, { ownAddresses: [], othersWithinHour: 0, trustedServers: trusted });
    expect(suspicion).toBe('forged-sender');
    const candidate = { requestId: 'r', number: 'FR-1', joinedTo: null, open: true, knowsSender: true };
    expect(threadOf({ requestIds: ['r'], numbers: [] }, [candidate], suspicion)).toEqual({
      repliesTo: { id: 'r', number: 'FR-1' },
      joins: false,
    });
  });
});
