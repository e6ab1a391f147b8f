import { Ledgers1763800000000 } from './1-ledgers.js';
import { UnsaidImpact1764000000000 } from './2-unsaid-impact.js';
import { Enquiries1764000000004 } from './4-enquiries.js';

export const supervisionMigrations = [Ledgers1763800000000, UnsaidImpact1764000000000, Enquiries1764000000004];
