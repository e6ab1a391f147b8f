import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { VerificationCommand, VerificationEvent } from './verification.js';
import { verificationRules } from './verification.js';
import { verificationStore } from './verifications.store.js';

/** The one door into the verification of closed requests. */
export abstract class Verifications {
  abstract readonly handle: CommandHandler<VerificationCommand, VerificationEvent, undefined>;
}

export const verificationsIn = (db: DataSource): Verifications => ({
  handle: commandHandler({
    db,
    record: 'verification',
    rules: verificationRules,
    store: verificationStore,
    view: () => Promise.resolve(undefined),
  }),
});
