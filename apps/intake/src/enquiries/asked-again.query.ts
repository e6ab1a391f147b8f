import type { EnquiryBody } from '@pledge/contracts/http';
import { firstReached } from '@pledge/promises';
import type { EntityManager } from 'typeorm';
import type { OpenFault } from '../requests/duplicates.js';
import { askedAgain, SAID_AGAIN_MS } from '../requests/duplicates.js';
import { digits } from '../requests/phone.js';
import type { About, Asking } from './situation.js';

type Open = OpenFault & Pick<Asking, 'customerId'>;

const openSql = `
  select request_id as "requestId", number, customer_id as "customerId", equipment_id as "equipmentId", category, coalesce(phone, '') as phone,
    report #>> '{reportedBy,email}' as email, left(report ->> 'description', 400) as text, received_at as "receivedAt"
  from request where kind = $1 and status in ('received', 'responded')`;

/** Locked while an enquiry is received, so that two of one caller see each other. */
export const callerLock = ({ kind, reportedBy: { phone, email } }: Pick<EnquiryBody, 'kind' | 'reportedBy'>): string =>
  `asking/${kind}/${digits(phone) || (email ?? '').toLowerCase()}`;

/** The oldest open enquiry of the kind that the same caller made in the same words minutes ago, never across customers. */
export async function saidBefore(
  tx: EntityManager,
  { kind, reportedBy, description: text, receivedAt: told }: EnquiryBody,
  about: Pick<About, 'customerId' | 'equipmentId'> & { readonly envelopeReceivedAt: string | null },
  now: string,
): Promise<Asking | null> {
  const { customerId, equipmentId, envelopeReceivedAt } = about;
  const phone = digits(reportedBy.phone);
  const email = reportedBy.email ?? null;
  const { at: receivedAt } = firstReached({ told, envelopeReceivedAt, now });
  const rows = await tx.query<(Omit<Open, 'receivedAt'> & { readonly receivedAt: Date })[]>(
    `${openSql} and received_at between $2::timestamptz - $6 * interval '1 ms' and $2::timestamptz + $6 * interval '1 ms'
       and (phone = nullif($3, '') or lower(report #>> '{reportedBy,email}') = lower($4))
       and (customer_id is null or $5::uuid is null or customer_id = $5)`,
    [kind, receivedAt, phone, email, customerId, SAID_AGAIN_MS],
  );
  const typed = { equipmentId, category: null, phone, email, text, receivedAt };
  const open = rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
  return askedAgain(typed, open) ?? null;
}

/** The open enquiry of the kind that a person names. */
export async function openAsking(tx: EntityManager, kind: string, requestId: string): Promise<Asking | null> {
  const [row] = await tx.query<Open[]>(`${openSql} and kind <> 'fault' and request_id = $2`, [kind, requestId]);
  return row ?? null;
}
