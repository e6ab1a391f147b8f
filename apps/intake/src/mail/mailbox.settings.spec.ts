import { describe, expect, it } from '@jest/globals';
import { readMailSettings } from './mailbox.settings.js';

const faultsOf = (env: Record<string, string>): unknown => {
  try {
    return readMailSettings(env);
  } catch (failure) {
    return failure instanceof Error && 'faults' in failure ? failure.faults : failure;
  }
};

describe('the mailbox that is read', () => {
  it('is none unless one is told', () =>
    expect(readMailSettings({ IMAP_URL: '' })).toEqual({ mailbox: undefined, ownAddresses: [], trustedServers: [] }));
  it('is named by one address, with what is usual left out', () => {
    expect(readMailSettings({ IMAP_URL: 'imaps://service%40example.com:p%2Fw@mail.example.com' })).toEqual({
      mailbox: {
        ...{ host: 'mail.example.com', port: 993, secure: true, user: 'service@example.com', password: 'p/w' },
        ...{ folder: 'INBOX', address: 'service@example.com', pollMs: 60_000 },
      },
      ownAddresses: ['service@example.com'],
      trustedServers: [],
    });
    const told = {
      IMAP_URL: 'imap://u:p@127.0.0.1:1143/%E6%9C%8D%E5%8A%A1',
      MAIL_ADDRESS: 'Service@Example.com',
      IMAP_POLL_SECONDS: '0.5',
      OWN_MAIL_ADDRESSES: 'alarm@example.com, noreply@example.com',
      TRUSTED_MAIL_SERVERS: 'MX1.example.com, mx2.example.com,',
    };
    expect(readMailSettings(told)).toMatchObject({
      mailbox: { port: 1143, secure: false, folder: '服务', address: 'service@example.com', pollMs: 500 },
      ownAddresses: ['service@example.com', 'alarm@example.com', 'noreply@example.com'],
      trustedServers: ['mx1.example.com', 'mx2.example.com'],
    });
  });
  it('is refused with everything that is wrong, and without its password', () => {
    const others = { IMAP_POLL_SECONDS: '-1', OWN_MAIL_ADDRESSES: 'x', TRUSTED_MAIL_SERVERS: 'a b' };
    const faults = faultsOf({ IMAP_URL: 'imaps://u:secret@h', ...others });
    expect(faults).toEqual([
      expect.stringContaining('OWN_MAIL_ADDRESSES'),
      expect.stringContaining('TRUSTED_MAIL_SERVERS'),
      expect.stringContaining('MAIL_ADDRESS'),
      expect.stringContaining('IMAP_POLL_SECONDS'),
    ]);
    expect(JSON.stringify(faultsOf({ IMAP_URL: 'http://u:secret@h' }))).not.toContain('secret');
  });
});
