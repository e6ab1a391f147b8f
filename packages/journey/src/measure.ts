import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addressOf, clientOf } from '@pledge/client';
import { listOrders, reportRequest } from '@pledge/contracts/http';
import autocannon from 'autocannon';
import pg from 'pg';
import type { BreakableStack } from './stack.js';
import { equipmentInWarranty } from './main-job.js';
import type { Person } from './person.js';
import { People } from './person.js';

const connections = 8;

/** More devices than the demo has, so that every report is a request of its own and none is joined to another. */
async function addDevices(
  stack: BreakableStack,
  like: { customerId: string; siteId: string; id: string },
  count: number,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: stack.databaseUrl('intake') });
  await client.connect();
  try {
    const { rows } = await client.query<{ equipment_id: string }>(
      `with sites as (select site_id, customer_id, row_number() over () - 1 as n, count(*) over () as all_sites from site_copy),
         device as (select gen_random_uuid() as equipment_id, g from generate_series(1, $2) g)
       insert into equipment_copy (equipment_id, customer_id, site_id, qr_token, data)
       select d.equipment_id, s.customer_id, s.site_id, d.equipment_id::text,
         jsonb_set(jsonb_set((select data from equipment_copy where equipment_id = $1), '{equipmentId}', to_jsonb(d.equipment_id)),
           '{siteId}', to_jsonb(s.site_id))
       from device d join sites s on s.n = d.g % s.all_sites
       returning equipment_id || ' ' || site_id || ' ' || customer_id as equipment_id`,
      [like.id, count],
    );
    return rows.map(({ equipment_id: triple }) => triple);
  } finally {
    await client.end();
  }
}

const reportOf = (triple: string) => {
  const [equipmentId, siteId, customerId] = triple.split(' ');
  return {
    kind: 'fault' as const,
    channel: 'hotline' as const,
    reportedBy: { name: '王敏', phone: '13800000001' },
    customerId,
    siteId,
    equipmentId,
    description: `主机反复重启 ${randomUUID()}`,
    nature: 'equipment' as const,
    category: 'access-control' as const,
    location: '3 号楼一层弱电间',
    impact: 'partial' as const,
  };
};

const headersOf = ({ cookie, session }: Person) => ({
  cookie,
  'content-type': 'application/json',
  'x-csrf-token': session.csrfToken,
});

export interface Throughput {
  readonly perSecond: number;
  readonly accepted: number;
  readonly refused: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Reports accepted per second through the front door, 8 connections for `seconds`. */
async function throughput(
  stack: BreakableStack,
  agent: Person,
  devices: string[],
  seconds: number,
): Promise<Throughput> {
  const result = await autocannon({
    url: stack.url + addressOf(reportRequest, {}, {}),
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const device = devices.pop();
          if (device === undefined) throw new Error('more reports than devices: add devices');
          const headers = { ...headersOf(agent), 'idempotency-key': randomUUID() };
          return { ...request, headers, body: JSON.stringify(reportOf(device)) };
        },
      },
    ],
  });
  return {
    perSecond: Math.round(result['2xx'] / result.duration),
    accepted: result['2xx'],
    refused: result.non2xx + result.errors,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}

/** From the report's answer to the order in dispatch's own list, with `perSecond` reports beside each other. */
async function visibility(stack: BreakableStack, people: People, devices: string[], count: number, perSecond: number) {
  const agent = await people.as('agent');
  const dispatcher = await people.as('dispatcher');
  const { call } = clientOf({ origin: stack.url, headers: () => ({ cookie: dispatcher.cookie }) });
  const took: number[] = [];
  const one = async () => {
    const device = devices.pop();
    if (device === undefined) throw new Error('more reports than devices: add devices');
    const { id: requestId } = await agent.call(reportRequest, { body: reportOf(device) });
    const accepted = performance.now();
    while ((await call(listOrders, { query: { requestId } })).items.length === 0) {
      if (performance.now() - accepted > 30_000) throw new Error('no order within 30 s');
    }
    took.push(performance.now() - accepted);
  };
  const under: Promise<void>[] = [];
  const start = performance.now();
  for (let n = 0; n < count; n += 1) {
    const due = start + (n * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    under.push(one());
  }
  await Promise.all(under);
  took.sort((a, b) => a - b);
  const quantile = (q: number) => Math.round(took[Math.min(took.length - 1, Math.floor(took.length * q))] ?? 0);
  return { p50Ms: quantile(0.5), p99Ms: quantile(0.99), count, perSecond };
}

/** Resident memory of each program, in MB. */
export const memoryOf = (pids: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => {
      const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
      return [name, Math.round(Number(kilobytes) / 1024)];
    }),
  );

/** The figures of the closing notes, each with what it was measured by. */
export async function measure(stack: BreakableStack, say: (line: string) => void): Promise<void> {
  const people = new People(stack.url, 30_000);
  const [like] = await equipmentInWarranty(people);
  if (!like) throw new Error('the demo company has no equipment in warranty');
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  say(`idle memory, MB: ${JSON.stringify(memoryOf(stack.pids()))}`);
  const devices = await addDevices(stack, like, 60_000);
  const agent = await people.as('agent');
  await throughput(stack, agent, devices, 5);
  const seconds = 15;
  say(
    `reports accepted, ${String(connections)} connections, ${String(seconds)} s: ${JSON.stringify(await throughput(stack, agent, devices, seconds))}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 30_000));
  say(`report accepted to order visible: ${JSON.stringify(await visibility(stack, people, devices, 300, 20))}`);
}
