import type { Envelope } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { EnvelopeCommand, EnvelopeEvent } from './envelope.js';
import { attach, attachmentsIn } from '../attachments/attachments.query.js';
import { envelope } from './envelope.js';
import { envelopeOf, joinTargetOf } from './envelopes.query.js';
import { envelopeStore } from './envelopes.store.js';

/** The one door into what reached us, for mail, calls, scanned pages, the web and the timers alike. */
export abstract class Envelopes {
  abstract readonly handle: CommandHandler<EnvelopeCommand, EnvelopeEvent, Envelope>;
}

export const envelopesIn = (db: DataSource): Envelopes => ({
  handle: commandHandler({
    db,
    record: 'envelope',
    rules: envelope,
    store: envelopeStore,
    view: envelopeOf,
    async inform(tx, envelopeId, command) {
      if (command.type === 'join') return { ...command, target: await joinTargetOf(tx, command.requestId) };
      if ((command.type !== 'store' && command.type !== 'register') || !command.attachmentIds) return command;
      await attach(tx, command.attachmentIds, envelopeId);
      return { ...command, contents: { ...command.contents, attachments: await attachmentsIn(tx, envelopeId) } };
    },
  }),
});
