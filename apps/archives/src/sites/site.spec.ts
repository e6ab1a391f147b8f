import { describe, it } from '@jest/globals';
import { SiteRegistered } from '@pledge/contracts/events';
import { specFor } from '@pledge/testing/rules';
import { site } from './site.js';

const { given } = specFor(site, { context: { customerOnFile: true } });

const now = '2026-11-22T01:00:00.000Z';
const campus = {
  siteId: '018f7a52-0000-7000-8000-000000000002',
  customerId: '018f7a52-0000-7000-8000-000000000001',
  name: '本部院区',
  address: '上海市浦东新区灵山路 1188 号',
  territory: '上海浦东',
};
const registered = SiteRegistered.of({ ...campus, registeredAt: now });
const register = { type: 'register', site: campus } as const;

describe('registering a site', () => {
  it('puts it on file', () => given().at(now).when(register).then(registered));
  it('needs its customer on file', () =>
    given()
      .at(now, { context: { customerOnFile: false } })
      .when(register)
      .thenRefuses('customer-not-on-file'));
  it('is refused the second time', () => given(registered).at(now).when(register).thenRefuses('site-already-on-file'));
});
