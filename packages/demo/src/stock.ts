import { chance } from './chance.js';
import { demoId } from './ids.js';
import { partFamilies, type PartFamily } from './part-families.js';
import { demoParts } from './parts.js';
import { demoPlaces } from './places.js';

/** What lies at a place of a part when the company starts; a row without any is kept too, so that parts can be received into it. */
export interface DemoStock {
  readonly stockId: string;
  readonly partId: string;
  readonly placeId: string;
  readonly place: string;
  readonly quantity: number;
}

/** The least and the most at the main warehouse, elsewhere, and how many times of a hundred a place has none. */
const kept: Readonly<
  Record<
    PartFamily['kept'],
    {
      readonly main: readonly [number, number];
      readonly elsewhere: readonly [number, number];
      readonly without: number;
    }
  >
> = {
  hundreds: { main: [300, 480], elsewhere: [60, 220], without: 0 },
  dozens: { main: [30, 90], elsewhere: [8, 30], without: 8 },
  pieces: { main: [8, 24], elsewhere: [5, 9], without: 25 },
  few: { main: [5, 8], elsewhere: [1, 5], without: 55 },
  none: { main: [0, 0], elsewhere: [0, 0], without: 100 },
};

const keptOf = partFamilies.flatMap(({ kept: level, variants }) => variants.map(() => level));

export const demoStock: readonly DemoStock[] = demoParts.flatMap(({ partId }, nthPart) =>
  demoPlaces.map(({ placeId, name, kind }, nthPlace) => {
    const luck = chance(510_510 + nthPart * 101 + nthPlace);
    const { main, elsewhere, without } = kept[keptOf[nthPart] ?? 'pieces'];
    const [least, most] = kind === 'warehouse' ? main : elsewhere;
    const quantity = kind !== 'warehouse' && luck.hits(without) ? 0 : luck.between(least, most);
    return {
      stockId: demoId('stock', nthPart * demoPlaces.length + nthPlace + 1),
      partId,
      placeId,
      place: name,
      // The commonest consumable of all, by far.
      quantity: nthPart === 0 && kind === 'warehouse' ? 1200 : quantity,
    };
  }),
);
