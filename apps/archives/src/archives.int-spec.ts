import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CallerIdentity, Role } from '@pledge/contracts';
import { demoCustomers, demoEquipment, demoSites } from '@pledge/demo';
import type { Customer } from '@pledge/contracts/http';
import { getCustomer } from '@pledge/contracts/http';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { NotFound, redacted } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import type { Customers } from './customers/customers.module.js';
import { customerList, customerReader, customers } from './customers/customers.module.js';
import { fileDemo } from './seed.js';
import type { InstalledBase } from './equipment/equipment.module.js';
import { equipmentList, equipmentReader, installedBase } from './equipment/equipment.module.js';
import { archivesMigrations } from './migrations/index.js';
import type { RepairRecords } from './repair-records/repair-records.module.js';
import { repairRecordList, repairRecords } from './repair-records/repair-records.module.js';
import type { Sites } from './sites/sites.module.js';
import { siteList, sites } from './sites/sites.module.js';

const database = freshDatabase({ migrations: [...messagingMigrations, ...archivesMigrations], per: 'file' });
const db = () => database().dataSource;
const zone = 'Asia/Shanghai';
const customersIn = (): Customers => commandsOf(db(), customers, zone);
const sitesIn = (): Sites => commandsOf(db(), sites, zone);
const installedBaseIn = (): InstalledBase => commandsOf(db(), installedBase, zone);
const repairRecordsIn = (): RepairRecords => commandsOf(db(), repairRecords, zone);

const as = (role: Role, customerId: string | null = null): CallerIdentity => ({
  personId: `person-${role}`,
  name: '某人',
  role,
  roles: [role],
  department: null,
  customerId,
  language: 'zh',
});
const agent = as('agent');
const hospital = demoCustomers[0]?.customerId ?? '';
const bank = demoCustomers[1]?.customerId ?? '';
const contact = as('customer-contact', hospital);

const fileAll = () => fileDemo(db(), customersIn(), sitesIn(), installedBaseIn());

// The first start breaks off in the middle; the second goes on from there.
beforeAll(async () => {
  const { handle } = installedBaseIn();
  let left = 100;
  const breakingOff: InstalledBase['handle'] = (...asked) =>
    left-- > 0 ? handle(...asked) : Promise.reject(new Error('power cut'));
  const first = fileDemo(db(), customersIn(), sitesIn(), { handle: breakingOff });
  await expect(first).rejects.toThrow('power cut');
  await fileAll();
});

describe('the demo company', () => {
  it('is on file once, however often it is filed, and told once', async () => {
    const count = () => database().query<{ n: string }>('select count(*) as n from journal');
    const before = await count();
    await fileAll();
    expect(await count()).toEqual(before);
    expect(before).toEqual([{ n: String(demoCustomers.length + demoSites.length + demoEquipment.length) }]);
  });
});

describe('finding a customer', () => {
  const find = async (q: string, caller = agent) =>
    (await customerList.page(db(), { q, limit: 50 }, caller)).items.map(({ name }) => name);

  it.each([
    ['part of the name', '人民医院'],
    ['words of it', '东海 医院'],
    ['the code', 'kh1001'],
    ['pinyin initials', 'DHRM'],
    ['a contact', '赵丽华'],
    ["a contact's phone", '138 0001 0011'],
    ['its last digits', '10011'],
  ])('by %s', async (_what, q) => {
    expect(await find(q)).toEqual(['东海人民医院']);
  });

  it('takes signs of the pattern language as they are written', async () => {
    expect(await find('%')).toEqual([]);
    expect(await find('_')).toEqual([]);
    expect(await find('\\')).toEqual([]);
  });

  it('does not tell by their phone who somebody is that one may not call', async () => {
    expect(await find('13800010011', as('archivist'))).toEqual([]);
  });

  it('shows phones to those only who have to call', async () => {
    const phone = async (caller: CallerIdentity) => {
      const found = await customerReader.one(db(), hospital, caller);
      return (redacted(getCustomer.reply, found, caller.roles) as Customer).contacts[0]?.phone;
    };
    for (const role of ['agent', 'seat-supervisor', 'dispatcher', 'customer-specialist'] as const) {
      expect(await phone(as(role))).toBe('13800010010');
    }
    for (const role of ['engineer', 'archivist', 'storekeeper', 'manager', 'inspector'] as const) {
      expect(await phone(as(role))).toBe('138****0010');
    }
  });

  it('pages by key: everybody once, by code', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof customerList.page>> = await customerList.page(
        db(),
        { limit: 5, ...(cursor && { cursor }) },
        agent,
      );
      seen.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(demoCustomers.map(({ code }) => code).sort());
  });
});

describe('a customer contact', () => {
  it('sees the own company and nothing of others', async () => {
    expect((await customerList.page(db(), { limit: 200 }, contact)).items.map(({ id }) => id)).toEqual([hospital]);
    expect((await siteList.page(db(), { limit: 200 }, contact)).items.every((one) => one.customerId === hospital)).toBe(
      true,
    );
    const pieces = (await equipmentList.page(db(), { limit: 200 }, contact, zone)).items;
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.every((one) => one.customerId === hospital)).toBe(true);
    expect((await siteList.page(db(), { customerId: bank, limit: 200 }, contact)).items).toEqual([]);
    expect((await equipmentList.page(db(), { customerId: bank, limit: 200 }, contact, zone)).items).toEqual([]);
    expect((await repairRecordList.page(db(), { customerId: bank, limit: 200 }, contact)).items).toEqual([]);
    await expect(customerReader.one(db(), bank, contact)).rejects.toThrow(NotFound);
    const foreign = demoEquipment.find(({ customerId }) => customerId === bank)?.equipmentId ?? '';
    await expect(equipmentReader.one(db(), foreign, contact, zone)).rejects.toThrow(NotFound);
  });

  it('of no company sees nothing', async () => {
    expect((await customerList.page(db(), { limit: 200 }, as('customer-contact'))).items).toEqual([]);
  });
});

describe('the installed base', () => {
  it('tells the warranty of each piece as of today', async () => {
    const { items } = await equipmentList.page(db(), { limit: 200 }, agent, zone);
    expect(new Set(items.map(({ warranty }) => warranty.state))).toEqual(
      new Set(['in-warranty', 'extended', 'out-of-warranty', 'not-started']),
    );
    expect(items.filter(({ warranty, commissionedOn }) => !commissionedOn && warranty.state !== 'not-started')).toEqual(
      [],
    );
  });

  it('is found by serial number, model and place', async () => {
    const [piece] = demoEquipment;
    const find = async (q: string) =>
      (await equipmentList.page(db(), { q, siteId: piece?.siteId, limit: 200 }, agent, zone)).items.map(({ id }) => id);
    expect(await find(piece?.serialNumber.toLowerCase() ?? '')).toEqual([piece?.equipmentId]);
    expect(await find(piece?.model ?? '')).toContain(piece?.equipmentId);
    expect(await find('灵山路')).toHaveLength(8);
  });

  it('pages all three hundred by key', async () => {
    const first = await equipmentList.page(db(), { limit: 200 }, agent, zone);
    const second = await equipmentList.page(db(), { limit: 200, cursor: first.nextCursor ?? '' }, agent, zone);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(demoEquipment.length);
    expect(second.nextCursor).toBeNull();
  });
});

describe('the repair file', () => {
  const partId = randomUUID();
  const repairOf = (orderId: string, signedAt: string) => ({
    requestId: randomUUID(),
    requestNumber: 'FR-20261122-0001',
    orderId,
    orderNumber: 'DO-20261122-0001',
    customerId: hospital,
    siteId: demoSites[0]?.siteId ?? '',
    equipmentId: demoEquipment[0]?.equipmentId ?? null,
    cause: '电源模块老化',
    nature: 'equipment' as const,
    category: 'access-control' as const,
    measures: '更换电源模块',
    engineerName: '张伟国',
    signedBy: '王敏',
    signedAt,
  });
  const file = (orderId: string, key: string, signedAt = '2026-11-22T09:00:00.000Z') =>
    repairRecordsIn().handle(
      orderId,
      { type: 'file', repair: repairOf(orderId, signedAt), partsUsed: [{ partId, quantity: 1 }] },
      { by: 'reaction:archives-files-repair', key },
    );
  const { equipmentId } = repairOf('', '');
  const filed = async () =>
    (await repairRecordList.page(db(), { equipmentId: equipmentId ?? '', limit: 50 }, agent)).items;

  it('holds a repair once, heard twice by the same event or by another', async () => {
    const [orderId, key] = [randomUUID(), randomUUID()];
    await Promise.all([file(orderId, key), file(orderId, key), file(orderId, randomUUID())]);
    expect((await filed()).filter((record) => record.orderId === orderId)).toHaveLength(1);
    expect(await database().query('select 1 from journal where about = $1', [orderId])).toHaveLength(1);
  });

  it('shows the name of a part also where it came after the repair', async () => {
    expect((await filed())[0]?.parts).toEqual([{ partId, name: partId, quantity: 1 }]);
    await database().query('insert into part_replica (part_id, name) values ($1, $2)', [partId, '门禁电源模块']);
    expect((await filed())[0]?.parts).toEqual([{ partId, name: '门禁电源模块', quantity: 1 }]);
  });

  it('is read newest first, page by page', async () => {
    const days = ['2026-11-20', '2026-11-23', '2026-11-21', '2026-11-23'];
    for (const day of days) await file(randomUUID(), randomUUID(), `${day}T09:00:00.500Z`);
    const first = await repairRecordList.page(db(), { customerId: hospital, limit: 2 }, agent);
    const second = await repairRecordList.page(
      db(),
      { customerId: hospital, limit: 10, cursor: first.nextCursor ?? '' },
      agent,
    );
    const read = [...first.items, ...second.items];
    expect(new Set(read.map(({ id }) => id)).size).toBe(5);
    expect(read.map(({ signedAt }) => signedAt.slice(0, 10))).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
    ]);
  });
});
