import { describe, it } from '@jest/globals';
import { EquipmentRegistered } from '@pledge/contracts/events';
import { specFor } from '@pledge/testing/rules';
import { piece } from './piece.js';

const now = '2026-11-22T01:00:00.000Z';
const customerId = '018f7a52-0000-7000-8000-000000000001';
const { given } = specFor(piece, { context: { siteOf: customerId } });
const controller = {
  equipmentId: '018f7a52-0000-7000-8000-000000000003',
  customerId,
  siteId: '018f7a52-0000-7000-8000-000000000002',
  name: '门禁控制器',
  model: 'HY-AC4000',
  manufacturer: '海岳',
  serialNumber: 'HYA250310074',
  category: 'access-control',
  location: '3 号楼一层弱电间',
  qrToken: 'ke5P8oyS93dwv4a4qavZtf',
  commissionedOn: '2024-02-29',
  warrantyMonths: 24,
  extendedUntil: null,
} as const;
const registered = EquipmentRegistered.of({ ...controller, registeredAt: now });
const register = { type: 'register', piece: controller } as const;

describe('registering equipment', () => {
  it('puts it into the installed base', () => given().at(now).when(register).then(registered));
  it('needs its site on file', () =>
    given()
      .at(now, { context: { siteOf: null } })
      .when(register)
      .thenRefuses('site-not-on-file'));
  it('keeps to sites of the same customer', () =>
    given()
      .at(now, { context: { siteOf: '018f7a52-0000-7000-8000-000000000009' } })
      .when(register)
      .thenRefuses('site-of-another-customer'));
  it('is refused the second time', () =>
    given(registered).at(now).when(register).thenRefuses('equipment-already-on-file'));
});
