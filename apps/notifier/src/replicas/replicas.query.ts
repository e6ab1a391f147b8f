import { NotYetReceived } from '@pledge/kernel';
import type { EntityManager } from 'typeorm';

export interface RequestReplica {
  readonly requestId: string;
  readonly number: string;
  readonly reporter: { readonly name: string; readonly phone: string | null; readonly email: string | null };
  readonly publicToken: string;
  /** `Message-ID` of the mail it came by. */
  readonly mailId: string | null;
}

const columns = `request_id as "requestId", number, public_token as "publicToken", mail_id as "mailId",
  jsonb_build_object('name', reporter_name, 'phone', reporter_phone, 'email', reporter_email) as reporter`;

/** @throws {NotYetReceived} */
export async function requestReplica(db: EntityManager, requestId: string): Promise<RequestReplica> {
  const [row] = await db.query<RequestReplica[]>(`select ${columns} from request_replica where request_id = $1`, [
    requestId,
  ]);
  if (!row) throw new NotYetReceived(`request ${requestId}`, requestId);
  return row;
}

/**
 * Everybody who reported the fault: who opened the request, and those whose reports were joined to it.
 * @throws {NotYetReceived}
 */
export async function reportersOf(db: EntityManager, requestId: string): Promise<RequestReplica[]> {
  const rows = await db.query<RequestReplica[]>(
    `select ${columns} from request_replica where request_id = $1 or joined_to = $1 order by request_id`,
    [requestId],
  );
  if (!rows.some((row) => row.requestId === requestId)) throw new NotYetReceived(`request ${requestId}`, requestId);
  return rows;
}

export interface EngineerReplica {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
}

/** @throws {NotYetReceived} */
export async function engineerReplica(db: EntityManager, engineerId: string): Promise<EngineerReplica> {
  const [row] = await db.query<EngineerReplica[]>(
    'select name, phone, email from engineer_replica where engineer_id = $1',
    [engineerId],
  );
  if (!row) throw new NotYetReceived(`engineer ${engineerId}`, engineerId);
  return row;
}
