import { DataSource } from 'typeorm';
import { startTimers } from '../timers.js';
import type { Hearing } from './departments.js';
import { fillMore, startBoxes, startShelves } from './departments.js';

/** How and where a child that is about to die is started: as JSON in its first argument. */
export interface ChildOrder {
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly requestId: string;
  readonly dies: 'before-publish' | 'after-publish' | 'before-effect' | 'after-effect' | 'after-timer';
}

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
};

async function main(order: ChildOrder): Promise<void> {
  const { databaseUrl, natsUrl, requestId, dies } = order;
  const db = await new DataSource({ type: 'postgres', url: databaseUrl, extra: { pipeline: true } }).initialize();
  const place = { db, databaseUrl, natsUrl };

  if (dies === 'before-effect' || dies === 'after-effect') {
    const fatal: Hearing = ({ data }) => {
      if (data.requestId === requestId && data.count === 2) die();
    };
    await startShelves(place, { name: 'child', ...(dies === 'before-effect' ? { before: fatal } : { after: fatal }) });
  } else if (dies === 'after-timer') {
    startTimers(db, {
      ring: async (ref) => {
        await db.query(
          'insert into copy (event_id, key, count) select $1, $1, 1 where not exists (select 1 from copy where key = $1)',
          [ref],
        );
        die();
      },
    });
  } else {
    const boxes = startBoxes(place);
    const js = (await boxes.bus.ready())?.js;
    if (!js) throw new Error('no bus');
    const publish = js.publish.bind(js);
    js.publish = async (...given) => {
      if (dies === 'after-publish') await publish(...given);
      return die();
    };
    await fillMore(db, requestId, 3);
  }
}

await main(JSON.parse(process.argv[2] ?? '{}') as ChildOrder);
