import type { Twin } from '@pledge/contracts/http';
import type { OpenFault, Telling } from './duplicates.js';
import {
  askedAgain,
  mayBeOne,
  sameAgain,
  sameEquipment,
  sameFault,
  samePlace,
  saidAgain,
  similarWords,
} from './duplicates.js';

type Reason = Twin['reasons'][number];

/** A report that is being typed. */
export interface Typed extends Telling {
  readonly siteId: string | null;
}
/** An open request, or one whose repair is still being watched. */
export interface Candidate extends OpenFault {
  readonly siteId: string | null;
  readonly isFault: boolean;
  readonly open: boolean;
}
interface Likely<Of extends Candidate> {
  readonly candidate: Of;
  readonly reasons: readonly Reason[];
  /** The rule would join it by itself. */
  readonly joins: boolean;
}

const SHOWN = 5;
const surest: readonly Reason[] = [
  'same-equipment',
  'same-place',
  'same-caller-and-text',
  'recurrence',
  'similar-text',
];

/** What a report that is being typed may tell of again, the likeliest first. */
export function likelyTwins<Of extends Candidate>(typed: Typed, candidates: readonly Of[]): Likely<Of>[] {
  const open = candidates.filter((one) => one.open);
  const faults = open.filter((one) => one.isFault && one.siteId === typed.siteId);
  const joined =
    sameFault(typed, faults) ??
    askedAgain(
      typed,
      open.filter((one) => !one.isFault),
    );
  const likely = candidates.map((candidate) => ({
    candidate,
    reasons: reasonsFor(typed, candidate),
    joins: candidate.requestId === joined?.requestId,
  }));
  return likely
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted(
      (a, b) =>
        Number(b.joins) - Number(a.joins) ||
        sureness(a) - sureness(b) ||
        Date.parse(b.candidate.receivedAt) - Date.parse(a.candidate.receivedAt),
    )
    .slice(0, SHOWN);
}

const sureness = ({ reasons: [first] }: Likely<Candidate>): number => surest.findIndex((reason) => reason === first);

function reasonsFor(typed: Typed, candidate: Candidate): Reason[] {
  const sameSite = typed.siteId !== null && candidate.siteId === typed.siteId;
  if (!candidate.open) return sameSite && sameAgain(typed, candidate) ? ['recurrence'] : [];
  const found: Readonly<Partial<Record<Reason, boolean>>> = {
    'same-equipment': sameEquipment(typed, candidate),
    'same-place': candidate.isFault && sameSite && samePlace(typed, candidate),
    'same-caller-and-text': mayBeOne(typed, candidate) && saidAgain(typed, candidate),
    'similar-text': mayBeOne(typed, candidate) && similarWords(typed, candidate),
  };
  return surest.filter((reason) => found[reason]);
}
