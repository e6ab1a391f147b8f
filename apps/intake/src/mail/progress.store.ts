import type { EntityManager } from 'typeorm';

/** How far a mailbox was read; the numbers of its mails hold only together with their validity. */
export interface Progress {
  /** Every mail up to this number is stored; null where the mailbox was never read to its end. */
  readonly upTo: number | null;
}

export async function progressOf(db: EntityManager, mailbox: string, validity: string): Promise<Progress> {
  const [row] = await db.query<{ up_to: string }[]>('select up_to from mailbox where mailbox = $1 and validity = $2', [
    mailbox,
    validity,
  ]);
  return { upTo: row ? Number(row.up_to) : null };
}

export async function readUpTo(db: EntityManager, mailbox: string, validity: string, upTo: number): Promise<void> {
  await db.query(
    `insert into mailbox (mailbox, validity, up_to) values ($1, $2, $3)
     on conflict (mailbox) do update set up_to = excluded.up_to, validity = excluded.validity`,
    [mailbox, validity, upTo],
  );
}

/** Those of these mails whose envelope is committed. */
export async function storedAmong(
  db: EntityManager,
  mailbox: string,
  validity: string,
  numbers: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ number: string }[]>(
    'select number from mailbox_mail where mailbox = $1 and validity = $2 and number = any($3)',
    [mailbox, validity, numbers],
  );
  return new Set(rows.map(({ number }) => Number(number)));
}

export async function stored(
  db: EntityManager,
  mail: { readonly mailbox: string; readonly validity: string; readonly number: number; readonly envelopeId: string },
): Promise<void> {
  await db.query(
    `insert into mailbox_mail (mailbox, validity, number, envelope_id) values ($1, $2, $3, $4) on conflict do nothing`,
    [mail.mailbox, mail.validity, mail.number, mail.envelopeId],
  );
}
