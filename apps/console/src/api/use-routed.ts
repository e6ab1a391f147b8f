import type { Category, Department, RequestKind } from '@pledge/contracts';
import { getRouting } from '@pledge/contracts/http';
import { useApiQuery } from '@pledge/ui';

/** The department that the routing table names for a question of this kind; a line of its category goes before the one for all. */
export function useRouted(kind: RequestKind, category: Category | null): Department | undefined {
  const table = useApiQuery('still', getRouting, {});
  const ofKind = table.data?.lines.filter((line) => line.kind === kind) ?? [];
  const line =
    ofKind.find((one) => one.category !== null && one.category === category) ??
    ofKind.find((one) => one.category === null);
  return line?.department;
}
