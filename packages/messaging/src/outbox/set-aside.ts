import { JetStreamApiError } from '@nats-io/jetstream';
import { InvalidArgumentError, InvalidSubjectError, PermissionViolationError } from '@nats-io/transport-node';
import type { DataSource } from 'typeorm';
import type { Logger } from '../logger.js';

export interface Unpublished {
  readonly seq: string;
  readonly failure: unknown;
}

/** So often an event may be refused beside others that were published before a person decides. */
const attemptsBesideOthers = 10;

/** True where the client itself refuses the event, e.g. because it is larger than the server takes: no repetition helps. */
const isHopeless = (failure: unknown): boolean =>
  failure instanceof InvalidArgumentError || failure instanceof InvalidSubjectError;

/** True where the server refused this event. A timeout or a lost connection is the bus's own, however often it comes. */
const isRefused = (failure: unknown): boolean =>
  failure instanceof JetStreamApiError || failure instanceof PermissionViolationError;

/**
 * Notes what could not be published, and sets aside what never will be or was refused too often while others went through. What is set
 * aside holds up its own key only, and is shown to the administrator.
 * @param besideOthers whether others were published in the same round: else it is the bus that fails, and no event's fault
 * @returns a failure that is not the event's own, where there is one
 */
export async function setAside(
  db: DataSource,
  unpublished: readonly Unpublished[],
  besideOthers: boolean,
  logger: Logger,
): Promise<Error | undefined> {
  const counted = unpublished.filter(({ failure }) => isHopeless(failure) || (besideOthers && isRefused(failure)));
  if (counted.length > 0) {
    const [stuck]: [{ event_id: string; type: string; stuck_at: Date | null; last_error: string }[]] = await db.query(
      `update outbox o set attempts = attempts + 1, last_error = f.error,
         stuck_at = case when f.hopeless or attempts + 1 >= $1 then clock_timestamp() end
       from jsonb_to_recordset($2::jsonb) as f (seq bigint, error text, hopeless boolean) where o.seq = f.seq
       returning event_id, type, stuck_at, last_error`,
      [
        attemptsBesideOthers,
        JSON.stringify(
          counted.map(({ seq, failure }) => ({
            seq,
            error: String(failure).slice(0, 2_000),
            hopeless: isHopeless(failure),
          })),
        ),
      ],
    );
    for (const { event_id: event, type, stuck_at: at, last_error: why } of stuck) {
      if (at) logger.error({ event, type, why }, 'an event cannot be published, an administrator has to look at it');
    }
  }
  const other = unpublished.find(({ failure }) => !isHopeless(failure));
  return other && (other.failure instanceof Error ? other.failure : new Error(String(other.failure)));
}
