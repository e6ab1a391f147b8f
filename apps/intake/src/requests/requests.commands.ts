import type { Receipt } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { arrivalOf } from '../envelopes/arrivals.store.js';
import { dayOf, knownOf } from '../copies/places.query.js';
import type { RequestCommand, RequestEvent } from './situation.js';
import { request } from './request.js';
import { receiptOf } from './requests.query.js';
import { requestStore } from './requests.store.js';

/** The one door into requests, for the web and the bus alike. */
export abstract class Requests {
  abstract readonly handle: CommandHandler<RequestCommand, RequestEvent, Receipt>;
}

export const requestsIn = (db: DataSource, timeZone: string): Requests => ({
  handle: commandHandler({
    db,
    record: 'request',
    rules: request,
    store: requestStore,
    view: receiptOf,
    // Two reports of one fault, sent at once, must see each other.
    locks: (_requestId, command) =>
      command.type === 'receive' ? [`site/${command.place.siteId}`, `envelope/${command.ids.envelopeId}`] : [],
    async inform(tx, _requestId, command, now) {
      if (command.type !== 'receive') return command;
      const { row, place } = await knownOf(tx, command.place, now, timeZone);
      const number = `FR-${dayOf(now, timeZone).replaceAll('-', '')}-${row.number.padStart(4, '0')}`;
      const arrival = await arrivalOf(tx, command.report.envelopeId);
      const envelopeReceivedAt = arrival?.receivedAt ?? null;
      return { ...command, known: { number, place, openAtSite: row.open, envelopeReceivedAt } };
    },
  }),
});
