import { Requests1763800000000 } from './1-requests.js';
import { Envelopes1764000000005 } from './5-envelopes.js';

export const intakeMigrations = [Requests1763800000000, Envelopes1764000000005];
