import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { CommandHandler, Store } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource, EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import type { z } from 'zod';
import type { note } from './notes.routes.js';

/** A record to try the host with: a note of a few lines. */
export type Note = z.output<typeof note>;

interface State {
  readonly text: string;
  readonly lines: number;
}
export type NoteCommand = { readonly type: 'write'; readonly text: string } | { readonly type: 'tear' };
export type NoteEvent = { readonly type: 'support.note-written.v1'; readonly data: { readonly text: string } };

const rules: Decider<NoteCommand, State, NoteEvent> = {
  initial: { text: '', lines: 0 },
  decide(command, state) {
    if (command.type === 'tear') throw new Refusal('note-not-tearable', { status: 'written', possible: ['write'] });
    if (command.text === 'rude') throw new Refusal('note-rude', {}, '/text');
    if (state.lines >= 3) throw new Refusal('note-full', { status: 'full', possible: [] });
    return [{ type: 'support.note-written.v1', data: { text: command.text } }];
  },
  evolve: (state, { data }) => ({ text: data.text, lines: state.lines + 1 }),
};

const store: Store<State> = {
  async load(tx, id) {
    const rows: (State & { version: number })[] = await tx.query(
      'select text, lines, version from note where id = $1',
      [id],
    );
    return rows[0] && { state: rows[0], version: rows[0].version };
  },
  async save(tx, id, { text, lines }, version) {
    await tx.query(
      `insert into note values ($1, $2, $3, $4)
       on conflict (id) do update set text = excluded.text, lines = excluded.lines, version = excluded.version`,
      [id, text, lines, version],
    );
  },
};

export async function readNote(tx: EntityManager, id: string): Promise<Note | undefined> {
  const rows: Note[] = await tx.query('select id, text, lines, version from note where id = $1', [id]);
  return rows[0];
}

async function view(tx: EntityManager, id: string): Promise<Note> {
  return (await readNote(tx, id)) ?? { id, text: '', lines: 0, version: 0 };
}

export const notes = (db: DataSource): CommandHandler<NoteCommand, NoteEvent, Note> =>
  commandHandler({ db, record: 'note', rules, store, view });

export class Notes1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table note (id uuid primary key, text text not null, lines integer not null, version integer not null)',
    );
    await runner.query('create table heard (event_id text primary key, text text not null)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table note, heard');
  }
}
