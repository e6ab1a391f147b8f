import { config } from './packages/tooling/lint/config.mjs';

export default config(import.meta.dirname);
