import { Archives1763800000000 } from './1-archives.js';

export const archivesMigrations = [Archives1763800000000];
