import { Module } from '@nestjs/common';
import type { DeclaredReaction, Told } from '@pledge/application';
import { aggregate, aggregateModule, documents, on } from '@pledge/application';
import {
  DispatchHandOffAccepted,
  EnquiryReceived,
  MatterAccepted,
  MatterSettled,
  QuestionAccepted,
  QuestionAnswered,
  RequestNotEffective,
  RequestReceived,
  RequestVerified,
  SupervisionHandOffAccepted,
} from '@pledge/contracts/events';
import type { Holding } from '@pledge/contracts/http';
import { Commands } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { Ownership, OwnershipCommand, OwnershipEvent, Period } from './ownership.js';
import { holdingsOf, ownershipRules } from './ownership.js';

export abstract class Ownerships extends Commands<OwnershipCommand, OwnershipEvent> {}

const lastOf = ({ periods }: Ownership): Period | undefined => periods.at(-1);

/** Whose a request is, by the request's id. */
export const ownerships = aggregate('ownership', ownershipRules, {
  store: documents('ownership', 'request_id', {
    status: ({ status }) => status,
    holder: (ownership) => lastOf(ownership)?.department ?? null,
    held_since: (ownership) => lastOf(ownership)?.from ?? null,
  }),
});

/** Who held a request from when to when; empty where nothing was heard of it. */
export async function holdingsIn(db: DataSource, requestId: string): Promise<Holding[]> {
  const { text, values, read } = ownerships.store.load(requestId);
  const found = read(await db.query<unknown[]>(text, [...values]));
  return found ? holdingsOf(found.state) : [];
}

interface Reported {
  readonly requestId: string;
  readonly number: string;
  readonly receivedAt: string;
}
const begin = ({ requestId, number: requestNumber, receivedAt }: Reported): Told<OwnershipCommand> => [
  requestId,
  { type: 'begin', requestNumber, period: { department: 'intake', from: receivedAt, acceptedBy: null } },
];
const take = (requestId: string, period: Period): Told<OwnershipCommand> => [requestId, { type: 'take', period }];
const release = (requestId: string, at: string): Told<OwnershipCommand> => [requestId, { type: 'release', at }];

interface Accepting {
  readonly requestId: string;
  readonly to: Period['department'];
  readonly acceptedAt: string;
  readonly acceptedBy: string;
}
const accepted = ({ requestId, to: department, acceptedAt: from, acceptedBy }: Accepting) =>
  take(requestId, { department, from, acceptedBy });
/** The hotline has it again, to tell the user. */
const backToHotline = (requestId: string, from: string) =>
  take(requestId, { department: 'intake', from, acceptedBy: null });

/** Whose a request is, from the report on. */
export const ownershipReactions: readonly DeclaredReaction<OwnershipCommand>[] = [
  on(RequestReceived, 'supervision-begins-ownership', begin),
  on(EnquiryReceived, 'supervision-begins-ownership-of-enquiry', begin),
  on(DispatchHandOffAccepted, 'supervision-passes-ownership-to-dispatch', accepted),
  on(QuestionAccepted, 'supervision-passes-ownership-to-asked', accepted),
  on(MatterAccepted, 'supervision-takes-ownership-of-matter', accepted),
  on(SupervisionHandOffAccepted, 'supervision-takes-ownership-to-verify', accepted),
  on(QuestionAnswered, 'supervision-returns-ownership-when-answered', ({ requestId, answeredAt }) =>
    backToHotline(requestId, answeredAt),
  ),
  on(MatterSettled, 'supervision-returns-ownership-when-settled', ({ requestId, settledAt }) =>
    backToHotline(requestId, settledAt),
  ),
  on(RequestVerified, 'supervision-releases-verified', ({ requestId, verifiedAt }) => release(requestId, verifiedAt)),
  on(RequestNotEffective, 'supervision-releases-not-effective', ({ requestId, at }) => release(requestId, at)),
];

@Module(aggregateModule(ownerships, Ownerships, { reactions: ownershipReactions }))
export class OwnershipsModule {}
