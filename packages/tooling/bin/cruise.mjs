/** One run of dependency-cruiser over a house, and what it finds of the rooms. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import './source.mjs';

const { ringsOfRooms } = await import('../src/rooms.ts');
const root = resolve(import.meta.dirname, '../../..');

/**
 * @param {string} house the folder that `apps` and `packages` lie in
 * @param {Readonly<Record<string, readonly string[]>>} known arrows between rooms that are let be
 * @returns the result as dependency-cruiser has it, and the violations of `rooms-make-no-ring`
 */
export function cruise(house, known) {
  const config = resolve(root, 'packages/tooling/arrows.cjs');
  const command = resolve(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [command, '--config', config, '--output-type', 'json', 'apps', 'packages'],
    { cwd: house, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (stdout === '') throw new Error(`dependency-cruiser did not run: ${stderr}`);
  const result = JSON.parse(stdout);
  const services = readdirSync(join(house, 'apps')).filter(
    (app) => !existsSync(join(house, 'apps', app, 'index.html')),
  );
  return { result, rings: ringsOfRooms(result.modules, services, known) };
}
