import { Problem } from '@pledge/client';
import type { QueueItem } from '@pledge/contracts/http';
import { handOverMatter, rejectEnvelope, releaseRequest, takeEnvelope, takeRequest } from '@pledge/contracts/http';
import type { InputOf } from '@pledge/contracts/http';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../api/client.js';
import { isUnanswered } from '../../api/unanswered.js';
import type { BulkAction, Came } from './bulk.js';
import { rowKey, stillToDo } from './bulk.js';

export type Rejection = Pick<InputOf<typeof rejectEnvelope>['body'], 'reason'> & { readonly note: string | null };

export interface Asked {
  readonly action: BulkAction;
  readonly handled: string | null;
  readonly rejection: Rejection | null;
}

/** The single command of a line, with the version the person saw. */
function commandFor({ action, handled, rejection }: Asked, row: QueueItem, idempotencyKey: string): Promise<unknown> {
  const options = { ifMatch: row.version, idempotencyKey };
  const ofRequest = { params: { requestId: row.id } };
  const ofEnvelope = { params: { envelopeId: row.id } };
  if (action === 'hand-over') return call(handOverMatter, { ...ofRequest, body: { handled } }, options);
  if (action === 'release') return call(releaseRequest, ofRequest, options);
  if (action === 'reject' && rejection) return call(rejectEnvelope, { ...ofEnvelope, body: rejection }, options);
  return row.type === 'envelope' ? call(takeEnvelope, ofEnvelope, options) : call(takeRequest, ofRequest, options);
}

function cameOf(error: unknown): Came {
  if (isUnanswered(error)) return { state: 'unanswered' };
  const detail = error instanceof Error ? error.message : '';
  return { state: error instanceof Problem && error.status === 412 ? 'changed' : 'refused', detail };
}

/** Runs the commands one after another; what had no answer is asked again with the key it had, so that nothing is done twice. */
export function useBulkRun(asked: Asked, rows: readonly QueueItem[]) {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const stopped = useRef(false);
  const [came, setCame] = useState<ReadonlyMap<string, Came>>(new Map());
  const [running, setRunning] = useState(false);

  const isStopped = () => stopped.current;
  const run = async () => {
    const results = new Map(came);
    const tell = (key: string, result: Came) => {
      results.set(key, result);
      setCame(new Map(results));
    };
    stopped.current = false;
    setRunning(true);
    const todo = new Set(stillToDo(results, rows.map(rowKey)));
    for (const row of rows.filter((one) => todo.has(rowKey(one)))) {
      if (isStopped()) break;
      const key = rowKey(row);
      const idempotencyKey = keys.current.get(key) ?? crypto.randomUUID();
      keys.current.set(key, idempotencyKey);
      tell(key, { state: 'running' });
      try {
        await commandFor(asked, row, idempotencyKey);
        tell(key, { state: 'done' });
      } catch (error) {
        tell(key, cameOf(error));
        if (isUnanswered(error)) break;
      }
    }
    setRunning(false);
    void queries.invalidateQueries({ queryKey: ['live'] });
  };
  const stop = () => {
    stopped.current = true;
  };
  return { came, running, run, stop };
}
