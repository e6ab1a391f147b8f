import type { Person } from '@pledge/contracts';
import type { InputOf, listLooking, lookAt, ReplyOf } from '@pledge/contracts/http';
import type { DataSource } from 'typeorm';

type Looking = InputOf<typeof lookAt>;
type Others = ReplyOf<typeof lookAt>['others'];
type AllLooking = ReplyOf<typeof listLooking>;

interface LookingRow {
  readonly person_id: string;
  readonly person_name: string;
  readonly since: Date;
  readonly editing: boolean;
}
interface LookingAtRow extends LookingRow {
  readonly subject: Looking['params']['subject'];
  readonly subject_id: string;
}

const mostShown = 1000;

/** Who has a record open: who has not said so for half a minute has left, by the database's clock. */
export class Presence {
  constructor(private readonly db: DataSource) {}

  look({ personId, name }: Person, { params, body }: Looking): Promise<Others> {
    const subject = [params.subject, params.subjectId];
    return this.db.transaction(async (tx) => {
      // In one order and past what others hold, so that two who look at once never wait for each other.
      await tx.query(
        `delete from looking where (subject, subject_id, person_id) in (
           select subject, subject_id, person_id from looking where seen_at < clock_timestamp() - interval '30 seconds'
           order by seen_at limit 100 for update skip locked)`,
      );
      if (body.leaving) {
        await tx.query('delete from looking where subject = $1 and subject_id = $2 and person_id = $3', [
          ...subject,
          personId,
        ]);
      } else {
        await tx.query(
          `insert into looking (subject, subject_id, person_id, person_name, editing, since, seen_at)
           values ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp())
           on conflict (subject, subject_id, person_id) do update set person_name = excluded.person_name,
             editing = excluded.editing, seen_at = excluded.seen_at,
             since = case when looking.seen_at < clock_timestamp() - interval '30 seconds' then excluded.since
                     else looking.since end`,
          [...subject, personId, name, body.editing],
        );
      }
      const rows = await tx.query<LookingRow[]>(
        `select person_id, person_name, since, editing from looking
         where subject = $1 and subject_id = $2 and person_id <> $3
           and seen_at >= clock_timestamp() - interval '30 seconds'
         order by since, person_id limit 50`,
        [...subject, personId],
      );
      return rows.map(lookerOf);
    });
  }

  /** Everything that others have open, and how far the department's journal has come. */
  async others(personId: string): Promise<AllLooking> {
    const rows = await this.db.query<LookingAtRow[]>(
      `select subject, subject_id, person_id, person_name, since, editing from looking
       where person_id <> $1 and seen_at >= clock_timestamp() - interval '30 seconds'
       order by since, person_id limit ${String(mostShown)}`,
      [personId],
    );
    const [last] = await this.db.query<{ seq: string | null }[]>('select max(seq)::text as seq from journal');
    const items = rows.map((row) => ({ subject: row.subject, subjectId: row.subject_id, by: lookerOf(row) }));
    return { items, newest: last?.seq ?? '0' };
  }
}

const lookerOf = (row: LookingRow): Others[number] => ({
  personId: row.person_id,
  name: row.person_name,
  since: row.since.toISOString(),
  editing: row.editing,
});
