import { defineEvent } from '@pledge/contracts';
import type { EventOf } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { DataSource, EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import type { CommandHandler } from '../commands/command-handler.js';
import { commandHandler } from '../commands/command-handler.js';
import { messagingMigrations } from '../migrations/index.js';
import type { Store } from '../commands/store.js';

/** A record to try the shell with: a box that holds things. */
export interface Box {
  readonly held: number;
}

export type BoxCommand =
  | { readonly type: 'put'; readonly count: number; readonly requestId?: string; readonly limit?: number }
  | { readonly type: 'note' };

export const BoxFilled = defineEvent(
  'boxes.box-filled.v1',
  'Things were put into a box.',
  z.object({ count: z.int(), at: z.string(), requestId: z.string().optional() }),
);

export type BoxEvent =
  EventOf<typeof BoxFilled> | { readonly type: 'box-noted'; readonly data: { readonly at: string } };

export const box: Decider<BoxCommand, Box, BoxEvent> = {
  initial: { held: 0 },
  decide(command, state, now) {
    if (command.type === 'note') return state.held > 0 ? [{ type: 'box-noted', data: { at: now } }] : [];
    const { count, requestId, limit = 100 } = command;
    if (state.held + count > limit) throw new Refusal('box-full', { held: state.held });
    return [BoxFilled.of({ count, at: now, ...(requestId && { requestId }) })];
  },
  evolve: (state, event) => (event.type === 'boxes.box-filled.v1' ? { held: state.held + event.data.count } : state),
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

export const boxes = (db: DataSource): CommandHandler<BoxCommand, BoxEvent, BoxView> =>
  commandHandler({ db, record: 'box', rules: box, store, view });

/** The running role may use these tables because the tests' template grants it all of them. */
export class Boxes1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table box (id uuid primary key, held integer not null, version integer not null)');
    await runner.query(
      'create table copy (place bigint generated always as identity, event_id text, key text, count integer, heard_by text)',
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table copy, box');
  }
}

export const migrations = [...messagingMigrations, Boxes1700000000003];
