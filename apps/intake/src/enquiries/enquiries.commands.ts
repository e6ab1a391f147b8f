import type { Receipt } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { attach } from '../attachments/attachments.query.js';
import { dayOf } from '../copies/places.query.js';
import { arrivalOf } from '../envelopes/arrivals.store.js';
import { receiptOf } from '../requests/requests.query.js';
import { aboutOf } from './about.query.js';
import { enquiryStore } from './enquiries.store.js';
import { enquiry } from './enquiry.js';
import type { EnquiryCommand, EnquiryEvent } from './situation.js';

/** The one door into enquiries, for the web and the bus alike. */
export abstract class Enquiries {
  abstract readonly handle: CommandHandler<EnquiryCommand, EnquiryEvent, Receipt>;
}

export const enquiriesIn = (db: DataSource, timeZone: string): Enquiries => ({
  handle: commandHandler({
    db,
    record: 'request',
    rules: enquiry,
    store: enquiryStore,
    view: receiptOf,
    locks: (_requestId, command) => (command.type === 'receive' ? [`envelope/${command.ids.envelopeId}`] : []),
    async inform(tx, _requestId, command, now) {
      if (command.type !== 'receive') return command;
      const about = await aboutOf(tx, command.asked);
      await attach(tx, command.report.attachmentIds ?? [], command.ids.envelopeId);
      const arrival = await arrivalOf(tx, command.report.envelopeId);
      const number = await numberOf(tx, command.report.kind, dayOf(now, timeZone));
      const { receivedAt: envelopeReceivedAt = null, mailId } = arrival ?? {};
      return { ...command, known: { number, about, envelopeReceivedAt, mailId } };
    },
  }),
});

/** Suggestions are counted without a gap within the year, as their form wants it (F-7). */
async function numberOf(tx: EntityManager, kind: string, day: string): Promise<string> {
  if (kind !== 'suggestion') {
    const [row] = await tx.query<{ n: string }[]>(`select nextval('enquiry_number') as n`);
    return `RQ-${day.replaceAll('-', '')}-${(row?.n ?? '').padStart(4, '0')}`;
  }
  const year = day.slice(0, 4);
  const [row] = await tx.query<{ last: number }[]>(
    `insert into suggestion_count (year, last) values ($1, 1)
     on conflict (year) do update set last = suggestion_count.last + 1 returning last`,
    [Number(year)],
  );
  return `SG-${year}-${String(row?.last ?? 0).padStart(4, '0')}`;
}
