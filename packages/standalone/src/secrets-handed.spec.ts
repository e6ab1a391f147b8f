import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { services } from '@pledge/contracts';
import { handOut } from './hand-out.js';
import { makeSecrets, type Secrets } from './secrets.js';
import { migrationEnvironment, serviceEnvironment } from './service-environment.js';

let folder: string;
let secrets: Secrets;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledge-secrets-'));
  secrets = makeSecrets(join(folder, 'secrets'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const owners = () => services.map((service) => secrets.services[service].migratePassword);
const holdsAnOwner = (text: string) => owners().some((password) => text.includes(password));

describe('the password of who owns a department’s tables', () => {
  it('is told to no running service, only to what migrates', () => {
    const ports = Object.fromEntries(services.map((service, index) => [service, 8_000 + index])) as never;
    const told = { secrets, databaseServer: 'postgres://127.0.0.1:5432/postgres', natsUrl: 'nats://127.0.0.1:4222' };
    for (const service of services) {
      const env = serviceEnvironment(service, { ...told, ownBus: true, ports, filesFolder: '/files', further: {} });
      expect([service, holdsAnOwner(JSON.stringify(env))]).toEqual([service, false]);
    }
    const env = JSON.stringify(migrationEnvironment(services, { ...told, further: {} }));
    expect(owners().filter((password) => !env.includes(password))).toEqual([]);
  });

  // Files are given to other users, which only root may do.
  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('is handed (tried as root only) to no running container, and to each that migrates its own alone', () => {
    const handed = join(folder, 'handed');
    handOut(secrets, { folder: handed, databaseServer: 'postgres://postgres:5432', storeDir: '/data', uid: 1000 });
    const containers = readdirSync(handed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => ({
        container: parentPath.slice(handed.length + 1),
        text: readFileSync(join(parentPath, name), 'utf8'),
      }));
    expect(containers.find(({ container }) => container === 'nats')?.text).toContain('sync_interval: always');
    const holders = containers.filter(({ text }) => holdsAnOwner(text));
    expect(holders.map(({ container }) => container).sort()).toEqual(services.map((name) => `${name}-migrate`).sort());
    for (const { container, text } of holders) {
      const own = secrets.services[container.replace('-migrate', '') as keyof Secrets['services']].migratePassword;
      expect(owners().filter((password) => text.includes(password))).toEqual([own]);
    }
  });
});
