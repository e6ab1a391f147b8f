import type { Department } from '@pledge/contracts';
import type { ReplicaStatement } from '@pledge/messaging';
import { entryOf } from './entry.js';

/** What intake hears of a request from another department. */
export interface AboutRequest {
  readonly type: string;
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly data: { readonly requestId: string };
}

/** Adds an event to the request's timeline, once. */
export function entryStatement({ id, type, at, data }: AboutRequest, department: Department): ReplicaStatement {
  const entry = entryOf({ ...data }, department, at);
  return {
    text: `insert into timeline_entry (event_id, request_id, at, department, type, by, detail) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (event_id) do nothing`,
    values: [id, data.requestId, entry.at, department, type, entry.by, JSON.stringify(entry.detail)],
    order: `timeline_entry ${id}`,
  };
}
