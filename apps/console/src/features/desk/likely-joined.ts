import type { Category } from '@pledge/contracts';
import type { Request } from '@pledge/contracts/http';

type Open = Pick<Request, 'id' | 'number' | 'status' | 'equipmentId' | 'category'>;

/** The open request this report will probably be joined to: of the same equipment, else of the same category at the site. */
export function likelyJoined<Item extends Open>(
  open: readonly Item[],
  equipmentId: string | undefined,
  category: Category | undefined,
): Item | undefined {
  const owned = open.filter(({ status }) => status !== 'joined');
  if (equipmentId) {
    const same = owned.find((item) => item.equipmentId === equipmentId);
    if (same) return same;
  }
  return owned.find((item) => item.category === category && (!equipmentId || item.equipmentId === null));
}
