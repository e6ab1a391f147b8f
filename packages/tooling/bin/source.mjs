/** `node --import ./packages/tooling/bin/source.mjs file.ts` runs the workspace from its sources, as Jest does. */
import { readFileSync, existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { swcOptions } from '../jest/swc-options.mjs';

const ours = (url) => url.startsWith('file:') && !url.includes('/node_modules/');

registerHooks({
  resolve(specifier, context, next) {
    const fromSource = { ...context, conditions: [...context.conditions, 'pledge-source'] };
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL !== undefined && ours(context.parentURL)) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return next(source.href, fromSource);
    }
    return next(specifier, fromSource);
  },
  load(url, context, next) {
    if (!ours(url) || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...swcOptions, filename, sourceMaps: 'inline' });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
