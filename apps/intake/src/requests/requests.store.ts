import type { Confirmation, Person } from '@pledge/contracts';
import type { Store } from '@pledge/messaging';
import { prepared } from '@pledge/messaging';
import { accountAgain, accountedAt, accountedValues } from '../envelopes/arrivals.store.js';
import { liveKeyOf } from './duplicates.js';
import { missingOf } from './facts.js';
import { dueAgain, firstDue } from '../due/next-due.store.js';
import { digits } from './phone.js';
import { gramsIn } from '../search/grams.js';
import { reportWords } from '../search/report-words.js';
import type { Answer, Completion, Joined, Received, Request, Undone, Verdict } from './situation.js';

interface RequestRow {
  readonly status: Exclude<Request['status'], 'absent'>;
  readonly report: Received | Joined;
  readonly answer: Answer | null;
  readonly resolved_at: Date | null;
  readonly closed_at: Date | null;
  readonly taken_by: Person | null;
  readonly completed: readonly Completion[];
  readonly undone: Undone | null;
  readonly confirmation: Confirmation | null;
  readonly verdict: Verdict | null;
  readonly recurred_as: Joined['joinedTo'] | null;
  readonly version: number;
}

const insertSql = `with ${accountedAt(22)}
insert into request (request_id, number, kind, status, customer_id, site_id, equipment_id, category, phone, received_at,
  public_token, joined_to, live_key, missing, report, search, grams, version, recurrence_of, due_at, due_what)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, array_to_tsvector($17::text[]), $18, $19, $20, $21)`;

/** Plain SQL, so that a report costs one statement in and one out. */
export const requestStore: Store<Request> = {
  async load(tx, requestId) {
    const [row] = await prepared<RequestRow>(
      tx,
      `select status, report, answer, resolved_at, closed_at, taken_by, completed, undone, version,
         confirmation, verdict, (select jsonb_build_object('requestId', n.request_id, 'number', n.number) from request n
           where n.request_id = r.recurred_as) as recurred_as
       from request r where request_id = $1`,
      [requestId],
    );
    return row && { state: toState(requestId, row), version: row.version };
  },

  /** A new request is one statement, which goes with its events. */
  saving(requestId, request, version) {
    if (request.status === 'absent' || version > 1) return undefined;
    const { report, completed } = request;
    const joinedTo = 'joinedTo' in report ? report.joinedTo.requestId : null;
    const liveKey = 'joinedTo' in report ? null : liveKeyOf(report, completed);
    const search = searchText(report);
    const due = firstDue(report.promises);
    const values = [
      requestId,
      report.number,
      report.kind,
      request.status,
      report.customerId,
      report.siteId,
      report.equipmentId,
      report.category,
      digits(report.reportedBy.phone),
      report.receivedAt,
      report.publicToken,
      joinedTo,
      liveKey,
      missingOf(report),
      JSON.stringify(report),
      search,
      gramsIn(search),
      version,
      'recurrenceOf' in report ? (report.recurrenceOf?.requestId ?? null) : null,
      due?.at ?? null,
      due?.what ?? null,
      ...accountedValues(report),
    ];
    return { text: insertSql, values };
  },

  async save(tx, requestId, request, version) {
    if (request.status === 'absent') return;
    const { report, takenBy, completed, undone } = request;
    const joinedTo = 'joinedTo' in report ? report.joinedTo.requestId : null;
    const liveKey = 'joinedTo' in report ? null : liveKeyOf(report, completed);
    const answer = 'answer' in request ? request.answer : null;
    const resolvedAt = 'resolvedAt' in request ? request.resolvedAt : null;
    const closedAt = 'closedAt' in request ? request.closedAt : null;
    const search = searchText(report);
    await prepared(
      tx,
      `update request set status = $2, answer = $3, resolved_at = $4, closed_at = $5, taken_by = $6, joined_to = $7, version = $8,
         confirmation = $9, verdict = $10, recurred_as = $11 where request_id = $1`,
      [
        requestId,
        request.status,
        answer && JSON.stringify(answer),
        resolvedAt,
        closedAt,
        takenBy && JSON.stringify(takenBy),
        joinedTo,
        version,
        request.confirmation && JSON.stringify(request.confirmation),
        request.verdict,
        request.recurredAs?.requestId ?? null,
      ],
    );
    if (request.retold) {
      await tx.query(
        `update request set report = $2, category = $3, missing = $4, search = $5, live_key = $6, completed = $7, undone = $8,
           grams = array_to_tsvector($9::text[])
         where request_id = $1`,
        [
          requestId,
          JSON.stringify(report),
          report.category,
          missingOf(report),
          search,
          liveKey,
          JSON.stringify(completed),
          undone && JSON.stringify(undone),
          gramsIn(search),
        ],
      );
      if (undone && !('joinedTo' in report))
        await accountAgain(tx, report.envelopeId ?? requestId, { ...undone, requestId, number: report.number });
    }
    await dueAgain(tx, requestId);
  },
};

const searchText = (report: Received | Joined) =>
  reportWords(report, digits(report.reportedBy.phone), [report.description, report.location]);

function toState(requestId: string, row: RequestRow): Request {
  const { status, report, answer, taken_by: takenBy, completed, undone } = row;
  const { confirmation, verdict, recurred_as: recurredAs } = row;
  const untold = { takenBy, completed, undone, confirmation, verdict, recurredAs, retold: false };
  if ('joinedTo' in report) return { status: 'joined', report, answer, ...untold };
  const resolvedAt = row.resolved_at?.toISOString();
  const closedAt = row.closed_at?.toISOString();
  const kept = { report, ...untold };
  if (status === 'received') return { status, ...kept };
  if (status === 'responded' && answer) return { status, ...kept, answer };
  if (status === 'resolved' && resolvedAt) return { status, ...kept, answer, resolvedAt };
  if (status === 'closed' && resolvedAt && closedAt) return { status, ...kept, answer, resolvedAt, closedAt };
  throw new Error(`request ${requestId} is ${status} without what belongs to it`);
}
