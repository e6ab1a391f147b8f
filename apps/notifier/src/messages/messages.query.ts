import type { CallerIdentity } from '@pledge/contracts';
import { readsComplaints } from '@pledge/contracts';
import type { InputOf, listMessages, Message } from '@pledge/contracts/http';
import { decodeCursor, maskedPhone, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Letter } from './message.js';

interface ViewRow {
  readonly message_id: string;
  readonly shown_as: Message['state'];
  readonly letter: Letter;
  readonly recorded_at: Date;
  readonly attempts: number;
  readonly sent_at: Date | null;
  readonly last_error: string | null;
}

/** Those who tell people by phone what could not be sent; an engineer sees own orders only. */
const needsPhone: readonly CallerIdentity['role'][] = [
  'agent',
  'seat-supervisor',
  'dispatcher',
  'engineer',
  'customer-specialist',
];

function view(row: ViewRow, forTelling: boolean): Message {
  const { letter } = row;
  const { phone } = letter.to;
  return {
    id: row.message_id,
    requestId: letter.requestId,
    requestNumber: letter.requestNumber,
    template: letter.template,
    audience: letter.audience,
    to: { ...letter.to, phone: phone === null || forTelling ? phone : maskedPhone(phone) },
    subject: letter.subject,
    text: forTelling ? letter.text : withoutLink(letter.text),
    state: row.shown_as,
    attempts: row.attempts,
    lastError: row.last_error,
    recordedAt: row.recorded_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  };
}

/** The progress link opens the page without signing in: it is for the reporter and who tells them. */
const withoutLink = (text: string): string => text.replaceAll(/\/p\/[\w-]+/gu, '/p/…');

const position = z.tuple([z.iso.datetime(), z.uuid()]);

export async function pageOfMessages(
  db: EntityManager,
  query: InputOf<typeof listMessages>['query'],
  caller: CallerIdentity,
) {
  const values: unknown[] = [];
  const where = ['true'];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  if (caller.role === 'engineer') {
    where.push(
      `request_id in (select request_id from assignment_copy where engineer_id::text = ${at(caller.personId)})`,
    );
  }
  if (!readsComplaints(caller)) {
    where.push(
      `not exists (select from request_copy c where c.request_id = message.request_id and coalesce(c.kind, 'complaint') = 'complaint')`,
    );
  }
  if (query.requestId) where.push(`request_id = ${at(query.requestId)}`);
  if (query.state) where.push(`shown_as = ${at(query.state)}`);
  const after = decodeCursor(query.cursor, position);
  if (after) where.push(`(recorded_at, message_id) < (${at(after[0])}, ${at(after[1])})`);
  const rows = await db.query<ViewRow[]>(
    `select message_id, shown_as, letter, recorded_at, attempts, sent_at, last_error
     from message where ${where.join(' and ')} order by recorded_at desc, message_id desc limit ${at(query.limit + 1)}`,
    values,
  );
  return pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [row.recorded_at.toISOString(), row.message_id],
    itemOf: (row) => view(row, needsPhone.includes(caller.role)),
  });
}

/** What is to be sent, as it was recorded. */
export async function letterOf(db: EntityManager, messageId: string): Promise<Letter> {
  const [row] = await db.query<{ letter: Letter }[]>('select letter from message where message_id = $1', [messageId]);
  if (!row) throw new Error(`there is no message ${messageId}`);
  return row.letter;
}
