import { Controller } from '@nestjs/common';
import {
  MatterAccepted,
  MatterDeclined,
  MatterSettled,
  QuestionAccepted,
  QuestionAnswered,
  QuestionDeclined,
  QuestionReassigned,
} from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { Enquiries } from './enquiries.commands.js';
import type { EnquiryCommand } from './situation.js';

/** What became of a question that was referred, and of a matter that supervision was given. */
@Controller()
export class ReferralReactions {
  constructor(private readonly enquiries: Enquiries) {}

  @On(QuestionAccepted, 'intake-hears-question-accepted')
  questionAccepted({ data }: Received<typeof QuestionAccepted>, cause: Cause) {
    const { requestId, questionId, to: department, acceptedBy: by, acceptedAt: at } = data;
    return this.enquiries.handle(
      requestId,
      { type: 'referral-moves', requestId, questionId, department, state: 'accepted', by, text: null, at },
      cause,
    );
  }

  @On(QuestionDeclined, 'intake-hears-question-declined')
  questionDeclined({ data }: Received<typeof QuestionDeclined>, cause: Cause) {
    const { requestId, questionId, department, reason: text, by, declinedAt: at } = data;
    return this.enquiries.handle(
      requestId,
      { type: 'referral-moves', requestId, questionId, department, state: 'declined', by: by.name, text, at },
      cause,
    );
  }

  @On(QuestionReassigned, 'intake-hears-question-reassigned')
  questionReassigned({ data }: Received<typeof QuestionReassigned>, cause: Cause) {
    const { requestId, questionId, department, by, at, handOff } = data;
    const asked = { questionId, department, by: by.name, at, acceptBy: handOff.acceptBy };
    return this.enquiries.handle(requestId, { type: 'referral-reassigned', requestId, ...asked }, cause);
  }

  @On(QuestionAnswered, 'intake-hears-question-answered')
  questionAnswered({ data }: Received<typeof QuestionAnswered>, cause: Cause) {
    const { requestId, questionId, department, answer: text, answeredBy: by, answeredAt: at } = data;
    return this.enquiries.handle(
      requestId,
      { type: 'referral-moves', requestId, questionId, department, state: 'answered', by: by.name, text, at },
      cause,
    );
  }

  @On(MatterAccepted, 'intake-hears-matter-accepted')
  matterAccepted(
    { data: { requestId, acceptedBy: by, acceptedAt: at } }: Received<typeof MatterAccepted>,
    cause: Cause,
  ) {
    return this.matter(requestId, { state: 'accepted', by, text: null, at }, cause);
  }

  @On(MatterDeclined, 'intake-hears-matter-declined')
  matterDeclined({ data }: Received<typeof MatterDeclined>, cause: Cause) {
    const { requestId, reason: text, by, declinedAt: at } = data;
    return this.matter(requestId, { state: 'declined', by: by.name, text, at }, cause);
  }

  @On(MatterSettled, 'intake-hears-matter-settled')
  matterSettled({ data: { requestId, reply: text, by, settledAt: at } }: Received<typeof MatterSettled>, cause: Cause) {
    return this.matter(requestId, { state: 'answered', by: by.name, text, at }, cause);
  }

  private matter(
    requestId: string,
    moved: Pick<Extract<EnquiryCommand, { type: 'referral-moves' }>, 'state' | 'by' | 'text' | 'at'>,
    cause: Cause,
  ) {
    const of = { type: 'referral-moves', requestId, questionId: null, department: 'supervision' } as const;
    return this.enquiries.handle(requestId, { ...of, ...moved }, cause);
  }
}
