import { describe, it } from '@jest/globals';
import { CustomerRegistered } from '@pledge/contracts/events';
import { specFor } from '@pledge/testing/rules';
import { customer } from './customer.js';

const { given } = specFor(customer, {});

const now = '2026-11-22T01:00:00.000Z';
const hospital = {
  customerId: '018f7a52-0000-7000-8000-000000000001',
  code: 'KH1001',
  name: '东海人民医院',
  initials: 'dhrmyy',
  industry: '医疗',
  contacts: [],
  terms: { respondMinutes: 60, arriveMinutes: 240, resolveMinutes: 480 },
  maintainer: null,
};
const registered = CustomerRegistered.of({ ...hospital, registeredAt: now });

describe('registering a customer', () => {
  it('puts it on file', () => given().at(now).when({ type: 'register', customer: hospital }).then(registered));
  it('is refused the second time', () =>
    given(registered).at(now).when({ type: 'register', customer: hospital }).thenRefuses('customer-already-on-file'));
});
