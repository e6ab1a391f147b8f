import type { EntityManager } from 'typeorm';
import { NotYetReceived } from '@pledge/kernel';

export interface RequestCopy {
  readonly requestId: string;
  readonly number: string;
  readonly reporter: { readonly name: string; readonly phone: string | null; readonly email: string | null };
  readonly publicToken: string;
  /** `Message-ID` of the mail it came by. */
  readonly mailId: string | null;
}

interface RequestCopyRow {
  readonly request_id: string;
  readonly number: string;
  readonly reporter_name: string;
  readonly reporter_phone: string | null;
  readonly reporter_email: string | null;
  readonly public_token: string;
  readonly mail_id: string | null;
}

const columns = 'request_id, number, reporter_name, reporter_phone, reporter_email, public_token, mail_id';

const copyOf = (row: RequestCopyRow): RequestCopy => ({
  requestId: row.request_id,
  number: row.number,
  reporter: { name: row.reporter_name, phone: row.reporter_phone, email: row.reporter_email },
  publicToken: row.public_token,
  mailId: row.mail_id,
});

/** @throws {NotYetReceived} */
export async function requestCopy(db: EntityManager, requestId: string): Promise<RequestCopy> {
  const [row] = await db.query<RequestCopyRow[]>(`select ${columns} from request_copy where request_id = $1`, [
    requestId,
  ]);
  if (!row) throw new NotYetReceived(`request ${requestId}`, requestId);
  return copyOf(row);
}

/**
 * Everybody who reported the fault: who opened the request, and those whose reports were joined to it.
 * @throws {NotYetReceived}
 */
export async function reportersOf(db: EntityManager, requestId: string): Promise<RequestCopy[]> {
  const rows = await db.query<RequestCopyRow[]>(
    `select ${columns} from request_copy where request_id = $1 or joined_to = $1 order by request_id`,
    [requestId],
  );
  if (!rows.some((row) => row.request_id === requestId)) throw new NotYetReceived(`request ${requestId}`, requestId);
  return rows.map(copyOf);
}

export interface EngineerCopy {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
}

/** @throws {NotYetReceived} */
export async function engineerCopy(db: EntityManager, engineerId: string): Promise<EngineerCopy> {
  const [row] = await db.query<EngineerCopy[]>('select name, phone, email from engineer_copy where engineer_id = $1', [
    engineerId,
  ]);
  if (!row) throw new NotYetReceived(`engineer ${engineerId}`, engineerId);
  return row;
}
