import type { CallerIdentity, Role } from '@pledge/contracts';
import type { InputOf, listMatters, Matter } from '@pledge/contracts/http';
import { decodeCursor, maskedPhone, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { complaintsSeenBy, isSeen } from '../complaints/complaints-seen.js';
import { mustSee } from '../complaints/must-see.query.js';
import type { Decline, Settlement, TakenUp, Told } from './matter.js';

interface ViewRow {
  readonly request_id: string;
  readonly status: Matter['status'];
  readonly told: Told;
  readonly taken_up: TakenUp | null;
  readonly declined: Decline | null;
  readonly settled: Settlement | null;
  readonly step: number;
  readonly urgency: string;
  readonly version: number;
}

const columns = 'request_id, status, told, taken_up, declined, settled, step, urgency, version';
/** Who calls users about complaints and suggestions; others see no whole phone number. */
const callers: readonly Role[] = [
  'agent',
  'seat-supervisor',
  'information-manager',
  'quality-supervisor',
  'customer-specialist',
];

function view(row: ViewRow, caller: CallerIdentity | undefined): Matter {
  const { told, taken_up: takenUp, declined, settled } = row;
  const { name, phone } = told.reportedBy;
  const mayCall = !caller || caller.roles.some((role) => callers.includes(role));
  return {
    id: row.request_id,
    number: told.number,
    kind: told.kind,
    status: row.status,
    channel: told.channel,
    reportedBy: { name, phone: phone === null || mayCall ? phone : maskedPhone(phone) },
    customerName: told.customerName,
    subject: told.subject,
    description: told.description,
    details: told.details,
    handled: told.handled,
    receivedAt: told.receivedAt,
    handedOverBy: told.handedOverBy,
    handedOverAt: told.handedOverAt,
    acceptBy: told.handOff.acceptBy,
    acceptedBy: takenUp?.by ?? null,
    acceptedAt: takenUp?.at ?? null,
    declinedReason: declined?.reason ?? null,
    promise: takenUp?.promise ?? null,
    reply: settled?.reply ?? null,
    settledBy: settled?.by ?? null,
    settledAt: settled?.at ?? null,
    version: row.version,
  };
}

/** @throws {NotFound} also where it is a complaint that is not for the caller to read */
export async function matterOf(tx: EntityManager, requestId: string, caller?: CallerIdentity): Promise<Matter> {
  const [row] = await tx.query<ViewRow[]>(`select ${columns} from matter where request_id = $1`, [requestId]);
  if (!row) throw new NotFound();
  if (caller) await mustSee(tx, requestId, caller);
  return view(row, caller);
}

const position = z.tuple([z.int(), z.string().regex(/^-?\d{1,18}$/u), z.uuid()]);

/** Those nobody accepted first, then those at work, each by the time they are due; then the declined and the settled, newest first. */
export async function pageOfMatters(
  db: EntityManager,
  query: InputOf<typeof listMatters>['query'],
  caller: CallerIdentity,
) {
  const values: unknown[] = [];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  const where = [isSeen('matter.request_id', at(complaintsSeenBy(caller)))];
  if (query.status) where.push(`status = ${at(query.status)}`);
  if (query.kind) where.push(`kind = ${at(query.kind)}`);
  if (query.requestId) where.push(`request_id = ${at(query.requestId)}`);
  const after = decodeCursor(query.cursor, position);
  if (after) where.push(`(step, urgency, request_id) > (${at(after[0])}, ${at(after[1])}, ${at(after[2])})`);
  const rows = await db.query<ViewRow[]>(
    `select ${columns} from matter where ${where.join(' and ')} order by step, urgency, request_id limit ${at(query.limit + 1)}`,
    values,
  );
  return pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [row.step, row.urgency, row.request_id],
    itemOf: (row) => view(row, caller),
  });
}
