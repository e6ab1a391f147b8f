import { demoId } from './ids.js';

export interface DemoPlace {
  readonly placeId: string;
  readonly name: string;
  readonly kind: 'warehouse' | 'branch' | 'vans';
}

export const demoPlaces: readonly DemoPlace[] = [
  { placeId: demoId('place', 1), name: '总库', kind: 'warehouse' },
  { placeId: demoId('place', 2), name: '浦东分库', kind: 'branch' },
  { placeId: demoId('place', 3), name: '苏州分库', kind: 'branch' },
  { placeId: demoId('place', 4), name: '工程车库', kind: 'vans' },
];
