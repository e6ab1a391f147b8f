import type { CallInput } from '@pledge/client';
import type { completeFacts, FaultFact } from '@pledge/contracts/http';
import { instantOf } from '@pledge/ui/time';

type Body = CallInput<typeof completeFacts>['body'];

/** What was filled in of the facts that are asked for; null where nothing was. */
export function factsTold(
  values: Readonly<Partial<Record<FaultFact, string | null>>>,
  asked: readonly FaultFact[],
): Body | null {
  const told = asked.flatMap((fact) => {
    const value = values[fact]?.trim() ?? '';
    const said = fact === 'occurredAt' ? instantOf(value) : value;
    return said ? [[fact, said] as const] : [];
  });
  return told.length > 0 ? Object.fromEntries(told) : null;
}
