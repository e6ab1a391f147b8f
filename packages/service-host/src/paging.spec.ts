import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { InvalidInput } from './failures.js';
import { decodeCursor, encodeCursor, pageOf } from './paging.js';

const key = z.object({ at: z.iso.datetime(), id: z.int() });
const rows = [1, 2, 3].map((id) => ({ id, at: '2030-05-06T09:00:00Z' }));
const cursorOf = ({ at, id }: { at: string; id: number }) => ({ at, id });

describe('a page', () => {
  it('has a cursor only where there is more', () => {
    const page = pageOf({ items: rows, limit: 2, cursorOf });
    expect(page.items.map(({ id }) => id)).toEqual([1, 2]);
    expect(decodeCursor(page.nextCursor ?? undefined, key)).toEqual({ at: '2030-05-06T09:00:00Z', id: 2 });
    expect(pageOf({ items: rows, limit: 3, cursorOf }).nextCursor).toBeNull();
    expect(pageOf({ items: [], limit: 3, cursorOf }).nextCursor).toBeNull();
  });

  it('begins where no cursor is given', () => expect(decodeCursor(undefined, key)).toBeUndefined());

  it.each(['', 'rubbish', encodeCursor({ id: 1 }), encodeCursor(null)])('is refused for the cursor %j', (cursor) =>
    expect(() => decodeCursor(cursor, key)).toThrow(InvalidInput),
  );
});
