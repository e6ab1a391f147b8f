import type { CallerIdentity, Department, HandOff, Role } from '@pledge/contracts';
import { readsComplaints } from '@pledge/contracts';
import type { InputOf, listQuestions, Question } from '@pledge/contracts/http';
import { decodeCursor, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Answer, Decline, Knowledge, Referred, TakenUp } from './question.js';

interface ViewRow {
  readonly question_id: string;
  readonly number: string;
  readonly status: Question['status'];
  readonly department: Department;
  readonly told: Referred;
  readonly hand_off: HandOff;
  readonly declines: Decline[];
  readonly ruled: boolean;
  readonly taken_up: TakenUp | null;
  readonly answer: Answer | null;
  readonly knowledge: Knowledge | null;
  readonly step: number;
  readonly urgency: string;
  readonly version: number;
}

const columns =
  'question_id, number, status, department, told, hand_off, declines, ruled, taken_up, answer, knowledge, step, urgency, version';

/** Who sees every question: who refers and rules, who keeps the knowledge base, who only looks. */
const seesAll: readonly Role[] = [
  'agent',
  'seat-supervisor',
  'information-manager',
  'support-engineer',
  'trainer',
  'manager',
  'inspector',
  'administrator',
];

function view(row: ViewRow): Question {
  const { told, taken_up: takenUp, answer, knowledge } = row;
  return {
    id: row.question_id,
    number: row.number,
    requestId: told.requestId,
    requestNumber: told.number,
    department: row.department,
    status: row.status,
    question: told.question,
    reason: told.reason,
    category: told.category,
    customerName: told.customerName,
    equipmentModel: told.equipmentModel,
    askedBy: told.askedBy,
    referredBy: told.referredBy,
    referredAt: told.referredAt,
    acceptBy: row.hand_off.acceptBy,
    promise: told.promise,
    acceptedBy: takenUp?.by ?? null,
    acceptedAt: takenUp?.at ?? null,
    declines: row.declines,
    ruled: row.ruled,
    answer: answer?.text ?? null,
    answeredBy: answer && takenUp ? takenUp.by : null,
    answeredAt: answer?.at ?? null,
    knowledge,
    version: row.version,
  };
}

const ofWhomOnly = ({ roles, department }: CallerIdentity): Department | 'nobody' | undefined =>
  roles.some((role) => seesAll.includes(role)) ? undefined : (department ?? 'nobody');

/** @throws {NotFound} also where another department was asked, or it is about a complaint, and it is not for the caller to see */
export async function questionOf(tx: EntityManager, questionId: string, caller?: CallerIdentity): Promise<Question> {
  const [row] = await tx.query<ViewRow[]>(`select ${columns} from question where question_id = $1`, [questionId]);
  const only = caller && ofWhomOnly(caller);
  if (!row || (only !== undefined && row.department !== only)) throw new NotFound();
  const mayRead = !caller || readsComplaints(caller) || row.department === caller.department;
  if (row.told.kind === 'complaint' && !mayRead) throw new NotFound();
  return view(row);
}

const position = z.tuple([z.int(), z.string().regex(/^-?\d{1,18}$/u), z.uuid()]);

/** Those nobody took up first, then the declined, those at work, those to learn from; the closed last, newest first. */
export async function pageOfQuestions(
  db: EntityManager,
  query: InputOf<typeof listQuestions>['query'],
  caller: CallerIdentity,
) {
  const values: unknown[] = [];
  const where = ['true'];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  const only = ofWhomOnly(caller);
  if (only !== undefined) where.push(`department = ${at(only)}`);
  if (!readsComplaints(caller)) where.push(`(told ->> 'kind' <> 'complaint' or department = ${at(caller.department)})`);
  if (query.status) where.push(`status = ${at(query.status)}`);
  if (query.department) where.push(`department = ${at(query.department)}`);
  if (query.requestId) where.push(`request_id = ${at(query.requestId)}`);
  if (query.mine === true) where.push(`taken_up_by = ${at(caller.personId)}`);
  const after = decodeCursor(query.cursor, position);
  if (after) where.push(`(step, urgency, question_id) > (${at(after[0])}, ${at(after[1])}, ${at(after[2])})`);
  const rows = await db.query<ViewRow[]>(
    `select ${columns} from question where ${where.join(' and ')} order by step, urgency, question_id limit ${at(query.limit + 1)}`,
    values,
  );
  return pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [row.step, row.urgency, row.question_id],
    itemOf: view,
  });
}
