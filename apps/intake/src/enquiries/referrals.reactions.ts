import { Controller } from '@nestjs/common';
import {
  MatterAccepted,
  MatterDeclined,
  MatterSettled,
  QuestionAccepted,
  QuestionAnswered,
  QuestionDeclined,
} from '@pledge/contracts/events';
import type { Cause, Heard } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { Enquiries } from './enquiries.commands.js';

/** What became of a question that was referred, and of a matter that supervision was given. */
@Controller()
export class ReferralReactions {
  constructor(private readonly enquiries: Enquiries) {}

  @On(QuestionAccepted, 'intake-hears-question-accepted')
  questionAccepted({ data }: Heard<typeof QuestionAccepted>, cause: Cause) {
    const { requestId, questionId, to: department, acceptedAt: at } = data;
    return this.enquiries.handle(
      requestId,
      { type: 'referral-moves', requestId, questionId, department, state: 'accepted', text: null, at },
      cause,
    );
  }

  @On(QuestionDeclined, 'intake-hears-question-declined')
  questionDeclined({ data }: Heard<typeof QuestionDeclined>, cause: Cause) {
    const { requestId, questionId, department, reason: text, declinedAt: at } = data;
    return this.enquiries.handle(
      requestId,
      { type: 'referral-moves', requestId, questionId, department, state: 'declined', text, at },
      cause,
    );
  }

  @On(QuestionAnswered, 'intake-hears-question-answered')
  questionAnswered({ data }: Heard<typeof QuestionAnswered>, cause: Cause) {
    const { requestId, questionId, department, answer: text, answeredAt: at } = data;
    return this.enquiries.handle(
      requestId,
      { type: 'referral-moves', requestId, questionId, department, state: 'answered', text, at },
      cause,
    );
  }

  @On(MatterAccepted, 'intake-hears-matter-accepted')
  matterAccepted({ data: { requestId, acceptedAt: at } }: Heard<typeof MatterAccepted>, cause: Cause) {
    return this.matter(requestId, { state: 'accepted', text: null, at }, cause);
  }

  @On(MatterDeclined, 'intake-hears-matter-declined')
  matterDeclined({ data: { requestId, reason: text, declinedAt: at } }: Heard<typeof MatterDeclined>, cause: Cause) {
    return this.matter(requestId, { state: 'declined', text, at }, cause);
  }

  @On(MatterSettled, 'intake-hears-matter-settled')
  matterSettled({ data: { requestId, reply: text, settledAt: at } }: Heard<typeof MatterSettled>, cause: Cause) {
    return this.matter(requestId, { state: 'answered', text, at }, cause);
  }

  private matter(
    requestId: string,
    moved: { readonly state: 'accepted' | 'declined' | 'answered'; readonly text: string | null; readonly at: string },
    cause: Cause,
  ) {
    const of = { type: 'referral-moves', requestId, questionId: null, department: 'supervision' } as const;
    return this.enquiries.handle(requestId, { ...of, ...moved }, cause);
  }
}
