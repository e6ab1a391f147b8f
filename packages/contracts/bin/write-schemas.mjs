#!/usr/bin/env node
/**
 * `npm run contracts:write`: writes the JSON Schema of every event and route to `packages/contracts/schemas`, for the contracts' test to
 * compare. It refuses to write over a breaking change. Where one is meant, and nobody was given the contract yet, delete the committed
 * file first: that it was deleted and written anew shows in the review. Once others have it, an event gets a new version instead.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import '../../tooling/bin/source.mjs';

const events = await import('@pledge/contracts/events');
const http = await import('@pledge/contracts/http');
const { brokenContracts, describeContracts } = await import('../src/schema/contracts.ts');
const { printed } = await import('../src/schema/printed.ts');

const folder = resolve(import.meta.dirname, '../schemas');
const now = describeContracts([...Object.values(events), ...Object.values(http)]);
const kept = new Map(
  (existsSync(folder) ? globSync(`${folder}/**/*.json`) : [])
    .sort()
    .map((path) => [relative(folder, path), JSON.parse(readFileSync(path, 'utf8'))]),
);

const broken = brokenContracts(kept, now);
if (broken.length > 0) {
  console.error(`nothing was written, as this breaks who knows the contract as it is:\n${broken.join('\n')}`);
  console.error('Where that is meant, delete the file in packages/contracts/schemas first; see docs/decisions/0024.');
  process.exit(1);
}
for (const [file, described] of now) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${printed(described)}\n`);
}
console.log(`${now.size} contracts`);
