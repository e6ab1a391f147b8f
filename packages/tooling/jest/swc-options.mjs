import { readFileSync } from 'node:fs';

const { $schema, ...settings } = JSON.parse(readFileSync(new URL('../../../.swcrc', import.meta.url), 'utf8'));

/** What the build compiles with (`.swcrc`), inlined so that no other `.swcrc` on the way is read. */
export const swcOptions = { ...settings, swcrc: false, configFile: false, sourceMaps: 'inline' };
