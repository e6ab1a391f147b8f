import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { services, type Service } from '@pledge/contracts';
import { newNkey } from '@pledge/messaging/permissions';

/** The paths of one service's secrets, and the values that go into addresses. */
export interface ServiceSecrets {
  readonly migratePassword: string;
  readonly runPassword: string;
  readonly nkeySeedFile: string;
  readonly nkey: string;
}

export interface Secrets {
  readonly superuserPassword: string;
  readonly services: Readonly<Record<Service, ServiceSecrets>>;
  readonly provision: { readonly nkeySeedFile: string; readonly nkey: string };
  readonly identityPrivateKeyFile: string;
  readonly identityPublicKeyFile: string;
  /** Signs what telephone systems and mail gateways send (Standard Webhooks). */
  readonly inboundWebhookSecret: string;
}

/** Reads the secrets below `folder`, and makes those that are not there yet: each a file of its own, for its owner alone. */
export function makeSecrets(folder: string): Secrets {
  makeFolder(folder);
  const identity = join(folder, 'gateway', 'identity-private.jwk');
  kept(identity, newIdentity);
  const identityPublicKeyFile = join(folder, 'identity-public.jwk');
  // Always written from the private half, so that the two cannot differ.
  replace(identityPublicKeyFile, publicHalf(readFileSync(identity, 'utf8')));
  const made = services.map((service) => [service, ofService(join(folder, service))] as const);
  return {
    superuserPassword: kept(join(folder, 'postgres', 'superuser-password'), newPassword),
    services: Object.fromEntries(made) as Record<Service, ServiceSecrets>,
    provision: nkeyBelow(join(folder, 'provision')),
    identityPrivateKeyFile: identity,
    identityPublicKeyFile,
    inboundWebhookSecret: kept(join(folder, 'intake', 'inbound-webhook-secret'), newWebhookSecret),
  };
}

function ofService(folder: string): ServiceSecrets {
  return {
    migratePassword: kept(join(folder, 'database-migrate-password'), newPassword),
    runPassword: kept(join(folder, 'database-run-password'), newPassword),
    ...nkeyBelow(folder),
  };
}

function nkeyBelow(folder: string): { readonly nkeySeedFile: string; readonly nkey: string } {
  const nkeySeedFile = join(folder, 'nkey-seed');
  const nkeyFile = join(folder, 'nkey-public');
  if (!existsSync(nkeySeedFile) || !existsSync(nkeyFile)) {
    const { seed, nkey } = newNkey();
    // The public half first: a seed without it would be kept for ever without anybody knowing its name.
    replace(nkeyFile, nkey);
    replace(nkeySeedFile, seed);
  }
  return { nkeySeedFile, nkey: readFileSync(nkeyFile, 'utf8') };
}

const newPassword = (): string => randomBytes(24).toString('base64url');

const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

function newIdentity(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'EdDSA', use: 'sig' });
}

function publicHalf(privateKey: string): string {
  const { d: _, ...half } = JSON.parse(privateKey) as Record<string, string>;
  return JSON.stringify(half);
}

/** What the file says; made first where there is none. Of two makers at once the first one's stays. */
function kept(path: string, make: () => string): string {
  if (!existsSync(path)) {
    const draft = drafted(path, make());
    try {
      linkSync(draft, path);
    } catch (failure) {
      if (!existsSync(path)) throw failure;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(path, 'utf8');
}

function replace(path: string, text: string): void {
  makeFolder(dirname(path));
  writeFileSync(path, text, { mode: 0o600 });
  chmodSync(path, 0o600);
}

function drafted(path: string, text: string): string {
  const draft = `${path}.${process.pid}`;
  replace(draft, text);
  return draft;
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}
