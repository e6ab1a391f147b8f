import { Parts1763800000000 } from './1-parts.js';

export const partsMigrations = [Parts1763800000000];
