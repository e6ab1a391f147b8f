import { Archives1763800000000 } from './1-archives.js';
import { Sequences1764000000002 } from './2-sequences.js';

export const archivesMigrations = [Archives1763800000000, Sequences1764000000002];
