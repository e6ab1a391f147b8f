import type { FaultTerms } from '@pledge/contracts';
import type { Receipt } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { attach } from '../attachments/attachments.query.js';
import { arrivalOf } from '../envelopes/arrivals.store.js';
import { dayOf, knownOf, placeAsked } from '../copies/places.query.js';
import type { Known, RequestCommand, RequestEvent } from './situation.js';
import { request } from './request.js';
import { firstReceipt, receiptOf } from './requests.query.js';
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
    view: async (tx, requestId, after) => (after?.version === 1 ? firstReceipt(after.state) : receiptOf(tx, requestId)),
    begins: ({ type }) => type === 'receive',
    // Two reports of one fault, sent at once, must see each other.
    locks: (_requestId, command) =>
      command.type === 'receive'
        ? [
            `site/${command.place.siteId}`,
            `envelope/${command.ids.envelopeId}`,
            ...[...twinAsked(command), ...repairAsked(command)].map((id) => `request/${id}`),
          ]
        : [],
    asks: (_requestId, command, cause) => (command.type === 'receive' ? placeAsked(command.place, cause) : undefined),
    async inform(tx, requestId, command, now, asked) {
      if (command.type === 'undo-join') return { ...command, ...(await termsFor(tx, requestId)) };
      if (command.type !== 'receive') return command;
      const { row, place } = knownOf(asked, command.place, now, timeZone);
      const number = `FR-${dayOf(now, timeZone).replaceAll('-', '')}-${(row.number ?? '').padStart(4, '0')}`;
      const arrival = await arrivalOf(tx, command.report.envelopeId);
      await attach(tx, command.report.attachmentIds ?? [], command.ids.envelopeId);
      const envelopeReceivedAt = arrival?.receivedAt ?? null;
      const [twinId] = twinAsked(command);
      const twin = twinId === undefined ? null : await openTwin(tx, twinId);
      const [told] = repairAsked(command);
      const repair = told === undefined ? null : await watchedRepair(tx, told);
      return {
        ...command,
        known: {
          number,
          place,
          openAtSite: row.open,
          mended: row.mended,
          twin,
          repair,
          envelopeReceivedAt,
          mailId: arrival?.mailId,
        },
      };
    },
  }),
});

const twinAsked = ({ report }: Extract<RequestCommand, { type: 'receive' }>): readonly string[] =>
  report.twin?.decision === 'join' ? [report.twin.requestId] : [];

const repairAsked = ({ report }: Extract<RequestCommand, { type: 'receive' }>): readonly string[] =>
  report.twin?.decision === 'separate' && report.twin.recurrenceOf !== undefined ? [report.twin.recurrenceOf] : [];

async function watchedRepair(tx: EntityManager, requestId: string): Promise<Known['repair']> {
  const [row] = await tx.query<NonNullable<Known['repair']>[]>(
    `select request_id as "requestId", number, customer_id as "customerId", disputed ->> 'at' as "disputedAt",
       exists (select from request n where n.recurrence_of = r.request_id) as "reportedAgain"
     from request r where request_id = $1 and kind = 'fault' and status = 'resolved'`,
    [requestId],
  );
  return row ?? null;
}

async function openTwin(tx: EntityManager, requestId: string): Promise<Known['twin']> {
  const [row] = await tx.query<{ number: string; customer_id: string }[]>(
    `select number, customer_id from request where request_id = $1 and kind = 'fault' and status in ('received', 'responded')`,
    [requestId],
  );
  return row ? { requestId, number: row.number, customerId: row.customer_id } : null;
}

async function termsFor(tx: EntityManager, requestId: string): Promise<{ terms?: FaultTerms }> {
  const [row] = await tx.query<{ terms: FaultTerms }[]>(
    'select c.terms from request r join customer_copy c using (customer_id) where r.request_id = $1',
    [requestId],
  );
  return row ?? {};
}
