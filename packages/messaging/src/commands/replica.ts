import type { EntityManager } from 'typeorm';
import type { Statement } from './statement.js';

type Value = string | number | boolean | null;

export interface ReplicaRow {
  readonly table: string;
  /** The columns that tell which record it is. */
  readonly key: Readonly<Record<string, Value>>;
  /** The others, as the driver takes them: JSON as text. */
  readonly columns: Readonly<Record<string, Value>>;
  /** The column that holds the place of the event that wrote them last; `sequence` unless told. */
  readonly guard?: string;
}

/** A statement that may be repeated, and the row it writes: no other lock names it, so those of a transaction go in this order. */
export interface ReplicaStatement extends Statement {
  readonly order: string;
}

/**
 * Writes this department's copy of another one's record, unless a newer event has written it: what is said again after a loss, in
 * whatever order, never takes it back in time. Names of tables and columns are constants of the program.
 * @param sequence of the event, `Received.sequence`
 */
export function replicaStatement(
  { table, key, columns, guard = 'sequence' }: ReplicaRow,
  sequence: number,
): ReplicaStatement {
  const values = { ...key, ...columns, [guard]: sequence };
  const names = Object.keys(values);
  const set = [...Object.keys(columns), guard].map((name) => `${name} = excluded.${name}`);
  return {
    text: `with written as (
       insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})
       on conflict (${Object.keys(key).join(', ')}) do update set ${set.join(', ')}
       where ${table}.${guard} < excluded.${guard} returning 1
     ) select 1 from written`,
    values: Object.values(values),
    order: `${table} ${Object.values(key).join(' ')} ${guard}`,
  };
}

/** The same, sent. @returns whether it was written */
export async function writeReplica(tx: EntityManager, row: ReplicaRow, sequence: number): Promise<boolean> {
  const { text, values } = replicaStatement(row, sequence);
  const rows: unknown[] = await tx.query(text, [...values]);
  return rows.length > 0;
}
