import { Dispatch1700000000100 } from './1700000000100-dispatch.js';

export const dispatchMigrations = [Dispatch1700000000100];
