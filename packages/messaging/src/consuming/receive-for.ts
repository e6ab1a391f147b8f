import type { DataSource } from 'typeorm';
import type { AnyEvent } from '../journal.js';
import { speakerOf } from '../topology.js';
import type { Message } from './message.js';
import type { Reaction } from './on.js';
import { planOf, reactTogether } from './together.js';

/**
 * For tests: hands an event to reactions that say what they do, as a consumer does, all in one transaction.
 * @throws whatever a rule or the database refuses
 */
export async function receiveFor(
  db: DataSource,
  reactions: readonly Reaction[],
  { type, data, id, sequence }: AnyEvent & { readonly id: string; readonly sequence: number },
): Promise<void> {
  const at = new Date().toISOString();
  const cloudEvent = { id, type, sequence, source: speakerOf(type), at, about: '', partitionKey: id };
  const message: Message = { cloudEvent, subject: type, stream: '', streamSeq: 1, body: JSON.stringify(data) };
  const bound = reactions.map((reaction) => ({ ...reaction, react: () => Promise.resolve() }));
  await reactTogether([planOf(bound, message)], {
    db,
    timeZone: 'Asia/Shanghai',
    park: (_message, { failure }) => {
      throw failure as Error;
    },
  });
}
