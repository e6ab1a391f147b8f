import { describe, expect, it } from '@jest/globals';
import { readSettings, WrongSettings } from './settings.js';

const right = {
  SERVICE: 'intake',
  PORT: '8101',
  DATABASE_URL: 'postgres://intake_run:q8Zr@127.0.0.1:5432/intake',
  NATS_URL: 'nats://127.0.0.1:4222',
  IDENTITY_PUBLIC_KEY: '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}',
};

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readSettings('intake', env);
  } catch (failure) {
    if (failure instanceof WrongSettings) return failure.faults;
    throw failure;
  }
  return [];
}

describe('the environment', () => {
  it('has defaults for what may be left out', () => {
    expect(readSettings('intake', right)).toMatchObject({
      host: '127.0.0.1',
      port: 8101,
      demo: false,
      timeZone: 'Asia/Shanghai',
      poolSize: 10,
      logLevel: 'info',
    });
  });

  it('has everything that is wrong told at once', () => {
    const faults = faultsOf({ PORT: 'many', DATABASE_URL: 'mysql://x', TIME_ZONE: 'Mars/Base', POOL_SIZE: '0' });
    for (const name of ['PORT', 'DATABASE_URL', 'NATS_URL', 'TIME_ZONE', 'POOL_SIZE']) {
      expect(faults.filter((fault) => fault.startsWith(`${name} `))).toHaveLength(1);
    }
    expect(faultsOf({})).toContain('DATABASE_URL is missing');
  });

  it('does not hold the password of who owns the tables', () => {
    const owner = { MIGRATION_DATABASE_URL: 'postgres://intake_migrate:t5Wm@127.0.0.1:5432/intake' };
    expect(faultsOf({ ...right, ...owner })).toEqual([expect.stringContaining('MIGRATION_DATABASE_URL')]);
  });

  it('names the days on which the company is closed', () => {
    const { closures } = readSettings('intake', {
      ...right,
      COMPANY_CLOSURES: '2026-12-31 年终盘点; 2027-05-04..2027-05-05 Company outing;',
    });
    expect(closures).toEqual([
      { from: '2026-12-31', to: '2026-12-31', name: '年终盘点' },
      { from: '2027-05-04', to: '2027-05-05', name: 'Company outing' },
    ]);
    expect(readSettings('intake', right).closures).toEqual([]);
  });

  it.each(['2026-12-31', '2026-02-30 年会', '2027-01-02..2027-01-01 年会', '31.12.2026 年会', '; x'])(
    'is refused with the closure %s',
    (told) => {
      expect(faultsOf({ ...right, COMPANY_CLOSURES: told })).toEqual([
        expect.stringMatching(/^COMPANY_CLOSURES must be days and a name each/u),
      ]);
    },
  );

  it('never repeats a password', () => {
    expect(faultsOf({ ...right, DATABASE_URL: 'http://intake:s3cr3t@db/intake' }).join()).not.toContain('s3cr3t');
  });

  it.each(['postgres', 'password', 'changeme'])('is refused with the default password %s', (password) => {
    const faults = faultsOf({ ...right, DATABASE_URL: `postgres://intake:${password}@db/intake` });
    expect(faults).toEqual(['DATABASE_URL uses a default password']);
  });

  it('is refused where it was meant for another service', () => {
    expect(faultsOf({ ...right, SERVICE: 'parts' })).toEqual(['SERVICE is "parts", but this program is intake']);
  });

  it('is refused with a key that is none, or a file that is not there', () => {
    expect(faultsOf({ ...right, IDENTITY_PUBLIC_KEY: 'rubbish' })).toEqual([
      'IDENTITY_PUBLIC_KEY is not an Ed25519 JWK',
    ]);
    const { IDENTITY_PUBLIC_KEY: _, ...keyless } = right;
    expect(faultsOf(keyless)).toEqual(['IDENTITY_PUBLIC_KEY is missing (or IDENTITY_PUBLIC_KEY_FILE)']);
    expect(faultsOf({ ...keyless, IDENTITY_PUBLIC_KEY_FILE: '/nowhere' })).toEqual([
      'IDENTITY_PUBLIC_KEY_FILE cannot be read (ENOENT)',
    ]);
    expect(faultsOf({ ...right, NATS_NKEY_SEED: 'rubbish' })).toEqual([
      'NATS_NKEY_SEED is not the nkey seed of a user (SU…)',
    ]);
  });
});
