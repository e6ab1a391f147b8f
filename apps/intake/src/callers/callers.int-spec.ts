import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import { messagingMigrations } from '@pledge/messaging';
import { NotFound } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { copyCustomer, copySite } from '../copies/copies.projection.js';
import { digits } from '../requests/phone.js';
import { intakeMigrations } from '../migrations/index.js';
import { gramsOf, wordsOf } from '../search/grams.js';
import { customerCardOf, equipmentOfCustomer } from './customer-card.query.js';
import { findCallers } from './find-callers.query.js';
import { labelled } from './label.query.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;

const agent: CallerIdentity = {
  personId: 'agent-1',
  name: '李娜',
  role: 'agent',
  roles: ['agent'],
  department: 'intake',
  customerId: null,
  language: 'zh',
};
const storekeeper: CallerIdentity = { ...agent, role: 'storekeeper', roles: ['storekeeper'] };

const hospital = newId();
const bank = newId();
const outpatient = newId();
const controller = newId();
const wang = newId();
const request = { id: newId(), number: 'FR-20261125-0042', phone: '13912340000' };

const find = async (q: string, caller = agent, limit = 12) => findCallers(manager(), { q, limit }, caller);
const found = async (q: string, caller = agent) => (await find(q, caller)).map(({ id, matched }) => [id, matched]);

let said = 0;
const customer = (told: Parameters<typeof copyCustomer>[1]) => copyCustomer(manager(), told, (said += 1));
const site = (told: Parameters<typeof copySite>[1]) => copySite(manager(), told, (said += 1));
beforeEach(async () => {
  const terms = { respondMinutes: 60, arriveMinutes: 240, resolveMinutes: 480 };
  const told = { industry: '医疗', terms, maintainer: null, registeredAt: '2026-01-01T00:00:00Z' };
  await customer({
    ...told,
    customerId: hospital,
    code: 'C-0007',
    name: '东海人民医院',
    initials: 'dhrmyy',
    maintainer: { engineerId: newId(), name: '张伟国' },
    contacts: [
      {
        contactId: wang,
        name: '王敏',
        phone: '+86 138-0013-8000',
        email: 'Wang.Min@donghai.example',
        duty: '后勤主任',
      },
      { contactId: newId(), name: '单晓明', phone: '021-6234 5678 转 801', email: null, duty: '值班' },
    ],
  });
  await customer({
    ...told,
    customerId: bank,
    code: 'C-0008',
    name: '重庆银行',
    initials: 'cqyh',
    contacts: [{ contactId: newId(), name: '钱立群', phone: '13700000001', email: null, duty: '' }],
  });
  await site({
    siteId: outpatient,
    customerId: hospital,
    name: '门诊楼',
    address: '上海市浦东新区东海路 88 号',
    territory: '浦东',
    registeredAt: '2026-01-01T00:00:00Z',
  });
  const data = {
    equipmentId: controller,
    customerId: hospital,
    siteId: outpatient,
    name: '门禁主机',
    model: 'HY-AC4000',
    manufacturer: '海纳',
    serialNumber: 'AC4-2024-00017',
    category: 'access-control',
    location: '3 号楼一层弱电间',
    qrToken: 'label-17',
    commissionedOn: '2025-05-15',
    warrantyMonths: 24,
    extendedUntil: null,
    registeredAt: '2026-01-01T00:00:00Z',
  };
  await manager().query(
    'insert into equipment_copy (equipment_id, customer_id, site_id, qr_token, data) values ($1, $2, $3, $4, $5)',
    [controller, hospital, outpatient, data.qrToken, JSON.stringify(data)],
  );
  const report = {
    kind: 'fault',
    customerName: '东海人民医院',
    siteName: '门诊楼',
    equipmentName: '门禁主机',
    description: '读卡无响应',
    reportedBy: { name: '周芳', phone: '139 1234 0000', email: null },
    promises: [],
  };
  await manager().query(
    `insert into request (request_id, number, status, customer_id, site_id, equipment_id, category, phone, received_at, public_token,
       report, search, version, due_at)
     values ($1, $2, 'received', $3, $4, $5, 'access-control', $6, '2026-11-25T01:00:00Z', $2, $7, '', 1, '2026-11-25T02:00:00Z')`,
    [request.id, request.number, hospital, outpatient, controller, request.phone, JSON.stringify(report)],
  );
});

describe('whoever calls is found (S-15)', () => {
  it.each(['13800138000', '+86 138 0013 8000', '0138-0013-8000', '1380013', '8000', '８０００'])(
    'by phone: %s',
    async (q) => {
      expect(await found(q)).toContainEqual([wang, 'phone']);
    },
  );

  it('by a fixed line with and without its zero, and by its local number', async () => {
    for (const q of ['021-62345678', '2162345678', '+86 21 6234 5678', '62345678', '021']) {
      const [hit] = await find(q);
      expect(hit).toMatchObject({ type: 'contact', title: '单晓明', matched: 'phone', customerId: hospital });
    }
  });

  it('by the phone of an earlier report, where no contact has it', async () => {
    for (const q of ['139 1234 0000', '1391234']) expect(await found(q)).toContainEqual([request.id, 'phone']);
  });

  it('by name, part of a name, name and place of the name in any order', async () => {
    expect(await found('王敏')).toEqual([[wang, 'name']]);
    expect(await found('人民')).toEqual([[hospital, 'name']]);
    expect(await found('医院 东海')).toEqual([[hospital, 'name']]);
    expect(await found('敏')).toEqual([[wang, 'name']]);
    expect(await found('c-0007')).toContainEqual([hospital, 'name']);
  });

  it('by initials, from the beginning, from the middle, and in every reading of a character', async () => {
    expect(await found('dhrm')).toContainEqual([hospital, 'initials']);
    expect(await found('RMYY')).toContainEqual([hospital, 'initials']);
    expect(await found('wm')).toContainEqual([wang, 'initials']);
    for (const q of ['cqyh', 'zqyh']) expect(await found(q)).toContainEqual([bank, 'initials']);
    for (const q of ['sxm', 'dxm']) expect((await find(q))[0]?.title).toBe('单晓明');
    expect(await found('mzl')).toContainEqual([outpatient, 'initials']);
  });

  it('by serial number in every style, and by its middle', async () => {
    for (const q of ['AC4-2024-00017', 'ac4202400017', 'ac4-2024', '24-00017'])
      expect(await found(q)).toContainEqual([controller, 'serial']);
  });

  it('by request number, whole or its end', async () => {
    for (const q of ['FR-20261125-0042', 'fr202611250042', '20261125-0042', '0042'])
      expect((await find(q)).map(({ id, matched }) => [id, matched])).toContainEqual([request.id, 'number']);
  });

  it('by address and e-mail', async () => {
    expect(await found('东海路 88')).toEqual([[outpatient, 'address']]);
    for (const q of ['wang.min@donghai.example', 'donghai']) expect(await found(q)).toContainEqual([wang, 'email']);
  });

  it('the surest first, each once', async () => {
    const hits = await find('东海');
    expect(hits.map(({ type }) => type)).toEqual(['customer', 'site']);
    expect(await found(request.number)).toEqual([[request.id, 'number']]);
    await customer({
      customerId: newId(),
      code: 'C-9',
      name: '东海',
      initials: 'dh',
      industry: '',
      maintainer: null,
      terms: { respondMinutes: 1, arriveMinutes: 1, resolveMinutes: 1 },
      contacts: [],
      registeredAt: '2026-01-01T00:00:00Z',
    });
    expect((await find('东海'))[0]?.title).toBe('东海');
  });

  it('never by phone or e-mail for those who need not call, who see no whole number either', async () => {
    expect(await found('13800138000', storekeeper)).toEqual([]);
    expect(await found('donghai', storekeeper)).toEqual([]);
    const [hit] = await find('王敏', storekeeper);
    expect(hit?.detail).toMatch(/\*{4}/u);
    expect(hit?.detail).not.toContain('0013');
    expect((await find('王敏'))[0]?.detail).toContain('+86 138-0013-8000');
  });

  it('not by what could be a pattern or a piece of SQL', async () => {
    for (const q of ['%', '_', '%%%', "'; drop table request; --", "王'敏", '\\', '🎉', '\u0000', ':*', "a' | 'b"])
      expect(await found(q)).toEqual([]);
  });
});

describe('the card of a customer', () => {
  it('has contacts, terms, sites with their counts, open and past requests', async () => {
    const card = await customerCardOf(manager(), hospital, agent);
    expect(card).toMatchObject({ name: '东海人民医院', code: 'C-0007', maintainer: { name: '张伟国' }, past: [] });
    expect(card.contacts.map(({ phone }) => digits(phone)).sort()).toEqual(['13800138000', '2162345678']);
    expect(card.sites).toEqual([
      { id: outpatient, name: '门诊楼', address: '上海市浦东新区东海路 88 号', equipmentCount: 1, openCount: 1 },
    ]);
    expect(card.open).toMatchObject([
      { number: request.number, status: 'received', title: '读卡无响应', dueAt: '2026-11-25T02:00:00.000Z' },
    ]);
    await manager().query(`update request set status = 'closed' where request_id = $1`, [request.id]);
    const later = await customerCardOf(manager(), hospital, agent);
    expect(later.open).toEqual([]);
    expect(later.past).toMatchObject([{ number: request.number, dueAt: null }]);
  });

  it('shows no whole phone to those who need not call, and nothing of a customer that is not there', async () => {
    const { contacts } = await customerCardOf(manager(), hospital, storekeeper);
    expect(contacts.every(({ phone, email }) => phone.includes('*') && email === null)).toBe(true);
    await expect(customerCardOf(manager(), newId(), agent)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('loses a contact that the archive no longer names', async () => {
    const { contacts } = await customerCardOf(manager(), bank, agent);
    expect(contacts).toHaveLength(1);
    await customer({
      customerId: bank,
      code: 'C-0008',
      name: '重庆银行',
      initials: 'cqyh',
      industry: '金融',
      maintainer: null,
      terms: { respondMinutes: 1, arriveMinutes: 1, resolveMinutes: 1 },
      contacts: [],
      registeredAt: '2026-01-01T00:00:00Z',
    });
    expect((await customerCardOf(manager(), bank, agent)).contacts).toEqual([]);
  });

  it('lists equipment by words of name, model, serial number or location, with warranty and open request', async () => {
    const list = (q?: string) =>
      equipmentOfCustomer(manager(), { customerId: hospital, limit: 50, ...(q && { q }) }, '2026-11-25', agent);
    for (const q of ['门禁', 'ac4000', '00017', '弱电间 一层', undefined])
      expect(await list(q)).toMatchObject([
        {
          id: controller,
          warranty: { state: 'in-warranty', endsOn: '2027-05-14' },
          openRequest: { number: request.number },
        },
      ]);
    expect(await list('电梯')).toEqual([]);
    await expect(
      equipmentOfCustomer(manager(), { customerId: newId(), limit: 5 }, '2026-11-25', agent),
    ).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('the index', () => {
  it.each([
    '主机反复重启，读卡无响应',
    'FR-20261125-0042 HY-AC4000',
    '🎉𠮷野家 3号楼',
    '',
    'a',
    'ＡＢＣ１２３',
    '王\u3000敏',
  ])('holds every gram that a question may ask for: %s', async (text) => {
    const [row] = await manager().query<{ grams: string[] }[]>('select tsvector_to_array(search_grams($1)) as grams', [
      text,
    ]);
    expect(row?.grams.toSorted()).toEqual([...new Set(wordsOf(text).flatMap(gramsOf))].toSorted());
  });
});

describe('the label on a piece of equipment', () => {
  it('tells what it is and whether a fault is known, and nothing of people', async () => {
    const label = await labelled(manager(), 'label-17');
    expect(label).toMatchObject({ siteName: '门诊楼', openSince: expect.any(String) });
    expect(Object.keys(label).sort()).toEqual([
      'category',
      'equipmentName',
      'location',
      'model',
      'openSince',
      'siteName',
    ]);
  });

  it('is unknown where nobody carries it', async () => {
    await expect(labelled(manager(), 'label-18')).rejects.toThrow(NotFound);
  });
});
