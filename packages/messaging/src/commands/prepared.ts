import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

interface Connection {
  query(statement: { name: string; text: string; values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

const names = new Map<string, string>();

/**
 * One of the statements of every command, planned once a connection rather than every time. For texts that are constants only: each
 * text stays with the connection for as long as that lives. Outside a transaction it is planned anew.
 * @param values for `$1`, `$2`…
 */
export async function prepared<Row>(tx: EntityManager, text: string, values: readonly unknown[]): Promise<Row[]> {
  const runner = tx.queryRunner;
  if (!runner) return tx.query<Row[]>(text, [...values]);
  const connection = (await runner.connect()) as Connection;
  const { rows } = await connection.query({ name: nameOf(text), text, values });
  return rows as Row[];
}

/** Under which name a text is prepared. */
export function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return name;
}
