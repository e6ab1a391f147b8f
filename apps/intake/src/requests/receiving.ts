import { RequestJoined, RequestReceived } from '@pledge/contracts/events';
import { Refusal } from '@pledge/kernel';
import { CLOCK_TOLERANCE_MS, faultPromises, firstReached, stamp } from '@pledge/promises';
import type { OpenFault } from './duplicates.js';
import { recurrence, sameFault } from './duplicates.js';
import { digits } from './phone.js';
import type { Joined, Known, Place, Received, RequestCommand, RequestEvent } from './situation.js';

/** A hand-off of a fault is to be accepted within 30 minutes, around the clock. */
const ACCEPT_HAND_OFF_MS = 30 * 60_000;

type Receive = Extract<RequestCommand, { type: 'receive' }>;

/** A report becomes a request, numbered and promised; or it is joined to the open one for the same fault. */
export function receive(command: Receive, now: string): RequestEvent {
  const { requestId, report, reportedBy, recordedBy, ids, calendar, known } = command;
  if (!known) throw new Error('a report is decided on only with what the database knows of its place');
  const { place, number } = known;
  const repair = repairOf(command, known);
  const receivedAt = reachedAt(command, known, now);
  const category = report.category ?? place.equipment?.category;
  if (!category) throw new Refusal('category-required', {}, '/category');
  const common = {
    requestId,
    number,
    kind: report.kind,
    channel: report.channel,
    reportedBy,
    customerId: place.customerId,
    customerName: place.customerName,
    siteId: place.siteId,
    siteName: place.siteName,
    siteAddress: place.siteAddress,
    territory: place.territory,
    equipmentId: place.equipment?.equipmentId ?? null,
    equipmentName: place.equipment?.name ?? null,
    equipmentModel: place.equipment?.model ?? null,
    serialNumber: place.equipment?.serialNumber ?? null,
    receivedAt,
    recordedAt: now,
    occurredAt: report.occurredAt ? inUtc(report.occurredAt) : null,
    description: report.description,
    cause: report.cause ?? null,
    nature: report.nature,
    category,
    location: report.location ?? place.equipment?.location ?? null,
    impact: report.impact ?? null,
    measuresTaken: report.measuresTaken ?? null,
    entitlement: entitlementOf(place),
    publicToken: ids.publicToken,
    envelopeId: ids.envelopeId,
    ...(known.mailId !== undefined && { mailId: known.mailId }),
    recordedBy,
    language: report.language,
  };

  const telling = tellingOf(common);
  const open = sameFault(telling, known.openAtSite);
  const joinedTo = twinOf(command, known, open);
  if (joinedTo) {
    const [promiseId] = ids.promiseIds;
    const respond = { amount: place.terms.respondMinutes, unit: 'minutes' } as const;
    return RequestJoined.of({
      ...common,
      promises: [stamp({ promiseId, promise: 'respond', startedAt: receivedAt, limit: respond, calendar })],
      joinedTo,
    });
  }
  const again = repair ?? recurrence(telling, known.mended);
  const unused = [...ids.promiseIds];
  const newId = () => unused.shift() ?? requestId;
  return RequestReceived.of({
    ...common,
    promises: faultPromises({ receivedAt, terms: place.terms, calendar, newId }),
    ...(open && separated(command, open)),
    ...(again && { recurrenceOf: { requestId: again.requestId, number: again.number } }),
    handOff: offerToDispatch(requestId, ids.handOffId, now),
  });
}

/** A hand-off of a fault to dispatch, which is responsible once it has accepted. */
export const offerToDispatch = (requestId: string, handOffId: string, now: string): Received['handOff'] => ({
  handOffId,
  subject: { kind: 'request', id: requestId },
  from: 'intake',
  to: 'dispatch',
  offeredAt: now,
  acceptBy: inUtc(Date.parse(now) + ACCEPT_HAND_OFF_MS),
});

/** A person who says which request it tells of again, or that it tells of none, decides; else the rule does. */
function twinOf({ report }: Receive, known: Known, open: OpenFault | undefined): Joined['joinedTo'] | undefined {
  if (report.twin?.decision === 'separate') return undefined;
  if (report.twin === undefined) return open && { requestId: open.requestId, number: open.number };
  if (!known.twin) throw new Refusal('twin-not-open', {}, '/twin/requestId');
  const { requestId, number, customerId } = known.twin;
  if (customerId !== known.place.customerId) throw new Refusal('other-customer', {}, '/twin/requestId');
  return { requestId, number };
}

function separated({ report, recordedBy }: Receive, { requestId, number }: OpenFault): Pick<Received, 'separated'> {
  if (report.twin?.decision !== 'separate') return {};
  return { separated: { from: { requestId, number }, reason: report.twin.reason, by: recordedBy } };
}

/** The repair that a person says did not hold: they know better than the rule, which goes by place and words. */
function repairOf({ report }: Receive, { repair, place }: Known): Known['repair'] {
  if (report.twin?.decision !== 'separate' || report.twin.recurrenceOf === undefined) return null;
  if (!repair) throw new Refusal('verdict-stands');
  if (repair.customerId !== place.customerId) throw new Refusal('other-customer', {}, '/twin/recurrenceOf');
  if (repair.reportedAgain) throw new Refusal('reported-again');
  return repair;
}

const tellingOf = (
  report: Pick<Received, 'equipmentId' | 'category' | 'reportedBy' | 'description' | 'receivedAt'>,
) => ({
  equipmentId: report.equipmentId,
  category: report.category,
  phone: digits(report.reportedBy.phone),
  email: report.reportedBy.email,
  text: report.description,
  receivedAt: report.receivedAt,
});

/**
 * The promises run from when the report first reached us, not from when it was typed in (S-26): from when its envelope came, or the user
 * said of a repair that it did not hold, whichever was first.
 */
function reachedAt(
  { report: { receivedAt: told, occurredAt }, mayBackdate }: Receive,
  { envelopeReceivedAt, repair }: Known,
  now: string,
): string {
  const seen = [envelopeReceivedAt, repair?.disputedAt].filter((time) => typeof time === 'string');
  const seenAt = seen.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
  const { at, refused } = firstReached({ told, envelopeReceivedAt: seenAt, now, mayBackdate });
  if (refused) throw new Refusal(refused, { now }, '/receivedAt');
  if (occurredAt && Date.parse(occurredAt) > Date.parse(at) + CLOCK_TOLERANCE_MS) {
    throw new Refusal('occurred-after-received', { receivedAt: at }, '/occurredAt');
  }
  return at;
}

/** Service is for life (S-23): out of warranty it is accepted all the same, and charged. */
function entitlementOf({ equipment }: Place): Received['entitlement'] {
  if (!equipment) return { state: null, endsOn: null, chargeable: false };
  const { state, endsOn } = equipment.warranty;
  return { state, endsOn, chargeable: state === 'out-of-warranty' };
}

const inUtc = (time: string | number) => new Date(time).toISOString();
