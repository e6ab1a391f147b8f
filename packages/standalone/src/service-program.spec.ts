import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd } from './service-program.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'program-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function failureOf(text: string): Promise<string> {
  const [main, log] = [join(folder, 'main.mjs'), join(folder, 'logs', 'main.log')];
  writeFileSync(main, text);
  try {
    await runToEnd({ main, env: {}, log });
    return 'none';
  } catch (failure) {
    return String(failure).replaceAll(folder, '').replace('Error: ', '');
  }
}

it('a program that fails is told with the failure of its last line', async () => {
  const said = { level: 'fatal', err: { message: 'throw it away' } };
  expect(await failureOf(`console.log(${JSON.stringify(JSON.stringify(said))}); process.exit(1);`)).toBe(
    '/main.mjs failed: throw it away; its messages are in /logs/main.log',
  );
});

it('a program that fails without a word, too', async () =>
  expect(await failureOf('process.exit(1);')).toBe('/main.mjs failed; its messages are in /logs/main.log'));

it('a program that ends well does not fail', async () => expect(await failureOf('')).toBe('none'));
