import { id } from '@pledge/contracts';
import type { Draft } from './draft.js';

/** What a call that the address asks for begins with; `null` where it asks for none. */
export function beginningAt(params: URLSearchParams): Partial<Draft> | null {
  if (params.get('call') !== 'new') return null;
  const of = (name: string) => {
    const read = id.safeParse(params.get(name));
    return read.success ? { [name]: read.data } : {};
  };
  return { values: { ...of('customerId'), ...of('siteId'), ...of('equipmentId') } };
}
