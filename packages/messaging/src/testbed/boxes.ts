import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { DataSource, EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import type { CommandHandler } from '../command-handler.js';
import { commandHandler } from '../command-handler.js';
import type { Store } from '../store.js';

/** A record to try the shell with: a box that holds things. */
export interface Box {
  readonly held: number;
}

export type BoxCommand =
  | { readonly type: 'put'; readonly count: number; readonly requestId?: string; readonly limit?: number }
  | { readonly type: 'note' };

export type BoxFact =
  | {
      readonly type: 'boxes.box-filled.v1';
      readonly data: { boxId?: string; count: number; requestId?: string; at: string };
    }
  | { readonly type: 'box-noted'; readonly data: { at: string } };

export const box: Decider<BoxCommand, Box, BoxFact> = {
  initial: { held: 0 },
  decide(command, state, now) {
    if (command.type === 'note') return state.held > 0 ? [{ type: 'box-noted', data: { at: now } }] : [];
    const { count, requestId, limit = 100 } = command;
    if (state.held + count > limit) throw new Refusal('box-full', { held: state.held });
    return [{ type: 'boxes.box-filled.v1', data: { count, at: now, ...(requestId && { requestId }) } }];
  },
  evolve: (state, fact) => (fact.type === 'boxes.box-filled.v1' ? { held: state.held + fact.data.count } : state),
};

const store: Store<Box> = {
  async load(tx, id) {
    const rows: { held: number; version: number }[] = await tx.query('select held, version from box where id = $1', [
      id,
    ]);
    return rows[0] && { state: { held: rows[0].held }, version: rows[0].version };
  },
  async save(tx, id, { held }, version) {
    await tx.query(
      'insert into box values ($1, $2, $3) on conflict (id) do update set held = excluded.held, version = excluded.version',
      [id, held, version],
    );
  },
};

export interface BoxView {
  readonly boxId: string;
  readonly version: number;
  readonly held: number;
}

async function view(tx: EntityManager, id: string): Promise<BoxView> {
  const rows: BoxView[] = await tx.query('select id as "boxId", version, held from box where id = $1', [id]);
  return rows[0] ?? { boxId: id, version: 0, held: 0 };
}

export const boxes = (db: DataSource): CommandHandler<BoxCommand, BoxFact, BoxView> =>
  commandHandler({ db, record: 'box', rules: box, store, view });

export class Boxes1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table box (id uuid primary key, held integer not null, version integer not null)');
    await runner.query(
      'create table copy (event_id text primary key, key text, count integer, place bigint generated always as identity)',
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table copy, box');
  }
}
