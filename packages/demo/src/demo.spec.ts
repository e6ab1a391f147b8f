import { describe, expect, it } from '@jest/globals';
import { roles } from '@pledge/contracts';
import {
  CustomerRegistered,
  EngineerRegistered,
  EquipmentRegistered,
  PartCatalogued,
  SiteRegistered,
} from '@pledge/contracts/events';
import {
  demoCustomers,
  demoEngineers,
  demoEquipment,
  demoParts,
  demoPeople,
  demoReports,
  demoPlaces,
  demoSites,
  demoStock,
} from './index.js';

const registeredAt = '2026-11-22T00:00:00Z';
const onTheDay = '2026-11-22';
const plusTwoYears = (day: string): string => `${String(Number(day.slice(0, 4)) + 2)}${day.slice(4)}`;
const twice = <Item>(items: readonly Item[]): readonly Item[] => items.filter((item, at) => items.indexOf(item) !== at);

describe('the demo company', () => {
  it('is as large as a company that anyone would believe', () => {
    expect(demoCustomers.length).toBeGreaterThanOrEqual(12);
    expect(demoSites).toHaveLength(40);
    expect(demoEquipment).toHaveLength(300);
    expect(demoEngineers).toHaveLength(15);
    expect(demoParts).toHaveLength(120);
    expect(demoPlaces).toHaveLength(4);
    expect(demoStock).toHaveLength(480);
  });

  it('fits the events that will tell of it', () => {
    const bad = [
      ...demoCustomers.filter((customer) => !CustomerRegistered.data.safeParse({ ...customer, registeredAt }).success),
      ...demoSites.filter((site) => !SiteRegistered.data.safeParse({ ...site, registeredAt }).success),
      ...demoEquipment.filter((piece) => !EquipmentRegistered.data.safeParse({ ...piece, registeredAt }).success),
      ...demoEngineers.filter((engineer) => !EngineerRegistered.data.safeParse(engineer).success),
      ...demoParts.filter((part) => !PartCatalogued.data.safeParse(part).success),
    ];
    expect(bad).toEqual([]);
  });

  it.each([
    [
      'ids',
      [
        ...demoCustomers.flatMap(({ customerId, contacts }) => [
          customerId,
          ...contacts.map(({ contactId }) => contactId),
        ]),
        ...demoSites.map(({ siteId }) => siteId),
        ...demoEquipment.map(({ equipmentId }) => equipmentId),
        ...demoPlaces.map(({ placeId }) => placeId),
        ...demoParts.map(({ partId }) => partId),
        ...demoStock.map(({ stockId }) => stockId),
        ...demoEngineers.map(({ engineerId }) => engineerId),
      ],
    ],
    ['people', demoPeople.map(({ personId }) => personId)],
    ['user names', demoPeople.map(({ username }) => username)],
    ['customer codes', demoCustomers.map(({ code }) => code)],
    [
      'phones',
      [
        ...demoEngineers.map(({ phone }) => phone),
        ...demoCustomers.flatMap(({ contacts }) => contacts.map(({ phone }) => phone)),
      ],
    ],
    ['serial numbers', demoEquipment.map(({ serialNumber }) => serialNumber)],
    ['labels', demoEquipment.map(({ qrToken }) => qrToken)],
    ['part codes', demoParts.map(({ code }) => code)],
    ['part models', demoParts.map(({ model }) => model)],
    ['places of a part', demoStock.map(({ partId, placeId }) => partId + placeId)],
  ])('never gives two of the same: %s', (_what, values) => {
    expect(twice(values)).toEqual([]);
  });

  it('refers only to what exists', () => {
    const customers = new Set(demoCustomers.map(({ customerId }) => customerId));
    const sites = new Map(demoSites.map((site) => [site.siteId, site.customerId]));
    const engineers = new Map(demoEngineers.map(({ engineerId, name }) => [engineerId, name]));
    expect(demoSites.filter(({ customerId }) => !customers.has(customerId))).toEqual([]);
    expect(demoEquipment.filter(({ siteId, customerId }) => sites.get(siteId) !== customerId)).toEqual([]);
    expect(
      demoCustomers.filter(({ maintainer }) => maintainer && engineers.get(maintainer.engineerId) !== maintainer.name),
    ).toEqual([]);
    const places = new Map(demoPlaces.map(({ placeId, name }) => [placeId, name]));
    const parts = new Set(demoParts.map(({ partId }) => partId));
    expect(
      demoStock.filter(({ partId, placeId, place }) => !parts.has(partId) || places.get(placeId) !== place),
    ).toEqual([]);
    expect(demoEngineers.filter(({ homePlace }) => !demoPlaces.some(({ name }) => name === homePlace))).toEqual([]);
  });

  it('has a skilled engineer for every district a site is in, and a site for every customer', () => {
    const covered = new Set(demoEngineers.flatMap(({ territories }) => territories));
    expect(demoSites.filter(({ territory }) => !covered.has(territory))).toEqual([]);
    expect(demoCustomers.filter(({ customerId }) => !demoSites.some((site) => site.customerId === customerId))).toEqual(
      [],
    );
    const skills = new Set(demoEngineers.flatMap((engineer) => engineer.skills));
    expect(demoEquipment.filter(({ category }) => !skills.has(category))).toEqual([]);
  });

  it('has people of every role; engineers and contacts are the ones on file', () => {
    expect(roles.filter((role) => !demoPeople.some((person) => person.role === role))).toEqual([]);
    const ids = (role: string): readonly string[] =>
      demoPeople.filter((person) => person.role === role).map(({ personId }) => personId);
    expect(ids('engineer')).toEqual(demoEngineers.map(({ engineerId }) => engineerId));
    expect(ids('customer-contact')).toEqual(demoCustomers.map(({ contacts }) => contacts[0]?.contactId));
    expect(
      demoPeople.filter(({ role, customerId }) => (role === 'customer-contact') !== (customerId !== null)),
    ).toEqual([]);
  });
});

describe('the installed base', () => {
  const inFirstWarranty = demoEquipment.filter(
    ({ commissionedOn }) => commissionedOn && plusTwoYears(commissionedOn) >= onTheDay,
  );

  it('stands on every side of the warranty', () => {
    const over = demoEquipment.filter(
      ({ commissionedOn }) => commissionedOn && plusTwoYears(commissionedOn) < onTheDay,
    );
    const extended = over.filter(({ extendedUntil }) => extendedUntil && extendedUntil >= onTheDay);
    expect(inFirstWarranty.length).toBeGreaterThan(80);
    expect(extended.length).toBeGreaterThan(40);
    expect(over.length - extended.length).toBeGreaterThan(40);
    expect(demoEquipment.filter(({ commissionedOn }) => commissionedOn === null).length).toBeGreaterThan(5);
  });

  it('was commissioned on days that exist, and not in the future', () => {
    const days = demoEquipment.flatMap(({ commissionedOn }) => commissionedOn ?? []);
    expect(days.filter((day) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)).toEqual([]);
    expect(days.filter((day) => day > onTheDay)).toEqual([]);
  });

  it('keeps stricter terms for customers who bought an extension', () => {
    const strict = new Set(
      demoCustomers.filter(({ terms }) => terms.respondMinutes !== 60).map(({ customerId }) => customerId),
    );
    expect(strict.size).toBeGreaterThan(1);
    expect(inFirstWarranty.filter(({ customerId }) => strict.has(customerId))).toEqual([]);
  });

  it('gives whoever is in warranty dedicated staff', () => {
    const cared = new Set(demoCustomers.filter(({ maintainer }) => maintainer).map(({ customerId }) => customerId));
    expect(inFirstWarranty.filter(({ customerId }) => !cared.has(customerId))).toEqual([]);
  });
});

describe('the stock', () => {
  const totals = demoParts.map(({ partId }) =>
    demoStock.filter((row) => row.partId === partId).reduce((sum, { quantity }) => sum + quantity, 0),
  );

  it('holds most parts in number, some by the hundred, and lacks a few', () => {
    expect(totals.filter((total) => total >= 5).length).toBeGreaterThan(100);
    expect(totals.filter((total) => total >= 500).length).toBeGreaterThan(2);
    expect(totals.filter((total) => total === 0).length).toBeGreaterThan(0);
    expect(demoStock.filter(({ quantity }) => quantity === 0).length).toBeGreaterThan(20);
  });
});

describe('the reports of a new house', () => {
  it('are of devices of their own, at places that fit, none of them in warranty', () => {
    expect(new Set(demoReports.map(({ equipmentId }) => equipmentId)).size).toBe(demoReports.length);
    for (const { equipmentId, customerId, siteId } of demoReports) {
      const device = demoEquipment.find((one) => one.equipmentId === equipmentId);
      expect(device).toMatchObject({ customerId, siteId });
      expect(device?.commissionedOn?.localeCompare('2024-01-01')).toBe(-1);
    }
  });
});

it('labels are drawn from more than 2^128 that could be', () => {
  const letters = new Set(demoEquipment.flatMap(({ qrToken }) => Array.from(qrToken)));
  const shortest = Math.min(...demoEquipment.map(({ qrToken }) => qrToken.length));
  expect(shortest * Math.log2(letters.size)).toBeGreaterThanOrEqual(128);
});
