import { Messages1763800000000 } from './1-messages.js';

export const notifierMigrations = [Messages1763800000000];
