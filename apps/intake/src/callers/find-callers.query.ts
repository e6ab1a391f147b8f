import type { CallerIdentity } from '@pledge/contracts';
import type { CallerHit } from '@pledge/contracts/http';
import { maskedPhone } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { complaintsSeenBy, isSeen } from '../requests/complaints-seen.js';
import { digits } from '../requests/phone.js';
import { beginning, folded, gramQuery, within, wordsOf } from '../search/grams.js';
import { askedOf } from './asked.js';
import { seesPhones } from './phones-seen.js';

interface Row extends CallerHit {
  readonly phone: string | null;
}

/** One way to be found: rows in their own order, each with how sure it is (0 is surest). */
interface Way {
  readonly sure: string;
  readonly matched: CallerHit['matched'];
  readonly from: keyof typeof columns;
  readonly where: string;
  readonly order?: string;
}

const contact = `contact_copy k join customer_copy c using (customer_id)`;
const site = `site_copy s join customer_copy c using (customer_id)`;
const equipment = `equipment_copy e join site_copy s using (site_id) join customer_copy c on c.customer_id = e.customer_id`;
const ofRequest = `concat_ws(' · ', r.report ->> 'customerName', r.report ->> 'siteName', r.report ->> 'equipmentName',
  left(r.report ->> 'description', 60))`;
const columns = {
  contact: `'contact' as type, k.contact_id as id, k.customer_id, null::uuid as site_id, null::uuid as equipment_id, k.name as title,
    concat_ws(' · ', c.name, nullif(k.duty, '')) as detail, k.phone from ${contact}`,
  customer: `'customer', c.customer_id, c.customer_id, null::uuid, null::uuid, c.name, concat_ws(' · ', nullif(c.code, ''),
    nullif(c.industry, '')), null from customer_copy c`,
  site: `'site', s.site_id, s.customer_id, s.site_id, null::uuid, s.name, concat_ws(' · ', c.name, s.address), null from ${site}`,
  equipment: `'equipment', e.equipment_id, e.customer_id, e.site_id, e.equipment_id, concat_ws(' ', e.data ->> 'name', e.data ->> 'model'),
    concat_ws(' · ', e.data ->> 'serialNumber', c.name, s.name), null from ${equipment}`,
  request: `'request', r.request_id, r.customer_id, r.site_id, r.equipment_id, r.number, concat_ws(' · ',
    r.report #>> '{reportedBy,name}', ${ofRequest}), r.report #>> '{reportedBy,phone}' from request r`,
};

/** Who is calling, or what about, the surest first; phones and addresses lead to people only for those who may call them. */
export async function findCallers(
  db: EntityManager,
  { q, limit }: { readonly q: string; readonly limit: number },
  caller: CallerIdentity,
): Promise<CallerHit[]> {
  const mayCall = seesPhones(caller);
  const values: unknown[] = [limit];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  const ways = waysOf(q, mayCall, at);
  if (ways.length === 0) return [];
  // A parameter that no part of the statement uses would be refused.
  const seen = ways.some(({ from }) => from === 'request') ? isSeen('r', at(complaintsSeenBy(caller))) : 'true';
  const parts = ways.map(
    ({ sure, matched, from, where, order }) =>
      `(select ${sure} as sure, '${matched}' as matched, ${columns[from]} where ${where} ${from === 'request' ? `and ${seen}` : ''} ${order ? `order by ${order}` : ''} limit $1)`,
  );
  const rows = await db.query<Row[]>(
    `select type, id, customer_id as "customerId", site_id as "siteId", equipment_id as "equipmentId", title, detail, matched, phone
     from (
       select distinct on (type, id) * from (${parts.join(' union all ')})
         as found (sure, matched, type, id, customer_id, site_id, equipment_id, title, detail, phone)
       order by type, id, sure
     ) as once
     order by sure, char_length(title), title desc, id limit $1`,
    values,
  );
  return rows.map(({ phone, detail, ...hit }) => {
    if (phone === null) return { ...hit, detail };
    return { ...hit, detail: [mayCall ? phone : maskedPhone(phone), detail].filter(Boolean).join(' · ') };
  });
}

function waysOf(q: string, mayCall: boolean, at: (value: unknown) => string): Way[] {
  const asked = askedOf(q);
  return [
    ...(asked.number === null ? [] : byNumber(asked.number, at)),
    ...(asked.serial === null ? [] : bySerial(asked.serial, at)),
    ...(asked.figures === null || !mayCall ? [] : byPhone(asked.figures, at)),
    ...(asked.initials === null ? [] : byInitials(asked.initials, at)),
    ...(asked.email === null || !mayCall ? [] : byMail(asked.email, at)),
    ...(asked.figures === null ? byName(q, at) : []),
  ];
}

function byNumber(number: string, at: (value: unknown) => string): Way[] {
  const end = at(beginning(Array.from(number).reverse().join('')));
  const sure = `case when r.number = ${at(number)} then 0 else 30 end`;
  const order = 'r.received_at desc';
  return [{ sure, matched: 'number', from: 'request', where: `reverse(r.number) like ${end}`, order }];
}

function bySerial(serial: string, at: (value: unknown) => string): Way[] {
  const begins = `e.serial like ${at(beginning(serial))}`;
  const sure = `case when e.serial = ${at(serial)} then 1 else 32 end`;
  const grams = gramQuery([serial]);
  const somewhere = grams && `e.serial_grams @@ ${at(grams)}::tsquery and e.serial like ${at(within(serial))}`;
  return [
    { sure, matched: 'serial', from: 'equipment', where: begins, order: 'e.serial' },
    ...(somewhere ? [{ sure: '50', matched: 'serial', from: 'equipment', where: somewhere } as const] : []),
  ];
}

function byPhone(figures: string, at: (value: unknown) => string): Way[] {
  const number = digits(figures);
  const end = at(beginning(Array.from(figures).reverse().join('')));
  const ways: Way[] = [
    { sure: '31', matched: 'phone', from: 'contact', where: `reverse(k.dialled) like ${end}` },
    { sure: '35', matched: 'phone', from: 'request', where: `reverse(r.phone) like ${end}` },
  ];
  if (number.length < 2) return ways;
  const begins = at(beginning(number));
  const same = at(number);
  return [
    {
      sure: `case when k.dialled = ${same} then 2 else 31 end`,
      matched: 'phone',
      from: 'contact',
      where: `k.dialled like ${begins}`,
      order: 'k.dialled',
    },
    { sure: '3', matched: 'phone', from: 'request', where: `r.phone = ${same}`, order: 'r.received_at desc' },
    { sure: '35', matched: 'phone', from: 'request', where: `r.phone like ${begins}`, order: 'r.phone' },
    ...ways,
  ];
}

function byInitials(letters: string, at: (value: unknown) => string): Way[] {
  const key = at(`'${letters}':*`);
  return (
    [
      ['contact', 'k'],
      ['customer', 'c'],
      ['site', 's'],
    ] as const
  ).map(([from, row]) => ({
    // A key that is exactly these letters reaches to the end of the name.
    sure: `case when ${row}.initial_keys @@ ${at(`'${letters}'`)}::tsquery then 20 else 40 end + ${from === 'site' ? '1' : '0'}`,
    matched: 'initials',
    from,
    where: `${row}.initial_keys @@ ${key}::tsquery`,
    order: `char_length(${row}.name)`,
  }));
}

function byMail(part: string, at: (value: unknown) => string): Way[] {
  const grams = gramQuery([part]);
  const indexed = grams ? `k.mail_grams @@ ${at(grams)}::tsquery and ` : '';
  const where = `${indexed}k.mail like ${at(within(part))}`;
  return [{ sure: `case when k.mail = ${at(part)} then 4 else 45 end`, matched: 'email', from: 'contact', where }];
}

function byName(q: string, at: (value: unknown) => string): Way[] {
  const words = wordsOf(q);
  const grams = gramQuery(words);
  if (words.length === 0 || (grams === null && isAscii(q))) return [];
  const whole = at(folded(q).trim());
  const patterns = words.map((word) => at(within(word)));
  const query = grams && at(grams);
  const holds = (row: string) =>
    [
      ...(query ? [`${row}.grams @@ ${query}::tsquery`] : []),
      ...patterns.map((like) => `${row}.search like ${like}`),
    ].join(' and ');
  const named = (row: string) => patterns.map((like) => `search_text(${row}.name) like ${like}`).join(' and ');
  const sure = (row: string) => `case when search_text(${row}.name) = ${whole} then 5 else 33 end`;
  const order = (row: string) => `char_length(${row}.name)`;
  return [
    { sure: sure('c'), matched: 'name', from: 'customer', where: holds('c'), order: order('c') },
    { sure: sure('k'), matched: 'name', from: 'contact', where: holds('k'), order: order('k') },
    { sure: sure('s'), matched: 'name', from: 'site', where: `${holds('s')} and ${named('s')}`, order: order('s') },
    { sure: '42', matched: 'address', from: 'site', where: holds('s'), order: order('s') },
  ];
}

const isAscii = (text: string) => /^[\x20-\x7e]*$/u.test(text);
