import { Problem } from '@pledge/client';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isUnanswered } from '../api/unanswered.js';
import type { BulkResult } from './bulk.js';
import { stillToDo } from './bulk.js';

function resultOf(error: unknown): BulkResult {
  if (isUnanswered(error)) return { state: 'unanswered' };
  const detail = error instanceof Error ? error.message : '';
  return { state: error instanceof Problem && error.status === 412 ? 'changed' : 'refused', detail };
}

/**
 * Runs one command a row, one after another; what had no answer is asked again with the key it had, so that nothing is done twice.
 * @param send sends the command of a row under an idempotency key
 */
export function useBulkRun<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  send: (row: Row, idempotencyKey: string) => Promise<unknown>,
) {
  const queries = useQueryClient();
  const idempotencyKeys = useRef(new Map<string, string>());
  const stopped = useRef(false);
  const [results, setResults] = useState<ReadonlyMap<string, BulkResult>>(new Map());
  const [running, setRunning] = useState(false);

  const isStopped = () => stopped.current;
  const run = async () => {
    const known = new Map(results);
    const tell = (key: string, result: BulkResult) => {
      known.set(key, result);
      setResults(new Map(known));
    };
    stopped.current = false;
    setRunning(true);
    const todo = new Set(stillToDo(known, rows.map(keyOf)));
    for (const row of rows.filter((one) => todo.has(keyOf(one)))) {
      if (isStopped()) break;
      const key = keyOf(row);
      const idempotencyKey = idempotencyKeys.current.get(key) ?? crypto.randomUUID();
      idempotencyKeys.current.set(key, idempotencyKey);
      tell(key, { state: 'running' });
      try {
        await send(row, idempotencyKey);
        tell(key, { state: 'done' });
      } catch (error) {
        tell(key, resultOf(error));
        if (isUnanswered(error)) break;
      }
    }
    setRunning(false);
    void queries.invalidateQueries({ queryKey: ['live'] });
  };
  const stop = () => {
    stopped.current = true;
  };
  return { results, running, run, stop };
}
