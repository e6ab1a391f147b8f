import type { Store } from '@pledge/messaging';
import type { Person } from '@pledge/contracts';
import { accountAgain, accountedAt, accountedValues } from '../envelopes/arrivals.store.js';
import { dueAgain, firstDue } from '../due/next-due.store.js';
import { digits } from '../requests/phone.js';
import { gramsIn } from '../search/grams.js';
import { reportWords } from '../search/report-words.js';
import type { Answer, Closing, Enquiry, Joined, Referral, Told, Undone } from './situation.js';

interface EnquiryRow {
  readonly status: 'received' | 'responded' | 'joined' | 'closed';
  readonly report: Told | Joined;
  readonly answer: Answer | null;
  readonly taken_by: Person | null;
  readonly referral: Referral | null;
  readonly undone: Undone | null;
  readonly closed_at: Date | null;
  readonly confirmation: Closing['confirmation'] | null;
  readonly version: number;
}

const insertSql = `with ${accountedAt(21)}
insert into request (request_id, number, kind, status, customer_id, site_id, equipment_id, category, phone, received_at,
  public_token, subject, details, report, search, grams, version, joined_to, due_at, due_what)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, array_to_tsvector($16::text[]), $17, $18, $19, $20)`;

/** In the table of all requests; a kind has columns of its own only where something is looked for by them. */
export const enquiryStore: Store<Enquiry> = {
  async load(tx, requestId) {
    const [row] = await tx.query<EnquiryRow[]>(
      `select status, report, answer, taken_by, referral, undone, closed_at, confirmation, version from request
       where request_id = $1 and kind <> 'fault'`,
      [requestId],
    );
    return row && { state: toState(row), version: row.version };
  },

  async save(tx, requestId, state, version) {
    if (state.status === 'absent') return;
    const { report, answer, takenBy, referral, undone } = state;
    const joinedTo = 'joinedTo' in report ? report.joinedTo : null;
    const closing = state.status === 'closed' ? state.closing : null;
    if (version > 1) {
      await tx.query(
        `update request set status = $2, answer = $3, taken_by = $4, referral = $5, closed_at = $6, confirmation = $7,
           verdict = $8, version = $9, report = $10, joined_to = $11, undone = $12 where request_id = $1`,
        [
          requestId,
          state.status,
          answer && JSON.stringify(answer),
          takenBy && JSON.stringify(takenBy),
          referral && JSON.stringify(referral),
          closing?.closedAt ?? null,
          closing && JSON.stringify(closing.confirmation),
          closing && 'effective',
          version,
          JSON.stringify(report),
          joinedTo?.requestId ?? null,
          undone && JSON.stringify(undone),
        ],
      );
      if (undone)
        await accountAgain(tx, report.envelopeId ?? requestId, { ...undone, requestId, number: report.number });
      await dueAgain(tx, requestId);
      return;
    }
    const search = searchText(report);
    const due = firstDue(report.promises);
    await tx.query(insertSql, [
      requestId,
      report.number,
      report.kind,
      state.status,
      report.customerId,
      report.siteId,
      report.equipmentId,
      report.category,
      digits(report.reportedBy.phone) || null,
      report.receivedAt,
      report.publicToken,
      report.subject,
      JSON.stringify(report.details),
      JSON.stringify(report),
      search,
      gramsIn(search),
      version,
      joinedTo?.requestId ?? null,
      due?.at ?? null,
      due?.what ?? null,
      ...accountedValues(report),
    ]);
  },
};

const searchText = (report: Told) =>
  reportWords(report, digits(report.reportedBy.phone), [report.subject, report.description]);

function toState(row: EnquiryRow): Enquiry {
  const { status, report, answer, taken_by: takenBy, referral, undone } = row;
  const untold = { answer, takenBy, referral, undone };
  if ('joinedTo' in report) return { status: 'joined', report, ...untold };
  if (status === 'joined') throw new Error(`enquiry ${report.number} is joined to nothing`);
  const kept = { report, ...untold };
  if (status !== 'closed') return { status, ...kept };
  if (!row.closed_at || !row.confirmation)
    throw new Error(`enquiry ${report.number} is closed without what belongs to it`);
  return { status, ...kept, closing: { closedAt: row.closed_at.toISOString(), confirmation: row.confirmation } };
}
