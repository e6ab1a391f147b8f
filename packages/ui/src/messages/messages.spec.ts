import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

const source = join(import.meta.dirname, '..');
const keysOf = (language: string): ReadonlyMap<string, string> => {
  const words = JSON.parse(readFileSync(join(source, `messages/${language}.json`), 'utf8')) as Words;
  return new Map(
    Object.entries(words).flatMap(([group, all]) =>
      Object.entries(all).map(([name, text]) => [`${group}.${name}`, text] as const),
    ),
  );
};
const [zh, en] = [keysOf('zh'), keysOf('en')];
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith('.spec.ts') && !name.startsWith('testbed'))
  .map((name) => readFileSync(join(source, name), 'utf8'));

/** What the application around the kit must say: who it is. */
const ofTheApplication = ['product.title'];

describe('the words of the kit', () => {
  it('are the same set in both languages, with the same places for values', () => {
    const slots = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name).sort();
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    for (const [key, text] of zh) expect([key, slots(en.get(key))]).toEqual([key, slots(text)]);
  });
  it('exist for every key that a source file names', () => {
    const named = texts.flatMap((text) => [
      ...[...text.matchAll(/\bt\(\s*'([a-z][\w.-]*)'/gu)].map(([, key = '']) => key),
      ...[...text.matchAll(/\bt\([^'"`()]*\? '([\w.-]+)' : '([\w.-]+)'/gu)].flatMap(([, yes = '', no = '']) => [
        yes,
        no,
      ]),
      ...[...text.matchAll(/'((?:form|bulk-run)\.[\w-]+)'/gu)].map(([, key = '']) => key),
    ]);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((key) => !zh.has(key) && !ofTheApplication.includes(key))).toEqual([]);
  });
  it('exist for what is wrong with a field, whatever it is', () => {
    const flaws = ['too-long', 'too-many', 'too-large', 'too-short', 'too-few', 'too-small', 'format', 'invalid'];
    expect(flaws.filter((flaw) => !zh.has(`form.${flaw}`))).toEqual([]);
  });
  it('are Chinese in no source file', () => expect(texts.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]));
});
