import type { RequestKind } from '@pledge/contracts';
import type { Progress, RequestStatus } from '@pledge/contracts/http';

/** What a progress page is made from. */
export interface Passed {
  readonly kind: RequestKind;
  readonly status: RequestStatus;
  readonly receivedAt: string;
  readonly respondedAt: string | null;
  readonly closedAt: string | null;
  /** The latest of each fact that other departments published about the request. */
  readonly facts: ReadonlyMap<
    string,
    { readonly at: string; readonly by: string | null; readonly detail: Readonly<Record<string, unknown>> }
  >;
}

type Step = Progress['steps'][number];

const factOf: Readonly<Partial<Record<Step['step'], string>>> = {
  assigned: 'dispatch.order-assigned.v1',
  departed: 'dispatch.engineer-departed.v1',
  arrived: 'dispatch.engineer-arrived.v1',
  restored: 'dispatch.measures-recorded.v1',
  signed: 'dispatch.order-signed.v1',
  closed: 'dispatch.order-closed.v1',
};
/** Who the user wants to hear of, where it is not who wrote it down: the engineer who comes, the one who signed. */
const whom: Readonly<Partial<Record<Step['step'], string>>> = { assigned: 'engineerName', signed: 'signedBy' };
const order: readonly Step['step'][] = [
  'received',
  'responded',
  'assigned',
  'departed',
  'arrived',
  'restored',
  'signed',
  'closed',
];

/** The steps of a request like a parcel's: done, the one that is under way, and those to come. */
export function stepsOf(passed: Passed): Step[] {
  const reached = courseOf(passed).map((step) => ({ step, ...momentOf(step, passed) }));
  const last = reached.findLastIndex(({ at }) => at !== null);
  return reached.map(({ step, at, by, expectedAt }, index) => ({
    step,
    state: at !== null ? 'done' : index === last + 1 ? 'current' : index < last ? 'current' : 'to-come',
    at,
    expectedAt,
    by,
  }));
}

/**
 * A report that joined another is received and answered on its own, the rest happens to the request it joined; nobody drives out for
 * an enquiry.
 */
function courseOf({ kind, status }: Passed): readonly Step['step'][] {
  if (status === 'joined') return ['received', 'responded'];
  return kind === 'fault' ? order : ['received', 'responded', 'closed'];
}

function momentOf(step: Step['step'], passed: Passed): Pick<Step, 'at' | 'by' | 'expectedAt'> {
  if (step === 'received') return { at: passed.receivedAt, by: null, expectedAt: null };
  if (step === 'responded') return { at: passed.respondedAt, by: null, expectedAt: null };
  if (step === 'closed' && passed.kind !== 'fault') return { at: passed.closedAt, by: null, expectedAt: null };
  const fact = passed.facts.get(factOf[step] ?? '');
  const named = fact?.detail[whom[step] ?? ''];
  const promisedArrival = passed.facts.get('dispatch.engineer-departed.v1')?.detail['expectedArrivalAt'];
  return {
    at: fact?.at ?? null,
    by: typeof named === 'string' ? named : (fact?.by ?? null),
    expectedAt: step === 'arrived' && typeof promisedArrival === 'string' ? promisedArrival : null,
  };
}
