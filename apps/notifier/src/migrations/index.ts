import { Messages1763800000000 } from './1-messages.js';
import { Addresses1764000000000 } from './2-addresses.js';

export const notifierMigrations = [Messages1763800000000, Addresses1764000000000];
