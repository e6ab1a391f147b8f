import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf, listQueue, QueueItem, QueueName } from '@pledge/contracts/http';
import { queueName } from '@pledge/contracts/http';
import { decodeCursor, maskedPhone, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { seesPhones } from '../callers/phones-seen.js';
import { complaintsSeenBy, isSeen } from '../requests/complaints-seen.js';
import { gramQuery, within, wordsOf } from '../search/grams.js';

interface Row extends Omit<
  QueueItem,
  'receivedAt' | 'dueAt' | 'customerId' | 'customerName' | 'siteName' | 'dueWhat' | 'takenBy' | 'withDepartment'
> {
  readonly received_at: Date;
  readonly due_at: Date | null;
  readonly due_what: string | null;
  readonly customer_id: string | null;
  readonly customer_name: string | null;
  readonly site_name: string | null;
  readonly taken_by: QueueItem['takenBy'];
  readonly with_department: QueueItem['withDepartment'];
}

/** What a queue is ordered and filtered by, and no more: what else is shown is read for the page alone. */
const request = (where: string, due = 'r.due_at', what = 'r.due_what', joins = '') => `
  select 'request' as type, r.request_id as id, ${due} as due_at, ${what} as due_what, r.channel, r.kind, r.customer_id, r.search, r.grams
  from request r ${joins} where ${where} and ${isSeen('r', '$2')}`;

const envelope = (where: string) => `
  select 'envelope', e.envelope_id, e.due_at, e.needs, e.channel, null, (e.found ->> 'customerId')::uuid,
    search_text(concat_ws(' ', e.subject, e.text, e.sender ->> 'name')), null
  from envelope e where e.status = 'waiting' and ${where}`;

/** All that is shown of what is in \`page\`. */
const shown = `
  select p.type, p.id, p.due_at, p.due_what, coalesce(p.due_at < now(), false) as overdue, r.number, r.channel, r.kind,
    coalesce(r.subject, r.report ->> 'description') as title, r.report #>> '{reportedBy,name}' as who,
    r.report #>> '{reportedBy,phone}' as phone, r.customer_id, r.report ->> 'customerName' as customer_name,
    r.report ->> 'siteName' as site_name, r.received_at, null as suspicion, null as needs, r.taken_by,
    case when r.referral ->> 'state' in ('offered', 'accepted') then r.referral ->> 'department' end as with_department,
    r.disputed ->> 'note' as disputed, r.version
  from page p join request r on p.type = 'request' and r.request_id = p.id
  union all
  select p.type, p.id, p.due_at, p.due_what, coalesce(p.due_at < now(), false), null, e.channel, null,
    coalesce(e.subject, left(e.text, 200)), e.sender ->> 'name', e.sender ->> 'phone', (e.found ->> 'customerId')::uuid,
    e.found ->> 'customerName', null, e.received_at, e.found ->> 'suspicion', e.needs, e.taken_by, null, null, e.version
  from page p join envelope e on p.type = 'envelope' and e.envelope_id = p.id`;

const open = `r.status in ('received', 'responded')`;
const asked = 'exists (select from conversation c where c.request_id = r.request_id and c.asking)';

/** What is in each queue; `$1` is the person who asks, `$2` whose complaints they read. */
const sources: Readonly<Record<QueueName, string>> = {
  new: `${request(`r.answer is null and r.status in ('received', 'joined') and r.taken_by is null`)} union all ${envelope(`e.needs = 'sorting' and e.taken_by is null`)}`,
  unclear: request(`${open} and r.missing <> '{}' and not ${asked}`),
  'waiting-for-user': request(
    `${open} and c.asking`,
    `(select min((x ->> 'dueAt')::timestamptz) from jsonb_array_elements(c.clarifications) x where x ->> 'state' <> 'answered')`,
    `'clarification'`,
    'join conversation c using (request_id)',
  ),
  'call-backs': `${request(
    'told.done_at is null',
    'told.due_at',
    `'told-caller'`,
    'join told_promise told using (request_id)',
  )} union all ${envelope(`e.needs = 'call-back'`)}`,
  transcribe: `${request('false')} union all ${envelope(`e.needs = 'transcription'`)}`,
  confirm: request(`(r.status = 'resolved' or (r.kind <> 'fault' and r.status = 'responded'
    and coalesce(r.referral ->> 'state', 'answered') not in ('offered', 'accepted')))`),
  mine: `${request(`r.status <> 'closed' and r.taken_by ->> 'personId' = $1`)} union all ${envelope(`e.taken_by ->> 'personId' = $1`)}`,
};

/** How much is in each queue, and how much of it is late. */
export async function queueCounts(db: EntityManager, caller: CallerIdentity) {
  const counts = queueName.options.map(
    (
      queue,
    ) => `select '${queue}' as queue, count(*)::int as count, count(*) filter (where due_at < now())::int as overdue
      from (${sources[queue]}) as ${queue.replaceAll('-', '_')}_queue`,
  );
  const items = await db.query<{ queue: QueueName; count: number; overdue: number }[]>(
    `select * from (${counts.join(' union all ')}) as counted where $1::text is not null`,
    [caller.personId, complaintsSeenBy(caller)],
  );
  return { items };
}

const never = '9999-12-31T00:00:00.000Z';

/** A page of a queue, what is due first on top. */
export async function pageOfQueue(
  db: EntityManager,
  queue: QueueName,
  query: InputOf<typeof listQueue>['query'],
  caller: CallerIdentity,
) {
  const values: unknown[] = [caller.personId, complaintsSeenBy(caller)];
  const where = ['$1::text is not null'];
  const add = (condition: (at: string) => string, value: unknown) =>
    where.push(condition(`$${String(values.push(value))}`));
  if (query.channel) add((at) => `channel = ${at}`, query.channel);
  if (query.kind) add((at) => `kind = ${at}`, query.kind);
  if (query.customerId) add((at) => `customer_id = ${at}`, query.customerId);
  if (query.overdue !== undefined) where.push(query.overdue ? 'due_at < now()' : '(due_at is null or due_at >= now())');
  const words = wordsOf(query.q ?? '');
  const grams = gramQuery(words);
  if (grams !== null) add((at) => `(grams is null or grams @@ ${at}::tsquery)`, grams);
  for (const word of words) add((at) => `search like ${at}`, within(word));
  const after = decodeCursor(query.cursor, z.tuple([z.iso.datetime(), z.uuid()]));
  if (after) {
    values.push(...after);
    where.push(
      `(coalesce(due_at, '${never}'), id) > ($${String(values.length - 1)}::timestamptz, $${String(values.length)}::uuid)`,
    );
  }
  values.push(query.limit + 1);
  const rows = await db.query<Row[]>(
    `with page as materialized (
       select type, id, due_at, due_what from (${sources[queue]}) as queue where ${where.join(' and ')}
       order by coalesce(due_at, '${never}'), id limit $${String(values.length)})
     ${shown} order by due_at, id`,
    values,
  );
  const phones = seesPhones(caller);
  return pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [row.due_at?.toISOString() ?? never, row.id],
    itemOf: ({
      type,
      id,
      number,
      channel,
      kind,
      title,
      who,
      phone,
      overdue,
      suspicion,
      needs,
      disputed,
      version,
      ...row
    }): QueueItem => ({
      ...{ type, id, number, channel, kind, title, who, overdue, suspicion, needs, disputed, version },
      phone: phones ? phone : phone && maskedPhone(phone),
      customerId: row.customer_id,
      customerName: row.customer_name,
      siteName: row.site_name,
      receivedAt: row.received_at.toISOString(),
      dueAt: row.due_at?.toISOString() ?? null,
      dueWhat: row.due_what,
      takenBy: row.taken_by,
      withDepartment: row.with_department,
    }),
  });
}
