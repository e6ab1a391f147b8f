import type { Receipt } from '@pledge/contracts/http';
import type { Cause, CommandHandler } from '@pledge/messaging';
import { commandHandler, partOf } from '@pledge/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { attach } from '../attachments/attachments.query.js';
import { conversationsIn } from '../conversations/conversations.commands.js';
import { dayOf } from '../copies/places.query.js';
import { arrivalOf } from '../envelopes/arrivals.store.js';
import { receiptOf } from '../requests/requests.query.js';
import { routeOf } from '../routing/routing.query.js';
import { aboutOf } from './about.query.js';
import { callerLock, openAsking, saidBefore } from './asked-again.query.js';
import { enquiryStore } from './enquiries.store.js';
import { enquiry } from './enquiry.js';
import type { EnquiryCommand, EnquiryEvent } from './situation.js';

/** The one door into enquiries, for the web and the bus alike. */
export abstract class Enquiries {
  abstract readonly handle: CommandHandler<EnquiryCommand, EnquiryEvent, Receipt>;
}

export const enquiriesIn = (db: DataSource | EntityManager, timeZone: string): Enquiries => ({
  handle: commandHandler({
    db,
    record: 'request',
    rules: enquiry,
    store: enquiryStore,
    view: receiptOf,
    locks: (requestId, command) => {
      if (command.type === 'receive') {
        const { report, ids } = command;
        const twin = report.twin?.decision === 'join' ? [`request/${report.twin.requestId}`] : [];
        return [`envelope/${ids.envelopeId}`, callerLock(report), ...twin];
      }
      return command.type === 'refer' ? [`conversation/${requestId}`] : [];
    },
    async inform(tx, requestId, command, now) {
      if (command.type === 'refer') return { ...command, routed: await routeOf(tx, requestId) };
      if (command.type !== 'receive') return command;
      const about = await aboutOf(tx, command.asked);
      await attach(tx, command.report.attachmentIds ?? [], command.ids.envelopeId);
      const arrival = await arrivalOf(tx, command.report.envelopeId);
      const number = await numberOf(tx, command.report.kind, dayOf(now, timeZone));
      const { receivedAt: envelopeReceivedAt = null, mailId } = arrival ?? {};
      const { twin: decided, kind } = command.report;
      const said = await saidBefore(tx, command.report, { ...about, envelopeReceivedAt }, now);
      const twin = decided?.decision === 'join' ? await openAsking(tx, kind, decided.requestId) : null;
      return { ...command, known: { number, about, envelopeReceivedAt, mailId, said, twin } };
    },
  }),
});

/** Refers a question, and keeps what the user was told of it as a promise: both or none. */
export class Referrals {
  constructor(
    private readonly db: DataSource,
    private readonly timeZone: string,
  ) {}

  refer(command: Extract<EnquiryCommand, { type: 'refer' }>, toldId: string, cause: Cause) {
    const { requestId, by, reason: what, toldBy: dueAt, calendar } = command;
    return this.db.transaction(async (tx) => {
      const referred = await enquiriesIn(tx, this.timeZone).handle(requestId, command, cause);
      const { expectedVersion: _ofTheRequest, ...told } = partOf(cause, 'told');
      const tell = { type: 'tell', requestId, promiseId: toldId, by, what, dueAt, calendar } as const;
      await conversationsIn(tx).handle(requestId, tell, { ...told, wantsView: false });
      return referred;
    });
  }
}

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
