import { Ledgers1763800000000 } from './1-ledgers.js';
import { UnsaidImpact1764000000000 } from './2-unsaid-impact.js';

export const supervisionMigrations = [Ledgers1763800000000, UnsaidImpact1764000000000];
