import type { CallerIdentity } from '@pledge/contracts';

/** Who may enter what reached us longer ago than others may say: a date that is so old is more often mistyped than true. */
export const mayBackdate = (caller: CallerIdentity | undefined): boolean => caller?.role === 'seat-supervisor';
