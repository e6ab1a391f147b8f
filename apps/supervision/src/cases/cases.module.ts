import { Module } from '@nestjs/common';
import type { DeclaredReaction } from '@pledge/application';
import { aggregate, aggregateModule, documents, getOf, listOf, on, projectionOf } from '@pledge/application';
import type { CallerIdentity } from '@pledge/contracts';
import { readsComplaints } from '@pledge/contracts';
import { MatterHandedOver } from '@pledge/contracts/events';
import type { Matter } from '@pledge/contracts/http';
import { getMatter, listMatters, matterRoutes } from '@pledge/contracts/http';
import { Commands } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { seenIn } from '../complaint-access.js';
import { caseRules } from './case.js';
import type { CaseCommand, CaseEvent, KeptCase } from './case-state.js';

export abstract class Cases extends Commands<CaseCommand, CaseEvent, Matter> {}

function viewOf(id: string, state: KeptCase, version: number): Matter {
  const { told, status, declined } = state;
  const takenUp = 'takenUp' in state ? state.takenUp : null;
  const settlement = 'settlement' in state ? state.settlement : null;
  const { name, phone } = told.reportedBy;
  return {
    ...{ id, number: told.number, kind: told.kind, status, channel: told.channel, reportedBy: { name, phone } },
    ...{ customerName: told.customerName, subject: told.subject, description: told.description },
    ...{ details: told.details, handled: told.handled, receivedAt: told.receivedAt },
    ...{ handedOverBy: told.handedOverBy, handedOverAt: told.handedOverAt, acceptBy: told.handOff.acceptBy },
    ...{ acceptedBy: takenUp?.by ?? null, acceptedAt: takenUp?.at ?? null, promise: takenUp?.promise ?? null },
    ...{ declinedReason: declined?.reason ?? null, reply: settlement?.reply ?? null },
    ...{ settledBy: settlement?.by ?? null, settledAt: settlement?.at ?? null, version },
  };
}

const steps = { offered: 0, accepted: 1, declined: 2, settled: 3 };

/** Open ones by the time they are due, the others newest first. */
function urgencyOf(state: KeptCase): number {
  switch (state.status) {
    case 'offered':
      return Date.parse(state.told.handOff.acceptBy);
    case 'accepted':
      return Date.parse(state.takenUp.promise.dueAt);
    case 'declined':
      return -Date.parse(state.declined.at);
    case 'settled':
      return -Date.parse(state.settlement.at);
  }
}

/** Complaints and suggestions, by the request's id. */
export const cases = aggregate('case', caseRules, {
  store: documents('case_record', 'request_id', {
    number: ({ told }) => told.number,
    kind: ({ told }) => told.kind,
    status: ({ status }) => status,
    step: ({ status }) => steps[status],
    urgency: urgencyOf,
  }),
  access: (state, actor) =>
    state.status === 'absent' ||
    state.told.kind !== 'complaint' ||
    readsComplaints(actor as CallerIdentity) ||
    state.told.handOff.to === actor.department,
  view: ({ id, state, version }): Matter => viewOf(id, state as KeptCase, version),
});

/** As it is read: to which departments it was handed besides. */
type Read = Matter & { readonly handedTo: readonly string[] };
interface Row {
  readonly id: string;
  readonly record: KeptCase;
  readonly version: number;
  readonly handedTo: readonly string[];
}

const view = projectionOf<Read>({
  from: 'case_record c',
  key: 'c.request_id',
  select: {
    ...{ id: 'c.request_id', record: 'c.record', version: 'c.version' },
    handedTo:
      'array(select h.offered_to from hand_off h where h.request_id = c.request_id and h.offered_to is not null)',
  },
  item: ({ id, record, version, handedTo }: Row) => ({ ...viewOf(id, record, version), handedTo }),
});

/** Those nobody accepted first, then those at work, each by the time they are due; then the declined and the settled, newest first. */
export const caseList = listOf(listMatters, view, {
  filters: { status: 'c.status', kind: 'c.kind', requestId: 'c.request_id' },
  visible: seenIn('c.request_id'),
  order: [
    ['c.step', 'asc', 'int'],
    ['c.urgency', 'asc', 'bigint'],
    ['c.request_id', 'asc', 'uuid'],
  ],
});
export const caseReader = getOf(
  getMatter,
  view,
  ({ kind, handedTo }, caller) =>
    kind !== 'complaint' || readsComplaints(caller) || handedTo.includes(caller.department ?? 'none'),
);

/** What the hotline hands over. */
export const caseReactions: readonly DeclaredReaction<CaseCommand>[] = [
  on(MatterHandedOver, 'supervision-receives-matter', (told) => [told.requestId, { type: 'receive', told }]),
];

@Module(
  aggregateModule(cases, Cases, {
    commands: matterRoutes,
    adds: { accept: ({ timeZone, closures }) => ({ calendar: workCalendar({ timeZone, closures }) }) },
    gets: [caseReader],
    lists: [caseList],
    reactions: caseReactions,
  }),
)
export class CasesModule {}
