import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const folder = 'docs/guides';
const block = /```(?:ts|tsx|sql)\n(?:\/\/|--) (\S+)\n([\s\S]*?)```/gu;

/** Every block of a guide: the file it is taken from, and its passages, between which something is left out. */
const blocks = readdirSync(folder).flatMap((guide) =>
  [...readFileSync(`${folder}/${guide}`, 'utf8').matchAll(block)].flatMap(([, file = '', text = '']) =>
    text.split('…\n').map((passage) => [guide, file, passage] as const),
  ),
);

// An excerpt stands further left than the file it is taken from, and is wrapped there as well.
const unindented = (text: string) => text.replace(/\s+/gu, ' ');

describe('the guides', () => {
  it('show code', () => expect(blocks.length).toBeGreaterThan(0));

  // The files themselves are compiled, linted and tested, and so is what a guide shows of them.
  it.each(blocks)('%s shows %s as it is', (_guide, file, passage) => {
    expect(unindented(readFileSync(file, 'utf8'))).toContain(unindented(passage).trim());
  });

  it('show no code without saying whose it is', () => {
    for (const guide of readdirSync(folder)) {
      const text = readFileSync(`${folder}/${guide}`, 'utf8');
      expect([...text.matchAll(/```(?:ts|tsx|sql)\n/gu)]).toHaveLength([...text.matchAll(block)].length);
    }
  });
});
