import { Controller } from '@nestjs/common';
import { QuestionAccepted, QuestionAnswered, QuestionDeclined, QuestionReassigned } from '@pledge/contracts/events';
import { NotYetReceived } from '@pledge/kernel';
import type { Cause, Received } from '@pledge/messaging';
import { On, partOf } from '@pledge/messaging';
import { Batons } from '../batons/batons.commands.js';
import { HandOffs } from '../hand-offs/hand-offs.commands.js';
import { Promises } from '../promises/promises.commands.js';

/** What a department does with a question it was asked, in the ledgers. */
@Controller()
export class QuestionLedgers {
  constructor(
    private readonly handOffs: HandOffs,
    private readonly promises: Promises,
    private readonly batons: Batons,
  ) {}

  @On(QuestionAccepted, 'supervision-books-question-accepted')
  async accepted({ data }: Received<typeof QuestionAccepted>, cause: Cause) {
    const { requestId, handOffId, to: department, acceptedBy, acceptedAt } = data;
    const accept = { type: 'accept', requestId, acceptance: { acceptedBy, acceptedAt } } as const;
    await this.handOffs.handle(handOffId, accept, partOf(cause, 'hand-off'));
    const taking = { department, from: acceptedAt, acceptedBy };
    await this.batons.handle(requestId, { type: 'take', requestId, taking }, partOf(cause, 'baton'));
  }

  @On(QuestionDeclined, 'supervision-books-question-declined')
  declined({ data }: Received<typeof QuestionDeclined>, cause: Cause) {
    const { requestId, handOffId, reason, by, declinedAt: at } = data;
    return this.handOffs.handle(handOffId, { type: 'decline', requestId, decline: { by: by.name, reason, at } }, cause);
  }

  @On(QuestionReassigned, 'supervision-books-question-reassigned')
  reassigned({ data: { requestId, handOff } }: Received<typeof QuestionReassigned>, cause: Cause) {
    return this.handOffs.handle(handOff.handOffId, { type: 'offer', requestId, offer: handOff }, cause);
  }

  @On(QuestionAnswered, 'supervision-books-question-answered')
  async answered({ data }: Received<typeof QuestionAnswered>, cause: Cause) {
    const { requestId, promiseId, answeredAt } = data;
    if (!(await this.promises.has(promiseId)))
      throw new NotYetReceived(`the promise of question ${data.questionId}`, requestId);
    await this.promises.handle(promiseId, { type: 'done', doneAt: answeredAt }, partOf(cause, 'promise'));
    // The hotline answers the user.
    const taking = { department: 'intake', from: answeredAt, acceptedBy: null } as const;
    await this.batons.handle(requestId, { type: 'take', requestId, taking }, partOf(cause, 'baton'));
  }
}
