import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RouteContract } from '@pledge/contracts';
import * as routes from '@pledge/contracts/http';
import { filtersOf, optionKeys, wordsOfCommand } from '@pledge/ui/fields';

const source = join(import.meta.dirname, '..');
type Words = { readonly [name: string]: string | readonly string[] | Words };

function has(words: Words, key: string): boolean {
  let found: Words[string] | undefined = words;
  for (const name of key.split('.')) {
    if (typeof found !== 'object' || Array.isArray(found)) return false;
    found = (found as Words)[name];
  }
  return typeof found === 'string' && found !== '';
}

const read = (folder: string, language: string) =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Words;
const languages = ['zh', 'en'].map((language) => ({
  language,
  words: {
    ...read(join(source, '../../../packages/ui/src/messages'), language),
    ...read(join(source, 'i18n'), language),
  },
}));

/** Of each set of keys one must exist in both languages; gives those of which none does. */
const missing = (sets: readonly (readonly string[])[]) =>
  languages.flatMap(({ language, words }) =>
    sets.filter((keys) => !keys.some((key) => has(words, key))).map((keys) => `${language}: ${keys.join(' or ')}`),
  );

const texts = readdirSync(join(source, 'features'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(join(source, 'features', name), 'utf8'));
const found = (pattern: RegExp) => texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match.slice(1)));

const routeNamed = (name: string): RouteContract => {
  const route = (routes as unknown as Readonly<Record<string, RouteContract | undefined>>)[name];
  if (!route) throw new Error(`no route ${name}`);
  return route;
};
const steps = found(/\bof\(\s*(\w+)\b/gu).map(([name = '']) => routeNamed(name));

describe('the words of records', () => {
  it('exist for every command that a screen offers: what it is called, its fields, their options', () => {
    expect(steps.length).toBeGreaterThanOrEqual(9);
    expect(missing(steps.flatMap((route) => wordsOfCommand(route)))).toEqual([]);
  });

  it('exist where a command is called otherwise in another state', () => {
    const others = found(/\bwords: [^\n]*\? '(\w+)' : '(\w+)'/gu).flat();
    expect(others).toContain('reassignOrder');
    expect(missing(others.flatMap((name) => [[`command.${name}.do`], [`command.${name}.done`]]))).toEqual([]);
  });

  it('exist for what is asked before a command that cannot be undone, and for several at once', () => {
    const asked = found(/\bof\(\s*(\w+), \{[^}]*confirm: true/gu);
    const several = found(/\n {6}route: (\w+),/gu).map(([name = '']) => [`command.${name}.do`]);
    expect([asked.length, several.length]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(missing([...asked.map(([name = '']) => [`command.${name}.sure`]), ...several])).toEqual([]);
  });

  it('exist for every list: its title, what it says while it is empty, its columns, its views and its filters', () => {
    const lists = found(/listPage(?:<[^(]*>)?\(\{\s*route: (\w+),\s*word: '([\w-]+)',/gu);
    expect(lists.length).toBeGreaterThanOrEqual(8);
    const frames = lists.flatMap(([, word = '']) =>
      ['title', 'empty', 'empty-hint'].map((part) => [`${word}.${part}`]),
    );
    const columns = found(/\{\s*key: '(\w+)',\s*share:/gu).map(([key = '']) => [`field.${key}`]);
    const views = found(/\{ word: '([\w.-]+)', query:/gu);
    expect(missing([...frames, ...columns, ...views])).toEqual([]);
  });

  it('exist for every choice by which a list is filtered', () => {
    const shown = texts.flatMap((text) => {
      const [, name] = /listPage(?:<[^(]*>)?\(\{\s*route: (\w+)/u.exec(text) ?? [];
      const [, names = ''] = /\n {2}filters: \[([^\]]*)\]/u.exec(text) ?? [];
      const [, words = ''] = /\n {2}filterWords: \{([^}]*)\}/u.exec(text) ?? [];
      if (name === undefined) return [];
      return filtersOf(routeNamed(name)).flatMap((field) => {
        if (!names.includes(`'${field.name}'`) || field.kind.type !== 'choice') return [];
        const own = new RegExp(`${field.name}: '([\\w-]+)'`, 'u').exec(words)?.[1] ?? field.words;
        return [[`field.${field.name}`], ...optionKeys({ kind: field.kind, words: own }).map((key) => [key])];
      });
    });
    expect(missing(shown)).toEqual([]);
  });

  it('exist for every fact of a record', () => {
    const groups = texts.flatMap((text) =>
      [...text.matchAll(/<Facts\s+groups=\{\[([\s\S]*?)\]\}\s*\/>/gu)].map(([, body = '']) => body),
    );
    expect(groups.length).toBeGreaterThan(0);
    const headings = groups.flatMap((body) =>
      [...body.matchAll(/\[\s*'([\w.-]+)',\s*\{/gu)].map(([, word = '']) => [word]),
    );
    const names = groups.flatMap((body) =>
      [...body.matchAll(/^ {8,14}(\w+)(?:: |,$)/gmu)].map(([, name = '']) => [`field.${name}`]),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(missing([...headings, ...names])).toEqual([]);
  });
});
