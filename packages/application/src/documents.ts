import type { RecordStore, Versioned } from '@pledge/messaging';
import { question } from '@pledge/messaging';

type Value = string | number | boolean | null | readonly string[];

/** Columns beside the document: what is searched, sorted, shown in a list or guarded by the database. */
export type Columns<State> = Readonly<Record<string, (state: State) => Value>>;

/** A live state: what a record that is not there yet looks like is never stored. */
type Live<State> = Exclude<State, { readonly status: 'absent' }>;

interface Row {
  readonly record: unknown;
  readonly version: number;
}

/**
 * Keeps a record as a document (`record jsonb`) with its version and the columns that are told. An older version never overwrites a
 * newer one.
 * @param table and `key`: constants of the program
 */
export function documents<State extends object>(
  table: string,
  key: string,
  columns: Columns<Live<State>>,
): RecordStore<State> {
  const own = Object.entries(columns);
  const names = [key, ...own.map(([name]) => name), 'record', 'version'];
  const set = names.slice(1).map((name) => `${name} = excluded.${name}`);
  const loadText = `select record, version from ${table} where ${key} = $1`;
  const saveText = `insert into ${table} (${names.join(', ')}) values (${names.map((_, nth) => `$${nth + 1}`).join(', ')})
    on conflict (${key}) do update set ${set.join(', ')} where ${table}.version < excluded.version`;
  return {
    load: (id) =>
      question(loadText, [id], ([row]: readonly Row[]): Versioned<State> | undefined =>
        row ? { state: row.record as State, version: row.version } : undefined,
      ),
    save: (id, state, version) => ({
      text: saveText,
      values: [id, ...own.map(([, of]) => of(state as Live<State>)), JSON.stringify(state), version],
    }),
  };
}
