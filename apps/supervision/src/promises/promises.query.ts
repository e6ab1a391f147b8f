import type { CallerIdentity, StampedPromise } from '@pledge/contracts';
import type { InputOf, LedgerPromise, listPromises } from '@pledge/contracts/http';
import { decodeCursor, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { complaintsSeenBy, isSeen } from '../complaints/complaints-seen.js';
import { mustSee } from '../complaints/must-see.query.js';

interface ViewRow {
  readonly promise_id: string;
  readonly request_id: string;
  readonly request_number: string;
  readonly status: 'open' | 'paused' | 'kept' | 'done-late' | 'void';
  readonly rung: 'running' | 'at-risk' | 'breached' | 'escalated' | null;
  readonly done_at: Date | null;
  readonly stamped: StampedPromise;
  readonly paused_by: string | null;
  readonly void_reason: string | null;
  readonly version: number;
}

/** How a clock stands to those who look at it: an escalated clock is a breached one that the general manager knows of. */
export function stateOf({ status, rung }: Pick<ViewRow, 'status' | 'rung'>): LedgerPromise['state'] {
  if (status !== 'open') return status;
  return rung === 'escalated' ? 'breached' : (rung ?? 'running');
}

function view(row: ViewRow): LedgerPromise {
  const { promiseId, promise, owner, startedAt, dueAt, atRiskAt, provisional, explanation } = row.stamped;
  const pause = row.status === 'paused' ? explanation.pausesTakenOff.at(-1) : undefined;
  return {
    id: promiseId,
    requestId: row.request_id,
    requestNumber: row.request_number,
    promise,
    owner,
    state: stateOf(row),
    startedAt,
    dueAt,
    atRiskAt,
    doneAt: row.done_at?.toISOString() ?? null,
    provisional,
    voidReason: row.void_reason,
    pausedFor: pause ? { reason: pause.reason, note: pause.note, by: row.paused_by ?? '', since: pause.from } : null,
    explanation,
    version: row.version,
  };
}

const columns =
  'promise_id, request_id, request_number, status, rung, done_at, stamped, paused_by, void_reason, version';

/** @throws {NotFound} also where it is of a complaint that is not for the caller to read */
export async function promiseFor(db: EntityManager, promiseId: string, caller: CallerIdentity): Promise<LedgerPromise> {
  const promise = await promiseOf(db, promiseId);
  await mustSee(db, promise.requestId, caller);
  return promise;
}

/** @throws {NotFound} */
export async function promiseOf(tx: EntityManager, promiseId: string): Promise<LedgerPromise> {
  const [row] = await tx.query<ViewRow[]>(`select ${columns} from promise where promise_id = $1`, [promiseId]);
  if (!row) throw new NotFound();
  return view(row);
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);
const statesOf: Readonly<Record<LedgerPromise['state'], string>> = {
  running: `status = 'open' and rung = 'running'`,
  'at-risk': `status = 'open' and rung = 'at-risk'`,
  breached: `status = 'open' and rung in ('breached', 'escalated')`,
  paused: `status = 'paused'`,
  kept: `status = 'kept'`,
  'done-late': `status = 'done-late'`,
  void: `status = 'void'`,
};

export async function pageOfPromises(
  db: EntityManager,
  query: InputOf<typeof listPromises>['query'],
  caller: CallerIdentity,
) {
  const values: unknown[] = [];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  const where: string[] = [isSeen('promise.request_id', at(complaintsSeenBy(caller)))];
  if (caller.customerId !== null) {
    where.push(`request_id in (select request_id from request_copy where customer_id = ${at(caller.customerId)})`);
  }
  if (query.requestId) where.push(`request_id = ${at(query.requestId)}`);
  if (query.state) where.push(statesOf[query.state]);
  const after = decodeCursor(query.cursor, position);
  if (after) where.push(`(started_at, promise_id) < (${at(after[0])}, ${at(after[1])})`);
  const rows = await db.query<ViewRow[]>(
    `select ${columns} from promise where ${where.join(' and ')}
     order by started_at desc, promise_id desc limit ${at(query.limit + 1)}`,
    values,
  );
  return pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [row.stamped.startedAt, row.promise_id],
    itemOf: view,
  });
}

export async function isPromise(db: EntityManager, promiseId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>('select 1 from promise where promise_id = $1', [promiseId]);
  return rows.length > 0;
}

export async function promiseIdOf(db: EntityManager, requestId: string, promise: string): Promise<string | undefined> {
  const [row] = await db.query<{ promise_id: string }[]>(
    'select promise_id from promise where request_id = $1 and promise = $2',
    [requestId, promise],
  );
  return row?.promise_id;
}
