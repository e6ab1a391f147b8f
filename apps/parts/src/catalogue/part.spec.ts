import { describe, it } from '@jest/globals';
import { PartCatalogued } from '@pledge/contracts/events';
import { specFor } from '@pledge/testing/rules';
import { part } from './part.js';

const { given } = specFor(part, {});

const now = '2026-11-22T01:00:00.000Z';
const power = {
  partId: '018f7a52-0000-7000-8000-000000000001',
  code: 'BP10016',
  name: '门禁电源模块（12V 5A）',
  model: 'HY-PM125',
  unit: '个',
  category: 'access-control',
  leadTimeDays: 7,
} as const;

describe('cataloguing a part', () => {
  it('puts it into the catalogue', () =>
    given().at(now).when({ type: 'catalogue', part: power }).then(PartCatalogued.of(power)));
  it('is refused the second time', () =>
    given(PartCatalogued.of(power))
      .at(now)
      .when({ type: 'catalogue', part: power })
      .thenRefuses('part-already-catalogued'));
});
