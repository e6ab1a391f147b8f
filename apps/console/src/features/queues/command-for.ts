import type { QueueItem } from '@pledge/contracts/http';
import { handOverMatter, rejectEnvelope, releaseRequest, takeEnvelope, takeRequest } from '@pledge/contracts/http';
import type { InputOf } from '@pledge/contracts/http';
import { call } from '../../api/client.js';
import type { BulkAction } from './bulk.js';

export type Rejection = Pick<InputOf<typeof rejectEnvelope>['body'], 'reason'> & { readonly note: string | null };

export interface Asked {
  readonly action: BulkAction;
  readonly handled: string | null;
  readonly rejection: Rejection | null;
}

/** The single command of a line, with the version the person saw. */
export function commandFor(
  { action, handled, rejection }: Asked,
  row: QueueItem,
  idempotencyKey: string,
): Promise<unknown> {
  const options = { ifMatch: row.version, idempotencyKey };
  const ofRequest = { params: { requestId: row.id } };
  const ofEnvelope = { params: { envelopeId: row.id } };
  if (action === 'hand-over') return call(handOverMatter, { ...ofRequest, body: { handled } }, options);
  if (action === 'release') return call(releaseRequest, ofRequest, options);
  if (action === 'reject' && rejection) return call(rejectEnvelope, { ...ofEnvelope, body: rejection }, options);
  return row.type === 'envelope' ? call(takeEnvelope, ofEnvelope, options) : call(takeRequest, ofRequest, options);
}
