import type { EquipmentRegistered, EventOf } from '@pledge/contracts/events';
import { chance, type Chance } from './chance.js';
import { coverages, demoCustomers, type Coverage } from './customers.js';
import { buildings, equipmentKinds } from './equipment-kinds.js';
import { demoId } from './ids.js';
import { demoSites } from './sites.js';

export type DemoEquipment = Omit<EventOf<typeof EquipmentRegistered>['data'], 'registeredAt'>;

const total = 300;
const floors = ['B1', '1F', '2F', '3F', '4F', '5F', '6F'] as const;
/** Where a room can only be on one floor. */
const floorOf: Readonly<Record<string, string>> = {
  地库入口: 'B1',
  地库出口: 'B1',
  北门车道: '1F',
  主出入口: '1F',
  大堂: '1F',
  消防泵房: 'B1',
  冷冻站: 'B1',
  中庭: '1F',
};
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const months = 24;

interface Dates {
  readonly commissionedOn: string | null;
  readonly extendedUntil: string | null;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A day between two months, counted from year 0; now and then its month's last or the one in four years. */
function dayBetween(luck: Chance, from: readonly [number, number], to: readonly [number, number]): string {
  const month = luck.between(from[0] * 12 + from[1] - 1, to[0] * 12 + to[1] - 1);
  const year = Math.floor(month / 12);
  const nth = (month % 12) + 1;
  const last = [1, 3, 5, 7, 8, 10, 12].includes(nth) ? 31 : nth !== 2 ? 30 : year % 4 === 0 ? 29 : 28;
  return `${String(year)}-${two(nth)}-${two(luck.hits(8) ? last : luck.between(1, 28))}`;
}

const young = (luck: Chance): Dates => ({
  commissionedOn: dayBetween(luck, [2025, 2], [2026, 10]),
  extendedUntil: null,
});
const notYet: Dates = { commissionedOn: null, extendedUntil: null };
const renewed = (luck: Chance): Dates => ({
  commissionedOn: dayBetween(luck, [2020, 3], [2024, 9]),
  extendedUntil: `${String(luck.between(2027, 2029))}-${luck.pick(['03-31', '06-30', '12-31'])}`,
});
const lapsed = (luck: Chance): Dates => ({
  commissionedOn: dayBetween(luck, [2016, 5], [2024, 9]),
  extendedUntil: null,
});

const datesFor: Readonly<Record<Coverage, (luck: Chance) => Dates>> = {
  new: (luck) => (luck.hits(7) ? notYet : luck.hits(93) ? young(luck) : lapsed(luck)),
  mixed: (luck) => (luck.hits(5) ? notYet : luck.hits(45) ? young(luck) : luck.hits(40) ? renewed(luck) : lapsed(luck)),
  extended: (luck) => (luck.hits(4) ? notYet : luck.hits(85) ? renewed(luck) : lapsed(luck)),
  lapsed: (luck) => lapsed(luck),
};

const qrToken = (luck: Chance): string =>
  Array.from({ length: 22 }, () => letters.charAt(luck.between(0, letters.length - 1))).join('');

function installed(index: number): DemoEquipment {
  const luck = chance(20_261_122 + index * 7919);
  const site = demoSites[index % demoSites.length];
  if (!site) throw new Error('there are no sites');
  const nth = demoCustomers.findIndex(({ customerId }) => customerId === site.customerId);
  // Every kind in turn, a different one to start with at every site.
  const kind =
    equipmentKinds[(index * 3 + Math.floor(index / demoSites.length)) % equipmentKinds.length] ?? equipmentKinds[0];
  const building = luck.pick(buildings[demoCustomers[nth]?.industry ?? ''] ?? ['主楼']);
  const room = luck.pick(kind.rooms);
  const dates = datesFor[coverages[nth] ?? 'mixed'](luck);
  const made = dates.commissionedOn ? dates.commissionedOn.slice(2, 7).replace('-', '') : '2610';
  return {
    equipmentId: demoId('equipment', index + 1),
    customerId: site.customerId,
    siteId: site.siteId,
    name: `${building}${room}${kind.name}`,
    model: luck.pick(kind.models),
    manufacturer: kind.manufacturer,
    serialNumber: `${kind.mark}${made}${String(10_000 + index * 37)}`,
    category: kind.category,
    location: `${building} ${floorOf[room] ?? luck.pick(floors)} ${room}`,
    qrToken: qrToken(luck),
    warrantyMonths: months,
    ...dates,
  };
}

export const demoEquipment: readonly DemoEquipment[] = Array.from({ length: total }, (_, index) => installed(index));
