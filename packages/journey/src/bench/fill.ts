import type pg from 'pg';
import type { Sizes } from './sizes.js';

type Say = (line: string) => void;

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧';
const given = '敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文博雅婷子轩欣怡';
const towns = ['滨江', '望海', '云栖', '青山', '星河', '金桥', '松湖', '石塘', '东湾', '南屏', '临港', '古荡'];
const trades = ['医院', '中学', '商场', '地铁站', '数据中心', '大学', '写字楼', '物流园', '酒店', '博物馆'];
const devices = [
  '门禁控制器',
  '网络摄像机',
  '火灾报警控制器',
  '冷源群控柜',
  '核心交换机',
  '人脸速通门',
  '消防水泵控制箱',
];
const parts = [
  '读卡器',
  '电源模块',
  '硬盘',
  '探测器',
  '输入模块',
  '温度传感器',
  '光模块',
  '电磁锁',
  '显示屏',
  '蓄电池',
];
const ails = [
  '无响应',
  '反复重启',
  '离线',
  '误报',
  '漏报',
  '异响',
  '过热',
  '花屏',
  '通信中断',
  '不能开门',
  '时间不准',
  '无法登录',
];

/** Picks by the row's number, so that a run is like the last. */
const pick = (list: readonly string[], n: string) =>
  `(array[${list.map((word) => `'${word}'`).join(',')}])[1 + ${n} % ${String(list.length)}]`;
const letter = (letters: string, n: string) => `substr('${letters}', (1 + ${n} % ${String(letters.length)})::int, 1)`;
/** Spreads neighbouring numbers. */
const spread = (n: string, by: number) => `(abs(hashint8(${n} + ${String(by)})))`;

/** Rows of a table, each made of one (`like`) that the demo has, with columns of its own; `numbers` gives them a `g`. */
async function grow(
  db: pg.Client,
  table: string,
  own: string,
  numbers: string,
  values: readonly unknown[],
): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attgenerated = ''`,
    [table],
  );
  const columns = rows.map(({ name }) => `"${name}"`);
  await db.query(
    `insert into ${table} (${columns.join(',')})
     select ${columns.map((name) => `(made.r).${name}`).join(',')}
     from (
       select jsonb_populate_record(like_it.r, ${own}) as r
       from (${numbers}) as n, (select t as r from ${table} t limit 1) as like_it
       offset 0
     ) as made`,
    [...values],
  );
}

/** Indexes are built when the rows are there: one that grows row by row takes many times as long. */
async function withoutIndexes(db: pg.Client, tables: readonly string[], fill: () => Promise<void>): Promise<void> {
  const { rows } = await db.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
     where tablename = any($1) and indexname not in (select conname from pg_constraint)`,
    [tables],
  );
  for (const { name } of rows) await db.query(`drop index "${name}"`);
  await fill();
  for (const { made } of rows) await db.query(made);
}

/** The same id for the same number, with the bits that a UUID of version 4 has. */
const idOf = (what: string, n: string) =>
  `overlay(overlay(md5('${what}/' || ${n}) placing '4' from 13) placing '8' from 17)::uuid`;

/** Years of work of a large integrator, in intake's own tables. @param hands connections as superuser, each busy at once with the others */
export async function fill(hands: readonly [pg.Client, ...pg.Client[]], sizes: Sizes, say: Say): Promise<void> {
  const [db] = hands;
  for (const hand of hands) {
    await hand.query(
      `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set synchronous_commit = off`,
    );
  }
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const since = performance.now();
    await work();
    say(`  ${what}: ${String(Math.round((performance.now() - since) / 1000))} s`);
  };
  await timed('customers, sites and equipment', () => fillPlaces(db, sizes));
  await timed('requests and what came in, with their indexes', () =>
    withoutIndexes(db, ['request', 'envelope', 'envelope_outcome'], async () => {
      const { requests, envelopes } = sizes;
      await inBatches(hands, requests, (hand, from, to) => fillRequests(hand, sizes, from, to));
      await inBatches(hands, requests + envelopes, (hand, from, to) => fillEnvelopes(hand, sizes, from, to));
    }),
  );
  await timed('books of the days before', async () => {
    for (let more: unknown = true; more === true;) more = (await db.query('select close_days() as more')).rows[0].more;
  });
  await timed('statistics', () => db.query('vacuum (analyze)'));
}

async function inBatches(
  hands: readonly pg.Client[],
  rows: number,
  work: (hand: pg.Client, from: number, to: number) => Promise<void>,
): Promise<void> {
  let next = 1;
  await Promise.all(
    hands.map(async (hand) => {
      while (next <= rows) {
        const from = next;
        next += step;
        await work(hand, from, Math.min(from + step - 1, rows));
      }
    }),
  );
}

const named = `${pick(towns, spread('g', 1))} || ${pick(towns, spread('g', 2))} || '第' || g || ${pick(trades, spread('g', 3))}`;

async function fillPlaces(db: pg.Client, { customers, sites, equipment }: Sizes): Promise<void> {
  await grow(
    db,
    'customer_copy',
    `jsonb_build_object('customer_id', ${idOf('customer', 'g')}, 'name', ${named}, 'code', 'KH' || lpad(g::text, 6, '0'))`,
    'select g from generate_series(1, $1::int) g',
    [customers],
  );
  await grow(
    db,
    'site_copy',
    `jsonb_build_object('site_id', ${idOf('site', 'g')}, 'customer_id', ${idOf('customer', '(1 + g % $2::int)')},
       'name', ${named} || '楼', 'address', ${pick(towns, spread('g', 4))} || '路' || g || '号')`,
    'select g from generate_series(1, $1::int) g',
    [sites, customers],
  );
  await grow(
    db,
    'equipment_copy',
    `jsonb_build_object('equipment_id', ${idOf('equipment', 'g')}, 'customer_id', ${idOf('customer', '(1 + s % $3::int)')},
       'site_id', ${idOf('site', 's')}, 'qr_token', md5('token/' || g), 'data', (like_it.r).data || jsonb_build_object(
         'equipmentId', ${idOf('equipment', 'g')}, 'customerId', ${idOf('customer', '(1 + s % $3::int)')}, 'siteId', ${idOf('site', 's')},
         'name', ${pick(devices, spread('g', 5))}, 'serialNumber', 'SN' || lpad((g::bigint * 7919)::text, 10, '0')))`,
    'select g, 1 + g % $2::int as s from generate_series(1, $1::int) g',
    [equipment, sites, customers],
  );
}

const person = `${letter(surnames, spread('g', 6))} || ${letter(given, spread('g', 7))} || ${letter(given, spread('g', 8))}`;
const phone = `'13' || lpad((${spread('g', 9)} % 300000000)::text, 9, '0')`;
const told = `${pick(devices, spread('g', 10))} || ${pick(parts, spread('g', 11))} || ${pick(ails, spread('g', 12))} || '，'
  || ${pick(towns, spread('g', 13))} || (g % 40) || '层' || ${pick(parts, spread('g', 15))} || '也' || ${pick(ails, spread('g', 16))} || '，编号' || g`;
/** One every two and a half minutes, the newest first. */
const moment = `date_trunc('second', now() - (g * 150 + ${spread('g', 17)} % 150) * interval '1 second')`;
const step = 50_000;

async function fillRequests(db: pg.Client, { open, equipment }: Sizes, from: number, to: number): Promise<void> {
  await grow(
    db,
    'request',
    `jsonb_build_object('request_id', id, 'number', number, 'status', case when open then 'received' else 'closed' end,
         'customer_id', customer_id, 'site_id', site_id, 'equipment_id', equipment_id, 'phone', phone, 'received_at', at,
         'public_token', md5('progress/' || g), 'joined_to', null, 'answer', null, 'live_key', case when open then 'bench/' || g end,
         'resolved_at', case when open then null else at + interval '20 hours' end,
         'closed_at', case when open then null else at + interval '3 days' end,
         'due_at', case when open then at + interval '30 minutes' end, 'due_what', case when open then 'respond' end, 'disputed', null,
         'search', search, 'grams', search_grams(search),
         'report', (like_it.r).report || jsonb_build_object('requestId', id, 'number', number, 'receivedAt', at_text, 'recordedAt', at_text,
           'customerId', customer_id, 'siteId', site_id, 'equipmentId', equipment_id, 'customerName', customer, 'siteName', site,
           'serialNumber', serial, 'equipmentName', device, 'description', told,
           'reportedBy', jsonb_build_object('name', person, 'phone', phone, 'email', null)))`,
    `select n.*, lower(concat_ws(' ', number, customer, site, device, serial, person, phone, told)) as search from (select m.*, 'FR-' || to_char(at, 'YYYYMMDD') || '-' || lpad(g::text, 7, '0') as number,
         to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at_text,
         c.customer_id, c.name as customer, s.site_id, s.name as site, e.equipment_id, e.data ->> 'name' as device,
         e.data ->> 'serialNumber' as serial
       from (
         select g, ${idOf('request', 'g')} as id, g <= $2::int as open, ${moment} as at, ${person} as person, ${phone} as phone,
           ${told} as told, ${idOf('equipment', `(1 + ${spread('g', 18)} % $1::int)`)} as unit
         from generate_series($3::int, $4::int) g
       ) as m join equipment_copy e on e.equipment_id = m.unit join site_copy s using (site_id) join customer_copy c on c.customer_id = s.customer_id) as n`,
    [equipment, open, from, to],
  );
}

/** Every request came in one envelope; the others were rejected, but for one in a hundred that waits. */
async function fillEnvelopes(db: pg.Client, { requests, envelopes }: Sizes, at: number, to: number): Promise<void> {
  const from = `with made as (
    select g, g <= $1::int as became, g > $1::int + $2::int / 100 as rejected, ${idOf('request', 'g')} as request_id, ${moment} as at
    from generate_series($3::int, $4::int) g)`;
  const values = [requests, envelopes, at, to];
  await db.query(
    `${from} insert into envelope (envelope_id, channel, source, source_key, status, needs, received_at, stored_at, due_at, sender, text, found, version)
       select ${idOf('envelope', 'g')}, (array['hotline', 'email', 'fax', 'qr'])[1 + g % 4], 'bench', g::text,
         case when became or rejected then 'settled' else 'waiting' end,
         case when became or rejected then null else (array['sorting', 'transcription', 'call-back'])[1 + g % 3] end,
         at, at, at + interval '1 hour', jsonb_build_object('name', ${person}, 'phone', ${phone}, 'email', null), ${told},
         '{"customerId":null,"customerName":null,"siteId":null,"equipmentId":null,"equipmentName":null,"repliesTo":null,"suspicion":null}', 1
       from made`,
    values,
  );
  await db.query(
    `${from} insert into envelope_outcome (envelope_id, type, request_id, number, reason, settled_by, settled_at)
       select ${idOf('envelope', 'g')}, case when became then 'new-request' else 'rejected' end, case when became then request_id end,
         case when became then 'FR-' || to_char(at, 'YYYYMMDD') || '-' || lpad(g::text, 7, '0') end, case when became then null else 'advertising' end,
         '{"personId":"bench","name":"bench"}', at
       from made where became or rejected`,
    values,
  );
}
