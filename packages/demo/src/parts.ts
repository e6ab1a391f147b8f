import type { EventOf, PartCatalogued } from '@pledge/contracts/events';
import { demoId } from './ids.js';
import { partFamilies } from './part-families.js';

export type DemoPart = EventOf<typeof PartCatalogued>['data'];

export const demoParts: readonly DemoPart[] = partFamilies
  .flatMap((family) => family.variants.map(([suffix, model]) => ({ family, suffix, model })))
  .map(({ family, suffix, model }, index) => ({
    partId: demoId('part', index + 1),
    code: `BP${String(10_001 + index)}`,
    name: `${family.name}（${suffix}）`,
    model,
    unit: family.unit,
    category: family.category,
    leadTimeDays: family.leadTimeDays,
  }));
