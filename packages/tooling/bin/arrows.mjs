#!/usr/bin/env node
/** `npm run arrows`: who may import whom, by `arrows.cjs`, and that the rooms of a service form no ring but those of `rings.json`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format } from 'dependency-cruiser';
import { cruise } from './cruise.mjs';

const known = JSON.parse(readFileSync(new URL('../rings.json', import.meta.url), 'utf8'));
const { result, rings } = cruise(resolve(import.meta.dirname, '../../..'), known);
const { output, exitCode } = await format(result, { outputType: 'err' });
console.log(output.trim());
for (const { from, to, rule, why } of rings) console.error(`error ${rule.name}: ${from} → ${to}\n      ${why}`);
process.exit(exitCode > 0 || rings.length > 0 ? 1 : 0);
