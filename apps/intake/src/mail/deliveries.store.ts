import type { EntityManager } from 'typeorm';

interface Row {
  readonly deliveryId: string;
  /** Of the mail as it came. */
  readonly sha256: string;
  readonly envelopeId: string;
  readonly joinedTo: string | null;
}

/** What became of a delivery that was answered, or whose answer got lost. */
export async function delivered(db: EntityManager, deliveryId: string): Promise<Row | undefined> {
  const [row] = await db.query<Row[]>(
    `select delivery_id as "deliveryId", sha256, envelope_id as "envelopeId", joined_to as "joinedTo"
     from mail_delivery where delivery_id = $1`,
    [deliveryId],
  );
  return row;
}

export async function noteDelivery(
  db: EntityManager,
  { deliveryId, sha256, envelopeId, joinedTo }: Row,
): Promise<void> {
  await db.query(
    `insert into mail_delivery (delivery_id, sha256, envelope_id, joined_to) values ($1, $2, $3, $4) on conflict do nothing`,
    [deliveryId, sha256, envelopeId, joinedTo],
  );
}
