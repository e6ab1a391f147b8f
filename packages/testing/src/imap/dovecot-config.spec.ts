import { describe, expect, it } from '@jest/globals';
import { dovecotConfig, dovecotKind } from './dovecot-config.js';

const settings = {
  ...{ folder: '/box', maildir: '/box/mail', listen: '127.0.0.1', port: 1143, password: 'secret' },
  owner: { uid: 8, gid: 8 },
};

it.each([
  ['2.3.19.1 (9b53102964)', '2.3'],
  ['2.4.1-4 (7d8c0e5759)', '2.4'],
  ['3.0.0', '2.4'],
] as const)('%s has the settings of %s', (printed, kind) => expect(dovecotKind(printed)).toBe(kind));

describe('the settings of a Dovecot', () => {
  it('begin from 2.4 on with whose they are, and before it with none that is not known there', () => {
    expect(dovecotConfig('2.4', settings)).toMatch(/^dovecot_config_version = /u);
    expect(dovecotConfig('2.4', settings)).not.toMatch(/mail_location|disable_plaintext_auth|driver = static/u);
    expect(dovecotConfig('2.3', settings)).not.toMatch(
      /_version|mail_driver|mail_path|auth_allow_cleartext|fields|capability/u,
    );
  });
  it('name who runs it only where that is not root', () => {
    expect(dovecotConfig('2.3', settings)).not.toMatch(/default_internal_user|chroot/u);
    const runBy = { user: 'ada', group: 'staff' };
    expect(dovecotConfig('2.3', { ...settings, runBy })).toMatch(/default_internal_user = ada\n.*group = staff/u);
  });
});
