import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const folder = 'docs/decisions';
const records = readdirSync(folder).filter((name) => /^\d{4}-.*\.md$/u.test(name));
const section = (record: string, title: string) =>
  new RegExp(String.raw`\*\*${title}\*\*([\s\S]*?)(?=\n\*\*|$)`, 'u').exec(
    readFileSync(`${folder}/${record}`, 'utf8'),
  )?.[1] ?? '';

describe('decision records', () => {
  it('are there, numbered without a gap', () =>
    expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, index) => index + 1)));

  it.each(records)('%s has all its parts', (record) => {
    for (const title of ['Context.', 'Decision.', 'Consequences.', 'Enforced by.', 'What would change our mind.']) {
      expect([title, section(record, title).trim().length > 0]).toEqual([title, true]);
    }
  });

  it.each(records)('%s is enforced by what exists', (record) => {
    const named = [...section(record, 'Enforced by.').matchAll(/`([^`]+)`/gu)].map(([, name]) => name ?? '');
    const arrows = readFileSync('packages/tooling/arrows.cjs', 'utf8');
    const missing = named.filter((name) =>
      name.includes('/') || name.includes('.') ? !existsSync(name) : !arrows.includes(`'${name}'`),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});
