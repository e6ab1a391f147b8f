import type { JetStreamManager } from '@nats-io/jetstream';
import type { DataSource } from 'typeorm';

/** What is known of the stream: which one it is, and how far it got. */
export interface StreamState {
  readonly incarnation: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export interface Reconciled extends StreamState {
  /** How many events wait to be said again. */
  readonly lost: number;
  /** True where the stream is the same, yet shorter than what it acknowledged. */
  readonly fellBack: boolean;
}

const again =
  'update outbox set published_at = null, stream_seq = null, incarnation = null, lost = lost + 1 where published_at is not null';
const young = `created_at > clock_timestamp() - $1 * interval '1 ms'`;

/** Marks whatever the stream acknowledged once and holds no longer, so that the relay says it again in the old order. */
export async function reconcile(
  db: DataSource,
  jsm: JetStreamManager,
  stream: string,
  retentionMs: number,
  before?: StreamState,
): Promise<Reconciled> {
  const now = await jsm.streams.info(stream);
  const deleted = now.state.num_deleted > 0 ? await deletedFrom(jsm, stream) : [];
  const incarnation = now.created;
  const { first_seq: firstSeq, last_seq: lastSeq } = now.state;
  const forget = async (where: string, ...parameters: unknown[]): Promise<number> => {
    const answer: [unknown[], number] = await db.query(`${again} and ${young} and ${where}`, [
      retentionMs,
      ...parameters,
    ]);
    return answer[1];
  };

  let lost = 0;
  if (before?.incarnation !== incarnation) lost += await forget('incarnation is distinct from $2', incarnation);
  const beyond = await forget('incarnation = $2 and stream_seq > $3', incarnation, lastSeq);
  lost += beyond;
  if (firstSeq > (before?.firstSeq ?? 0)) {
    // What the stream let go because of its age is not lost: an hour's margin keeps the two clocks apart.
    lost += await forget(
      `incarnation = $2 and stream_seq < $3 and created_at > clock_timestamp() - ($1 - 3600000) * interval '1 ms'`,
      incarnation,
      firstSeq,
    );
  }
  if (deleted.length > 0)
    lost += await forget('incarnation = $2 and stream_seq = any($3::bigint[])', incarnation, deleted);
  return { incarnation, firstSeq, lastSeq, lost, fellBack: beyond > 0 };
}

async function deletedFrom(jsm: JetStreamManager, stream: string): Promise<readonly number[]> {
  const { state } = await jsm.streams.info(stream, { deleted_details: true });
  return state.deleted;
}

/** The stream gave a place for the second time: what had it, and all after it, is gone. */
export async function forgetFrom(
  db: DataSource,
  incarnation: string,
  seq: number,
  except: readonly string[],
): Promise<void> {
  await db.query(`${again} and incarnation = $1 and stream_seq >= $2 and not seq = any($3::bigint[])`, [
    incarnation,
    seq,
    except,
  ]);
}
