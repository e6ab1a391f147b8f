import type { SupportRequest } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import type { SupportRequestCommand, SupportRequestEvent } from './support-request.js';
import { supportRequest } from './support-request.js';
import { supportRequestOf } from './support-requests.query.js';
import { supportRequestStore } from './support-requests.store.js';

/** The one door into requests for help, for the web and the bus alike. */
export abstract class SupportRequests {
  abstract readonly handle: CommandHandler<SupportRequestCommand, SupportRequestEvent, SupportRequest>;
}

export const supportRequestsIn = (db: DataSource, timeZone: string): SupportRequests => ({
  handle: commandHandler({
    db,
    record: 'support-request',
    rules: supportRequest,
    store: supportRequestStore,
    view: (tx, id) => supportRequestOf(tx, id),
    inform: async (tx, _id, command, now) =>
      command.type === 'open' ? { ...command, number: await nextNumber(tx, now, timeZone) } : command,
  }),
});

async function nextNumber(tx: EntityManager, now: string, timeZone: string): Promise<string> {
  const [row] = await tx.query<{ number: string }[]>(
    `select 'SQ-' || to_char($1::timestamptz at time zone $2, 'YYYYMMDD') || '-' || case when n < 10000 then lpad(n::text, 4, '0') else n::text end
       as number from nextval('support_number') as n`,
    [now, timeZone],
  );
  if (!row) throw new Error('the sequence of support numbers gave none');
  return row.number;
}
