import { Ledgers1763800000000 } from './1-ledgers.js';
import { UnsaidImpact1764000000000 } from './2-unsaid-impact.js';
import { Matters1764000000003 } from './3-matters.js';
import { Enquiries1764000000004 } from './4-enquiries.js';
import { Questions1764100000005 } from './5-questions.js';
import { Recurrences1764100000006 } from './6-recurrences.js';
import { Disputes1764100000007 } from './7-disputes.js';
import { Sequences1764100000008 } from './8-sequences.js';

export const supervisionMigrations = [
  Ledgers1763800000000,
  UnsaidImpact1764000000000,
  Matters1764000000003,
  Enquiries1764000000004,
  Questions1764100000005,
  Recurrences1764100000006,
  Disputes1764100000007,
  Sequences1764100000008,
];
