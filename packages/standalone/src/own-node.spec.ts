import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

// A launcher runs on Node 20, and so is no TypeScript.
const launcher: string = pathToFileURL(resolve(import.meta.dirname, '../bin/own-node.mjs')).href;
const { ownNode } = (await import(launcher)) as { ownNode: (root: string) => string };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pledge-own-node-'));
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const brought = () => {
  const folder = join(root, `node_modules/node-${process.platform}-${process.arch}/bin`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'node'), 'Node as npm brings it');
};

describe('the Node that npm brings', () => {
  it('is where scripts look for programs, also where npm has left the link out', () => {
    brought();
    expect(readFileSync(ownNode(root), 'utf8')).toBe('Node as npm brings it');
    expect(ownNode(root)).toBe(join(root, 'node_modules/.bin/node'));
  });
  it('is left as npm has linked it', () => {
    brought();
    writeFileSync(join(root, 'node_modules/.bin/node'), 'linked by npm');
    expect(readFileSync(ownNode(root), 'utf8')).toBe('linked by npm');
  });
  it('is not made up where npm brings none', () => {
    expect(() => readFileSync(ownNode(root))).toThrow('ENOENT');
  });
});
