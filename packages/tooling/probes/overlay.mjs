import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const doors = { '.': 'index', './events': 'events', './http': 'http' };

const manifest = (name) => ({
  name: `@pledge/${name}`,
  type: 'module',
  exports: Object.fromEntries(
    Object.entries(doors).map(([door, file]) => [door, { 'pledge-source': `./src/${file}.ts` }]),
  ),
});

/**
 * A small house of its own under `.pledge/`, with our rules and lint settings, where wrong files may be planted.
 * The real tree is never touched, and what a crash leaves is ignored by everything.
 */
export function overlay(root, files) {
  const house = join(root, '.pledge', `arrows-${process.pid}`);
  const put = (path, text) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  rmSync(house, { recursive: true, force: true });
  put('package.json', JSON.stringify({ private: true, type: 'module', workspaces: ['apps/*', 'packages/*'] }));
  for (const name of ['tsconfig.base.json', 'tsconfig.json']) cpSync(join(root, name), join(house, name));
  mkdirSync(join(house, 'node_modules/@pledge'), { recursive: true });
  for (const name of new Set(
    Object.keys(files)
      .filter((path) => path.startsWith('packages/'))
      .map((path) => path.split('/')[1]),
  )) {
    put(`packages/${name}/package.json`, JSON.stringify(manifest(name)));
    symlinkSync(join(house, 'packages', name), join(house, 'node_modules/@pledge', name));
  }
  for (const [path, text] of Object.entries(files)) put(path, text);
  return { house, clear: () => rmSync(house, { recursive: true, force: true }) };
}
