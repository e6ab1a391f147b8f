import type { CallerIdentity, Person } from '@pledge/contracts';
import type { FaultFact, InputOf, PromiseState, Receipt, Request } from '@pledge/contracts/http';
import type { listRequests } from '@pledge/contracts/http';
import { prepared } from '@pledge/messaging';
import { decodeCursor, maskedPhone, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Joined as JoinedEnquiry, Referral, Told } from '../enquiries/situation.js';
import { enquiryWaitsFor } from '../enquiries/waiting.js';
import { gramQuery, within, wordsOf } from '../search/grams.js';
import { complaintsSeenBy, isSeen, sees } from './complaints-seen.js';
import { missingOf } from './facts.js';
import type { Answer, Joined, Received, Request as State } from './situation.js';
import { digits } from './phone.js';
import { waitingFor } from './waiting.js';

interface ViewRow {
  readonly request_id: string;
  readonly status: Request['status'];
  readonly report: Received | Joined | Told | JoinedEnquiry;
  readonly answer: Answer | null;
  readonly closed_at: Date | null;
  readonly referral: Referral | null;
  readonly verdict: Request['verdict'];
  readonly confirmation: Request['confirmation'];
  readonly taken_by: Person | null;
  readonly missing: FaultFact[];
  readonly recurred_as: Request['recurredAs'];
  readonly version: number;
  readonly holder: NonNullable<Request['holder']>['department'] | null;
  readonly held_since: Date | null;
  readonly order_id: string | null;
  readonly order_number: string | null;
  readonly order_status: string | null;
  readonly tracks: { promiseId: string; state: PromiseState; dueAt: string; doneAt: string | null }[];
  readonly disputed: Request['disputed'];
  readonly follow_ups: { id: string; number: string; reporter: string; receivedAt: string }[];
}

const viewSql = `
  select r.request_id, r.status, r.report, r.answer, r.closed_at, r.referral, r.verdict, r.confirmation, r.taken_by, r.missing, r.version,
    (select jsonb_build_object('id', n.request_id, 'number', n.number) from request n where n.request_id = r.recurred_as) as recurred_as,
    r.disputed, t.holder, t.held_since, t.order_id, t.order_number, t.order_status,
    (select coalesce(jsonb_agg(jsonb_build_object('promiseId', p.promise_id, 'state', p.state, 'dueAt', p.due_at, 'doneAt', p.done_at)), '[]')
     from promise_track p where p.request_id = r.request_id) as tracks,
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.request_id, 'number', f.number,
       'reporter', f.report #>> '{reportedBy,name}', 'receivedAt', f.received_at) order by f.received_at), '[]')
     from request f where f.joined_to = r.request_id) as follow_ups
  from request r left join request_track t using (request_id)`;

const needsPhone: readonly CallerIdentity['role'][] = [
  'agent',
  'seat-supervisor',
  'dispatcher',
  'customer-specialist',
  'customer-contact',
];

function view(row: ViewRow, phoneShown: boolean): Request {
  const { report, answer } = row;
  const holder = holderOf(row);
  const tracks = new Map(row.tracks.map((track) => [track.promiseId, track]));
  const { requestId, promises } = report;
  const waits = { status: row.status, answered: answer !== null, disputed: row.disputed !== null };
  return {
    ...('subject' in report ? toldOfEnquiry(report) : toldOfFault(report)),
    id: requestId,
    status: row.status,
    reportedBy: phoneShown
      ? report.reportedBy
      : {
          name: report.reportedBy.name,
          phone: report.reportedBy.phone && maskedPhone(report.reportedBy.phone),
          email: null,
        },
    holder,
    promises: promises.map((promise) => {
      const track = tracks.get(promise.promiseId);
      return {
        ...promise,
        dueAt: track ? utc(track.dueAt) : promise.dueAt,
        state: track?.state ?? 'running',
        doneAt: track?.doneAt ? utc(track.doneAt) : null,
      };
    }),
    answer,
    missing: row.missing,
    language: report.language ?? 'zh',
    waitingFor:
      'subject' in report
        ? enquiryWaitsFor({ ...waits, referral: row.referral })
        : waitingFor({ ...waits, confirmed: row.confirmation !== null, holder }),
    takenBy: row.taken_by,
    referral: row.referral && withoutSteps(row.referral),
    recurrenceOf: recurrenceOf(report),
    recurredAs: row.recurred_as,
    verdict: row.verdict,
    confirmation: row.confirmation,
    disputed: row.disputed && { by: row.disputed.by, note: row.disputed.note, at: row.disputed.at },
    closedAt: row.closed_at && utc(row.closed_at),
    joinedTo: 'joinedTo' in report ? { id: report.joinedTo.requestId, number: report.joinedTo.number } : null,
    followUps: row.follow_ups.map((followUp) => ({ ...followUp, receivedAt: utc(followUp.receivedAt) })),
    order:
      row.order_id === null
        ? null
        : { id: row.order_id, number: row.order_number ?? '', status: row.order_status ?? '' },
    version: row.version,
  };
}

const withoutSteps = ({ steps: _, ...referral }: Referral) => referral;

function toldOfFault(report: Received | Joined) {
  const { requestId: _, publicToken: __, promises: ___, ...told } = report;
  const rest = 'handOff' in told ? onlyTold(told) : told;
  return { ...rest, serviceLine: 'repair' as const, subject: null, details: null };
}

/** An enquiry has none of the facts that a fault is asked for. */
function toldOfEnquiry(report: Told | JoinedEnquiry) {
  const {
    requestId: _,
    publicToken: __,
    promises: ___,
    separated: ____,
    ...told
  } = { separated: undefined, ...report };
  const noFault = { occurredAt: null, cause: null, nature: null, location: null, impact: null, measuresTaken: null };
  const serviceLine = told.serviceLine ?? 'response';
  return {
    ...told,
    ...noFault,
    serviceLine,
    siteAddress: null,
    entitlement: { state: null, endsOn: null, chargeable: false },
  };
}

const onlyTold = <T extends Pick<Received, 'handOff' | 'recurrenceOf' | 'separated'>>({
  handOff: _,
  recurrenceOf: __,
  separated: ___,
  ...rest
}: T) => rest;
function recurrenceOf(report: ViewRow['report']): Request['recurrenceOf'] {
  const earlier = 'recurrenceOf' in report ? report.recurrenceOf : undefined;
  return earlier ? { id: earlier.requestId, number: earlier.number } : null;
}
const utc = (time: string | Date) => new Date(time).toISOString();

/** Intake holds a request until another department has accepted it; a joined report has its request's holder. */
function holderOf(row: ViewRow): Request['holder'] {
  if (row.status === 'closed') return null;
  if (row.holder && row.held_since) return { department: row.holder, since: utc(row.held_since) };
  return { department: 'intake', since: row.report.receivedAt };
}

/** The receipt of a report as it has just been received, for which nothing need be read; `receiptOf` says the same. */
export function firstReceipt(request: State): Receipt {
  if (request.status === 'absent') throw new Error('there is no receipt of a report that was not received');
  const { report, status, takenBy } = request;
  const untold = {
    answer: null,
    closed_at: null,
    referral: null,
    verdict: null,
    confirmation: null,
    recurred_as: null,
    disputed: null,
  };
  const untracked = {
    holder: null,
    held_since: null,
    order_id: null,
    order_number: null,
    order_status: null,
    tracks: [],
    follow_ups: [],
  };
  const row = {
    request_id: report.requestId,
    status,
    report,
    taken_by: takenBy,
    missing: missingOf(report),
    version: 1,
  };
  return { ...view({ ...row, ...untold, ...untracked }, true), publicToken: report.publicToken };
}

export async function receiptOf(tx: EntityManager, requestId: string): Promise<Receipt> {
  const [row] = await prepared<ViewRow>(tx, `${viewSql} where r.request_id = $1`, [requestId]);
  if (!row) throw new NotFound();
  return { ...view(row, true), publicToken: row.report.publicToken };
}

/** @throws {NotFound} also where it is another customer's, or a complaint that is not for the caller to read */
export async function requestOf(db: EntityManager, requestId: string, caller: CallerIdentity): Promise<Request> {
  const [row] = await db.query<ViewRow[]>(`${viewSql} where r.request_id = $1`, [requestId]);
  if (!row || (caller.customerId !== null && row.report.customerId !== caller.customerId)) throw new NotFound();
  if (!sees(caller, { kind: row.report.kind, referral: row.referral })) throw new NotFound();
  return view(row, needsPhone.includes(caller.role));
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

export async function pageOfRequests(
  db: EntityManager,
  query: InputOf<typeof listRequests>['query'],
  caller: CallerIdentity,
) {
  const { where, values } = filters(query, caller);
  const after = decodeCursor(query.cursor, position);
  if (after) {
    values.push(...after);
    where.push(`(r.received_at, r.request_id) < ($${String(values.length - 1)}, $${String(values.length)})`);
  }
  values.push(query.limit + 1);
  const rows = await db.query<ViewRow[]>(
    `${viewSql} ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by r.received_at desc, r.request_id desc limit $${String(values.length)}`,
    values,
  );
  return pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [utc(row.report.receivedAt), row.request_id],
    itemOf: (row) => view(row, needsPhone.includes(caller.role)),
  });
}

function filters(query: InputOf<typeof listRequests>['query'], caller: CallerIdentity) {
  const where: string[] = [];
  const values: unknown[] = [];
  const add = (condition: (at: string) => string, value: unknown) => {
    values.push(value);
    where.push(condition(`$${String(values.length)}`));
  };
  if (caller.customerId !== null) add((at) => `r.customer_id = ${at}`, caller.customerId);
  const seen = complaintsSeenBy(caller);
  if (seen !== null) add((at) => isSeen('r', at), seen);
  if (query.customerId) add((at) => `r.customer_id = ${at}`, query.customerId);
  if (query.siteId) add((at) => `r.site_id = ${at}`, query.siteId);
  if (query.equipmentId) add((at) => `r.equipment_id = ${at}`, query.equipmentId);
  if (query.kind) add((at) => `r.kind = ${at}`, query.kind);
  if (query.serviceLine === 'repair') where.push(`r.kind = 'fault'`);
  else if (query.serviceLine)
    add((at) => `r.kind <> 'fault' and coalesce(r.report ->> 'serviceLine', 'response') = ${at}`, query.serviceLine);
  if (query.channel) add((at) => `r.channel = ${at}`, query.channel);
  if (query.status) add((at) => `r.status = ${at}`, query.status);
  if (query.open === true) where.push(`r.status in ('received', 'responded')`);
  if (query.open === false) where.push(`r.status not in ('received', 'responded')`);
  if (query.phone) add((at) => `r.phone = ${at}`, digits(query.phone));
  const words = wordsOf(query.q ?? '');
  const grams = gramQuery(words);
  if (grams !== null) add((at) => `r.grams @@ ${at}::tsquery`, grams);
  for (const word of words) add((at) => `r.search like ${at}`, within(word));
  return { where, values };
}
