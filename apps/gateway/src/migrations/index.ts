import { Sessions1700000000100 } from './1700000000100-sessions.js';

export const gatewayMigrations = [Sessions1700000000100];
