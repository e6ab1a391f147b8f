import { describe, expect, it } from '@jest/globals';
import { messagingMigrations, migrationsIn } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { schemaBlocks } from '@pledge/testing/schema';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Migrations } from './database.js';
import { serviceMigrations } from './database.js';

/** `npm run schema:write` writes what otherwise is compared. */
const writes = process.env.PLEDGE_SCHEMA === 'write';
const owned = readdirSync('apps').filter((app) => existsSync(`apps/${app}/src/migrations`));
const ownMigrations = (service: string): Migrations =>
  migrationsIn(service, pathToFileURL(`apps/${service}/src/migrations/`).href);

const messaging = freshDatabase({ migrations: messagingMigrations, per: 'file' });
const host = freshDatabase({ migrations: serviceMigrations([]), per: 'file' });

const blocksOf = (database: ReturnType<typeof freshDatabase>): Promise<readonly string[]> =>
  schemaBlocks((statement) => database().query(statement));

function compare(folder: string, blocks: readonly string[], besides: readonly string[], what: string): void {
  const path = `${folder}/schema.sql`;
  const own = blocks.filter((block) => !besides.includes(block));
  const text = `-- ${what} Written by \`npm run schema:write\`; nothing runs it.\n\n${own.join('\n\n')}\n`;
  if (writes) writeFileSync(path, text);
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (kept !== text)
    throw new Error(`${path} is not what the migrations make: \`npm run schema:write\` writes it anew`);
}

it('packages/messaging/schema.sql is what its migrations make', async () =>
  compare('packages/messaging', await blocksOf(messaging), [], 'What messaging keeps in the database of a service.'));

it('packages/service-host/schema.sql is what its migrations make', async () =>
  compare(
    'packages/service-host',
    await blocksOf(host),
    await blocksOf(messaging),
    'What every service keeps, besides packages/messaging/schema.sql.',
  ));

describe.each(owned)('the schema of %s', (service) => {
  const database = freshDatabase({ migrations: serviceMigrations(ownMigrations(service)), per: 'file' });

  it('is what its migrations make', async () => {
    const besides = 'besides the schema.sql of packages/messaging and packages/service-host';
    compare(`apps/${service}`, await blocksOf(database), await blocksOf(host), `What ${service} keeps, ${besides}.`);
    expect(existsSync(`apps/${service}/schema.sql`)).toBe(true);
  });
});
