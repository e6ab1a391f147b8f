import type { EventOf } from '@pledge/contracts';
import { defineEvent } from '@pledge/contracts';
import type { Decider, Given } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import { z } from 'zod';
import type { Aggregate } from '../commands/aggregate.js';
import { question } from '../commands/statement.js';

export const JarFilled = defineEvent('jars.jar-filled.v1', 'A jar holds more.', z.object({ count: z.int() }));

interface Jar {
  readonly total: number;
}
export interface Fill {
  readonly type: 'fill';
  readonly count: number;
}

const rules: Decider<Fill, Jar, EventOf<typeof JarFilled>, Given> = {
  initial: { total: 0 },
  decide({ count }) {
    if (count < 0) throw new Refusal('less-than-nothing');
    return [JarFilled.of({ count })];
  },
  evolve: ({ total }, { data }) => ({ total: total + data.count }),
};

/** A record of which the database itself refuses more than 9,000. */
export const jars: Aggregate<Fill, Jar, EventOf<typeof JarFilled>> = {
  record: 'jar',
  rules,
  store: {
    load: (id) =>
      question(
        'select total, version from jar where jar_id = $1',
        [id],
        ([row]: readonly (Jar & { version: number })[]) => row && { state: { total: row.total }, version: row.version },
      ),
    save: (id, { total }, version) => ({
      text: `insert into jar (jar_id, total, version) values ($1, $2, $3)
        on conflict (jar_id) do update set total = excluded.total, version = excluded.version`,
      values: [id, total, version],
    }),
  },
};

export const jarTables = `
create table jar (jar_id uuid primary key, total integer not null check (total <= 9000), version integer not null);
create table box_replica (box_id uuid primary key, count integer not null, sequence bigint not null default 0);
grant select, insert, update on jar, box_replica to public`;
