import { Ledgers1763800000000 } from './1-ledgers.js';

export const supervisionMigrations = [Ledgers1763800000000];
