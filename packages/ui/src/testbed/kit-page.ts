import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { MemoryServer } from './memory-server.js';

const origin = 'http://localhost';
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

/** The kit's test page, built once. */
export interface KitPage {
  /** Opens it in a context of its own, at an address of the page. */
  readonly open: (browser: Browser, server: MemoryServer, address: string, size?: keyof typeof sizes) => Promise<Page>;
  readonly clear: () => void;
}

/** Builds the page with Vite, in a process of its own. */
export function buildKitPage(): KitPage {
  const folder = mkdtempSync(join(tmpdir(), 'pledge-ui-'));
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'dist/node/index.js');
  const config = join(import.meta.dirname, 'vite.config.ts');
  const code = `const { build } = await import(${JSON.stringify(pathToFileURL(vite).href)});
    await build({ configFile: ${JSON.stringify(config)}, build: { outDir: ${JSON.stringify(folder)}, emptyOutDir: true } });`;
  const built = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const file = (path: string) => {
    const found = join(folder, path);
    return path !== '/' && existsSync(found) ? found : join(folder, 'index.html');
  };
  return {
    open: async (browser, server, address, size = 'wide') => {
      const context = await browser.newContext({ viewport: sizes[size], timezoneId: 'Asia/Shanghai' });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.route(`${origin}/**`, async (route) => {
        const found = file(new URL(route.request().url()).pathname);
        await route.fulfill({ body: readFileSync(found), contentType: types[extname(found)] ?? 'text/plain' });
      });
      await server.serve(page);
      await page.goto(origin + address);
      return page;
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
