import { v7 as newId } from 'uuid';

let place = 0;

/** An event as it is received, each later than the one before. */
export const received = <Data>(type: string, data: Data) => ({
  type,
  data,
  id: newId(),
  sequence: (place += 1),
  at: '2026-11-22T01:00:00.000Z',
  source: type.split('.')[0] ?? '',
});
