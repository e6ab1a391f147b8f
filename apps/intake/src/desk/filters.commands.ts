import type { Person } from '@pledge/contracts';
import type { InputOf, QueueName, ReplyOf, saveFilter } from '@pledge/contracts/http';
import { NotFound } from '@pledge/service-host';
import type { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';

type SavedFilter = ReplyOf<typeof saveFilter>;

interface FilterRow {
  readonly filter_id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly name: string;
  readonly queue: QueueName;
  readonly query: string;
  readonly shared: boolean;
}

const filterOf = (row: FilterRow): SavedFilter => ({
  id: row.filter_id,
  name: row.name,
  queue: row.queue,
  query: row.query,
  shared: row.shared,
  owner: { personId: row.person_id, name: row.person_name },
});

/** Filters of the queues that somebody gave a name. */
export class SavedFilters {
  constructor(private readonly db: DataSource) {}

  /** Their own first, then those that others share. */
  async seenBy(personId: string): Promise<SavedFilter[]> {
    const rows = await this.db.query<FilterRow[]>(
      'select * from saved_filter where person_id = $1 or shared order by person_id <> $1, name, filter_id limit 500',
      [personId],
    );
    return rows.map(filterOf);
  }

  /** A name of theirs that is there already gets the new filter. */
  async save(by: Person, asked: InputOf<typeof saveFilter>['body']): Promise<SavedFilter> {
    return this.db.transaction(async (tx) => {
      await tx.query(
        `insert into saved_filter (filter_id, person_id, person_name, name, queue, query, shared)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (person_id, name) do update set person_name = excluded.person_name, queue = excluded.queue,
           query = excluded.query, shared = excluded.shared`,
        [newId(), by.personId, by.name, asked.name, asked.queue, asked.query, asked.shared],
      );
      const [row] = await tx.query<FilterRow[]>('select * from saved_filter where person_id = $1 and name = $2', [
        by.personId,
        asked.name,
      ]);
      if (!row) throw new NotFound();
      return filterOf(row);
    });
  }

  /** @throws {NotFound} also where it is somebody else's */
  async delete(personId: string, filterId: string): Promise<void> {
    const [, count] = await this.db.query<[unknown, number]>(
      'delete from saved_filter where filter_id = $1 and person_id = $2',
      [filterId, personId],
    );
    if (count === 0) throw new NotFound();
  }
}
