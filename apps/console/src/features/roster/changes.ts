import type { CallInput } from '@pledge/client';
import type { changeShift, Shift } from '@pledge/contracts/http';
import { instantOf, wallOf } from '@pledge/ui/time';

type Body = CallInput<typeof changeShift>['body'];

/** What stands in the form that changes a shift. */
export interface ChangeValues {
  readonly people: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason: string;
  /** The shift whose people take this one, while those of this one take it. */
  readonly swapWith?: string | undefined;
}

export interface Change {
  readonly shiftId: string;
  readonly version: number;
  readonly body: Body;
}

export const mayBeChanged = ({ endsAt, handedOver }: Pick<Shift, 'endsAt' | 'handedOver'>, nowMs: number): boolean =>
  handedOver === null && Date.parse(endsAt) > nowMs;

export const beginningOf = ({ people, startsAt, endsAt }: Shift): ChangeValues => ({
  people: people.map(({ personId }) => personId),
  startsAt: wallOf(Date.parse(startsAt)),
  endsAt: wallOf(Date.parse(endsAt)),
  reason: '',
});

/** Whom a shift can be swapped with: those that can still be changed and have somebody else first. */
export const swappable = (shift: Shift, shifts: readonly Shift[], nowMs: number): readonly Shift[] =>
  shifts.filter(
    (other) =>
      other.id !== shift.id && mayBeChanged(other, nowMs) && other.people[0]?.personId !== shift.people[0]?.personId,
  );

/** What is asked of the roster for a shift that gets other people or other times. */
export function changeFor(
  { id: shiftId, version, kind }: Shift,
  { people, startsAt, endsAt, reason }: ChangeValues,
  known: Shift['people'],
): Change {
  return {
    shiftId,
    version,
    body: {
      kind,
      startsAt: instantOf(startsAt) ?? startsAt,
      endsAt: instantOf(endsAt) ?? endsAt,
      people: people.flatMap((personId) => known.filter((one) => one.personId === personId)),
      reason,
    },
  };
}
