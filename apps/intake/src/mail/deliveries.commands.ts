import { IdempotencyKeyReused } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { delivered, noteDelivery } from './deliveries.store.js';
import type { Mails, Taken } from './mails.commands.js';

export interface Delivery {
  /** The same for every attempt. */
  readonly deliveryId: string;
  readonly signedAt: string;
}

/** What mail gateways push. Who heard no answer delivers again, and gets the answer of the first time without waiting once more. */
export class MailDeliveries {
  constructor(
    private readonly db: DataSource,
    private readonly mails: Mails,
    /** The address that the gateway gets mail for: the same mail is one envelope, by whichever way it comes. */
    private readonly mailbox: string,
  ) {}

  /** @throws {IdempotencyKeyReused} where another mail came under this id */
  async take(raw: Uint8Array, { deliveryId, signedAt }: Delivery): Promise<Taken> {
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(raw))).toString('hex');
    const before = await delivered(this.db.manager, deliveryId);
    if (before && before.sha256 !== sha256) throw new IdempotencyKeyReused();
    if (before) return { envelopeId: before.envelopeId, joinedTo: before.joinedTo };
    const taken = await this.mails.take(raw, { mailbox: this.mailbox, receivedAt: signedAt });
    await noteDelivery(this.db.manager, { deliveryId, sha256, ...taken });
    return taken;
  }
}
