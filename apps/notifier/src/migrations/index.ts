import { Messages1763800000000 } from './1-messages.js';
import { Addresses1764000000000 } from './2-addresses.js';
import { MailIds1764200000003 } from './3-mail-ids.js';
import { Kinds1764900000004 } from './4-kinds.js';
import { Sequences1764900000005 } from './5-sequences.js';

export const notifierMigrations = [
  Messages1763800000000,
  Addresses1764000000000,
  MailIds1764200000003,
  Kinds1764900000004,
  Sequences1764900000005,
];
