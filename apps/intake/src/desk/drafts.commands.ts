import type { Draft } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import { NotFound } from '@pledge/service-host';
import type { DataSource, EntityManager } from 'typeorm';

export interface DraftKept {
  readonly draftId: string;
  readonly title: string;
  readonly envelopeId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** By the clock of the page that was typed into. */
  readonly savedAt: string;
}

interface DraftRow {
  readonly draft_id: string;
  readonly title: string;
  readonly envelope_id: string | null;
  readonly data: Record<string, unknown>;
  readonly updated_at: Date;
  readonly version: number;
}

const largest = 64 * 1024;
const columns = 'draft_id, title, envelope_id, data, updated_at, version';

const draftOf = (row: DraftRow): Draft => ({
  id: row.draft_id,
  title: row.title,
  envelopeId: row.envelope_id,
  data: row.data,
  updatedAt: row.updated_at.toISOString(),
  version: row.version,
});

/** The forms a person has not sent yet: theirs alone, also after they signed out. */
export class Drafts {
  constructor(private readonly db: DataSource) {}

  async of(personId: string): Promise<Draft[]> {
    const rows = await this.db.query<DraftRow[]>(
      `select ${columns} from draft where person_id = $1 and dropped_at is null order by updated_at desc, draft_id limit 200`,
      [personId],
    );
    return rows.map(draftOf);
  }

  /**
   * Keeps what was typed; an older save that arrives late changes nothing, and cannot bring back what was dropped.
   * @throws {Refusal} where it is too large @throws {NotFound} where it is another person's, or was dropped
   */
  async keep(personId: string, { draftId, title, envelopeId, data, savedAt }: DraftKept): Promise<Draft> {
    const text = JSON.stringify(data);
    if (Buffer.byteLength(text) > largest) throw new Refusal('draft-too-large', { most: largest }, '/data');
    return this.db.transaction(async (tx) => {
      // A page's clock may be ahead: what it saves must not be newer than now, or it could not be changed from elsewhere.
      await tx.query(
        `insert into draft (draft_id, person_id, title, envelope_id, data, saved_at, updated_at, version)
         values ($1, $2, $3, $4, $5, least($6::timestamptz, clock_timestamp()), clock_timestamp(), 1)
         on conflict (draft_id) do update set title = excluded.title, envelope_id = excluded.envelope_id,
           data = excluded.data, saved_at = excluded.saved_at, updated_at = excluded.updated_at, dropped_at = null,
           version = draft.version + 1
         where draft.person_id = excluded.person_id and draft.saved_at <= excluded.saved_at
           and (draft.dropped_at is null or draft.dropped_at < excluded.saved_at)`,
        [draftId, personId, title, envelopeId, text, savedAt],
      );
      return present(tx, personId, draftId);
    });
  }

  /** @throws {NotFound} */
  async drop(personId: string, draftId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await present(tx, personId, draftId);
      await tx.query(`update draft set dropped_at = clock_timestamp(), data = '{}', title = '' where draft_id = $1`, [
        draftId,
      ]);
      await tx.query(`delete from draft where dropped_at < clock_timestamp() - interval '1 day'`);
    });
  }
}

async function present(tx: EntityManager, personId: string, draftId: string): Promise<Draft> {
  const [row] = await tx.query<DraftRow[]>(
    `select ${columns} from draft where draft_id = $1 and person_id = $2 and dropped_at is null`,
    [draftId, personId],
  );
  if (!row) throw new NotFound();
  return draftOf(row);
}
