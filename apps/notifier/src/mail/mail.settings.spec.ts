import { describe, expect, it } from '@jest/globals';
import { readMailSettings } from './mail.settings.js';

const faultsOf = (env: Record<string, string>): unknown => {
  try {
    return readMailSettings(env);
  } catch (failure) {
    return failure instanceof Error && 'faults' in failure ? failure.faults : failure;
  }
};

describe('the settings for mail', () => {
  it('are none at all where nothing is told: messages are recorded', () =>
    expect(readMailSettings({})).toEqual({
      smtp: undefined,
      attempts: 8,
      firstRetryMs: 30_000,
      publicUrl: 'http://127.0.0.1:8080',
    }));
  it('take a server and a sender, with or without a name', () => {
    const url = 'smtps://user:secret@mail.example.com:465';
    for (const from of ['service@example.com', '售后服务部 <service@example.com>']) {
      expect(readMailSettings({ SMTP_URL: url, SMTP_FROM: from }).smtp).toEqual({ url, from });
    }
  });
  it('drop the slash at the end of the public address', () =>
    expect(readMailSettings({ PUBLIC_URL: 'https://service.example.com/' }).publicUrl).toBe(
      'https://service.example.com',
    ));
  it('say everything that is wrong, by name', () =>
    expect(faultsOf({ SMTP_URL: 'http://mail', SMTP_FROM: 'nobody', MAIL_ATTEMPTS: '0', PUBLIC_URL: 'x' })).toEqual([
      expect.stringContaining('SMTP_URL'),
      expect.stringContaining('SMTP_FROM'),
      expect.stringContaining('MAIL_ATTEMPTS'),
      expect.stringContaining('PUBLIC_URL'),
    ]));
  it('ask for a sender where there is a server', () =>
    expect(faultsOf({ SMTP_URL: 'smtp://mail.example.com' })).toEqual([
      expect.stringContaining('SMTP_FROM is missing'),
    ]));
});
