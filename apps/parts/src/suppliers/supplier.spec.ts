import { describe, expect, it } from '@jest/globals';
import {
  SupplierContactCorrected,
  SupplierRegistered,
  SupplierReinstated,
  SupplierSuspended,
} from '@pledge/contracts/events';
import { replay } from '@pledge/kernel';
import { specFor } from '@pledge/testing/rules';
import { supplier } from './supplier.js';

const supplierId = '018f7a52-0000-7000-8000-000000000001';
const by = { personId: 'm', name: '马经理' };
const actor = { ...by, role: 'materials-manager', roles: ['materials-manager'], department: 'parts', customerId: null };
const { given } = specFor(supplier, { id: supplierId, actor });
const at = '2026-12-01T01:00:00.000Z';
const name = '华东电子';
const registered = SupplierRegistered.of({
  supplierId,
  name,
  contact: '周敏',
  phone: '021-55550000',
  registeredAt: at,
});
const suspended = SupplierSuspended.of({ supplierId, name, reason: '连续两次不合格', by, at });

describe('a supplier', () => {
  it('is registered once', () => {
    const register = { type: 'register', name, contact: '周敏', phone: '021-55550000' } as const;
    given().at(at).when(register).then(registered);
    given(registered).at(at).when(register).thenNothing();
  });
  it('is suspended with a reason and reinstated, each once', () => {
    const suspend = { type: 'suspend', reason: '连续两次不合格' } as const;
    given(registered).at(at).when(suspend).then(suspended);
    given(registered, suspended).at(at).when(suspend).thenRefuses('supplier-suspended');
    given(registered, suspended)
      .at(at)
      .when({ type: 'reinstate' })
      .then(SupplierReinstated.of({ supplierId, name, by, at }));
    given(registered).at(at).when({ type: 'reinstate' }).thenRefuses('supplier-not-suspended');
  });
  it('may have an e-mail address', () => {
    const told = { type: 'register', name, contact: '周敏', phone: '021-55550000', email: 'zhou@example.com' } as const;
    const { contact, phone, email } = told;
    given()
      .at(at)
      .when(told)
      .then(SupplierRegistered.of({ supplierId, name, contact, phone, email, registeredAt: at }));
  });
  it('has its contact corrected, and is not told the same twice', () => {
    const correct = { type: 'correct-contact', contact: '吴昊', phone: '021-55550009' } as const;
    const corrected = SupplierContactCorrected.of({ supplierId, name, contact: '吴昊', phone: '021-55550009', by, at });
    given(registered).at(at).when(correct).then(corrected);
    given(registered, corrected).at(at).when(correct).thenNothing();
  });
  it('says why as long as it is so', () => {
    expect(replay(supplier, [registered, suspended])).toMatchObject({ suspendedBecause: '连续两次不合格' });
    const back = SupplierReinstated.of({ supplierId, name, by, at });
    expect(replay(supplier, [registered, suspended, back])).toMatchObject({ status: 'active', suspendedBecause: null });
  });
});
