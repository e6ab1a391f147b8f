import type { Category, FaultTerms, Person, Reporter, WarrantyState } from '@pledge/contracts';
import type { Fact } from '@pledge/contracts/events';
import {
  RequestClosed,
  RequestJoined,
  RequestReceived,
  RequestResolved,
  RequestResponded,
} from '@pledge/contracts/events';
import type { FaultBody } from '@pledge/contracts/http';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { WorkCalendar } from '@pledge/promises';
import { faultPromises, stamp } from '@pledge/promises';
import type { OpenFault } from './duplicates.js';
import { sameFault } from './duplicates.js';

export type Received = Fact<typeof RequestReceived>['data'];
export type Joined = Fact<typeof RequestJoined>['data'];
export interface Answer {
  readonly by: Person;
  readonly text: string;
  readonly respondedAt: string;
}

export type Request =
  | { readonly status: 'absent' }
  | { readonly status: 'received'; readonly report: Received }
  | { readonly status: 'responded'; readonly report: Received; readonly answer: Answer }
  | { readonly status: 'joined'; readonly report: Joined; readonly answer: Answer | null }
  | {
      readonly status: 'resolved';
      readonly report: Received;
      readonly answer: Answer | null;
      readonly resolvedAt: string;
    }
  | {
      readonly status: 'closed';
      readonly report: Received;
      readonly answer: Answer | null;
      readonly resolvedAt: string;
      readonly closedAt: string;
    };

/** Where a report says it is. */
export interface PlaceAsked {
  readonly customerId: string;
  readonly siteId: string;
  readonly equipmentId: string | null;
}

/** Where the fault is and what is owed there, as intake's copies of the archive have it. */
export interface Place {
  readonly customerId: string;
  readonly customerName: string;
  readonly terms: FaultTerms;
  readonly siteId: string;
  readonly siteName: string;
  readonly siteAddress: string;
  readonly territory: string;
  readonly equipment: {
    readonly equipmentId: string;
    readonly name: string;
    readonly model: string;
    readonly serialNumber: string;
    readonly category: Category;
    readonly location: string;
    readonly warranty: { readonly state: WarrantyState; readonly endsOn: string | null };
  } | null;
}

/** Ids and secrets that a report needs, drawn outside the rule. */
export interface ReportIds {
  readonly promiseIds: readonly [string, string, string];
  readonly handOffId: string;
  readonly publicToken: string;
  /** The envelope the report came in, or a new one that it is by itself. */
  readonly envelopeId: string;
}

/** What the database knows of the place and of open faults there, read under the site's lock. */
export interface Known {
  readonly number: string;
  readonly place: Place;
  readonly openAtSite: readonly OpenFault[];
  /** When its envelope reached us; null where the report is its own envelope. */
  readonly envelopeReceivedAt: string | null;
}

export type RequestCommand = { readonly requestId: string } & (
  | {
      readonly type: 'receive';
      readonly report: FaultBody;
      readonly reportedBy: Reporter;
      /** Who of us writes it down; null where the reporter does. */
      readonly recordedBy: Person | null;
      readonly ids: ReportIds;
      readonly calendar: WorkCalendar;
      readonly place: PlaceAsked;
      /** Filled in under the lock. */
      readonly known?: Known;
    }
  | { readonly type: 'respond'; readonly by: Person; readonly text: string }
  | { readonly type: 'resolve'; readonly orderId: string; readonly resolvedAt: string }
  | { readonly type: 'close' }
);

export type RequestEvent =
  | Fact<typeof RequestReceived>
  | Fact<typeof RequestJoined>
  | Fact<typeof RequestResponded>
  | Fact<typeof RequestResolved>
  | Fact<typeof RequestClosed>;

/** A hand-off of a fault is to be accepted within 30 minutes, around the clock. */
const ACCEPT_HAND_OFF_MS = 30 * 60_000;
/** Clocks of callers run apart by seconds; what lies within this of now is now. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;
const OLDEST_ENTRY_MS = 7 * 24 * 3_600_000;

export const request: Decider<RequestCommand, Request, RequestEvent> = {
  initial: { status: 'absent' },

  decide(command, state, now) {
    switch (command.type) {
      case 'receive':
        if (state.status !== 'absent') throw new Refusal('request-exists');
        return [receive(command, now)];
      case 'respond': {
        const { requestId, by, text } = command;
        if (state.status === 'absent') throw new Refusal('request-missing');
        if (state.status === 'closed') throw new Refusal('request-closed', { status: state.status });
        if (state.status === 'responded' || ('answer' in state && state.answer)) {
          throw new Refusal('request-already-answered', { status: state.status });
        }
        return [RequestResponded.of({ requestId, number: state.report.number, by, text, respondedAt: now })];
      }
      case 'resolve': {
        if (state.status !== 'received' && state.status !== 'responded') return [];
        const { requestId, orderId, resolvedAt } = command;
        return [RequestResolved.of({ requestId, number: state.report.number, orderId, resolvedAt })];
      }
      case 'close':
        if (state.status !== 'resolved') return [];
        return [RequestClosed.of({ requestId: command.requestId, number: state.report.number, closedAt: now })];
    }
  },

  evolve(state, fact) {
    switch (fact.type) {
      case 'intake.request-received.v1':
        return { status: 'received', report: fact.data };
      case 'intake.request-joined.v1':
        return { status: 'joined', report: fact.data, answer: null };
      case 'intake.request-responded.v1':
        return answered(state, fact.data);
      case 'intake.request-resolved.v1':
        if (state.status !== 'received' && state.status !== 'responded') return state;
        return {
          status: 'resolved',
          report: state.report,
          answer: state.status === 'responded' ? state.answer : null,
          resolvedAt: fact.data.resolvedAt,
        };
      case 'intake.request-closed.v1':
        return state.status === 'resolved' ? { ...state, status: 'closed', closedAt: fact.data.closedAt } : state;
    }
  },
};

function answered(state: Request, { by, text, respondedAt }: Answer): Request {
  const answer = { by, text, respondedAt };
  switch (state.status) {
    case 'received':
      return { status: 'responded', report: state.report, answer };
    case 'joined':
    case 'resolved':
      return { ...state, answer };
    case 'absent':
    case 'responded':
    case 'closed':
      return state;
  }
}

function receive(command: Extract<RequestCommand, { type: 'receive' }>, now: string): RequestEvent {
  const { requestId, report, reportedBy, recordedBy, ids, calendar, known } = command;
  if (!known) throw new Error('a report is decided on only with what the database knows of its place');
  const { place, number } = known;
  const receivedAt = firstReached(report, known.envelopeReceivedAt, now);
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
    recordedBy,
    language: report.language,
  };

  const open = sameFault(common, known.openAtSite);
  if (open) {
    const [promiseId] = ids.promiseIds;
    const respond = { amount: place.terms.respondMinutes, unit: 'minutes' } as const;
    return RequestJoined.of({
      ...common,
      promises: [stamp({ promiseId, promise: 'respond', startedAt: receivedAt, limit: respond, calendar })],
      joinedTo: { requestId: open.requestId, number: open.number },
    });
  }
  const unused = [...ids.promiseIds];
  const newId = () => unused.shift() ?? requestId;
  return RequestReceived.of({
    ...common,
    promises: faultPromises({ receivedAt, terms: place.terms, calendar, newId }),
    handOff: {
      handOffId: ids.handOffId,
      subject: { kind: 'request', id: requestId },
      from: 'intake',
      to: 'dispatch',
      offeredAt: now,
      acceptBy: inUtc(Date.parse(now) + ACCEPT_HAND_OFF_MS),
    },
  });
}

/** The promises run from when the report first reached us, not from when it was typed in (S-26). */
function firstReached(report: FaultBody, envelopeReceivedAt: string | null, now: string): string {
  const present = Date.parse(now);
  const said = report.receivedAt === undefined ? present : Date.parse(report.receivedAt);
  const told = envelopeReceivedAt === null ? said : Math.min(said, Date.parse(envelopeReceivedAt));
  if (told > present + CLOCK_TOLERANCE_MS) throw new Refusal('received-in-future', { now }, '/receivedAt');
  if (told < present - OLDEST_ENTRY_MS) throw new Refusal('received-too-long-ago', { now }, '/receivedAt');
  if (report.occurredAt && Date.parse(report.occurredAt) > told + CLOCK_TOLERANCE_MS) {
    throw new Refusal('occurred-after-received', { receivedAt: inUtc(told) }, '/occurredAt');
  }
  return inUtc(told);
}

/** Service is for life (S-23): out of warranty it is accepted all the same, and charged. */
function entitlementOf({ equipment }: Place): Received['entitlement'] {
  if (!equipment) return { state: null, endsOn: null, chargeable: false };
  const { state, endsOn } = equipment.warranty;
  return { state, endsOn, chargeable: state === 'out-of-warranty' };
}

const inUtc = (time: string | number) => new Date(time).toISOString();
