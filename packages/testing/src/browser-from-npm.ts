import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const { resolve: placeOf } = createRequire(import.meta.url);
const library = '@sparticuz/chromium';

/** Whether the browser that npm brings runs on this kind of machine. */
export const npmHasBrowser = process.platform === 'linux' && process.arch === 'x64';

/** What a browser is started with besides what every browser is. */
export interface UnpackedBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Chromium as an npm package brings it, with its libraries and with fonts for both languages; unpacked once a version. */
export async function browserFromNpm(): Promise<UnpackedBrowser> {
  const shelf = resolve(import.meta.dirname, '../../../.pledge/browser');
  const folder = join(shelf, await versionOf(library));
  if (!existsSync(folder)) {
    await mkdir(shelf, { recursive: true });
    await unpack(folder);
  }
  const fonts = join(folder, 'fonts.conf');
  const draft = `${fonts}.${String(process.pid)}`;
  await writeFile(draft, fontsOf(folder));
  await rename(draft, fonts);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: fonts },
  };
}

/** The library does not export its `package.json`. */
async function versionOf(name: string): Promise<string> {
  const home = dirname(dirname(placeOf(name)));
  return (JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { readonly version: string }).version;
}

/** The library unpacks into the folder for temporary files, and its libraries only where it believes to be on the machine they were built for. */
async function unpack(folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}.`);
  const code = `const { default: chromium } = await import(${JSON.stringify(library)}); await chromium.executablePath();`;
  const env = { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
  try {
    await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: import.meta.dirname, env });
    await rename(draft, folder).catch((failure: unknown) => {
      // Another process was faster.
      if (!existsSync(folder)) throw failure;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Open Sans comes with the browser; Chinese is set in what the printed forms are set in. */
function fontsOf(folder: string): string {
  const chinese = dirname(placeOf('@expo-google-fonts/noto-sans-sc/package.json'));
  const folders = [join(folder, 'fonts/fonts'), join(chinese, '400Regular'), join(chinese, '700Bold')];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...folders.map((each) => `  <dir>${each}</dir>`),
    `  <cachedir>${join(folder, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}
