import { Dispatch1700000000100 } from './1700000000100-dispatch.js';
import { Sequences1764000000002 } from './2-sequences.js';

export const dispatchMigrations = [Dispatch1700000000100, Sequences1764000000002];
