import { Controller } from '@nestjs/common';
import { MatterAccepted, MatterDeclined, MatterHandedOver, MatterSettled } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On, partOf } from '@pledge/messaging';
import { Batons } from '../batons/batons.commands.js';
import { HandOffs } from '../hand-offs/hand-offs.commands.js';
import { Promises } from '../promises/promises.commands.js';
import { Matters } from './matters.commands.js';

/** What the hotline hands over; and the ledgers, which hear of complaints and suggestions as of everything else. */
@Controller()
export class MatterReactions {
  constructor(
    private readonly matters: Matters,
    private readonly handOffs: HandOffs,
    private readonly promises: Promises,
    private readonly batons: Batons,
  ) {}

  @On(MatterHandedOver, 'supervision-receives-matter')
  receive({ data }: Received<typeof MatterHandedOver>, cause: Cause) {
    return this.matters.handle(data.requestId, { type: 'receive', told: data }, cause);
  }

  @On(MatterAccepted, 'supervision-books-matter-accepted')
  async accepted({ data }: Received<typeof MatterAccepted>, cause: Cause) {
    const { requestId, requestNumber, handOffId, acceptedBy, acceptedAt, promise: stamped } = data;
    const accept = { type: 'accept', requestId, acceptance: { acceptedBy, acceptedAt } } as const;
    await this.handOffs.handle(handOffId, accept, partOf(cause, 'hand-off'));
    const start = { type: 'start', about: { requestId, requestNumber }, stamped } as const;
    await this.promises.handle(stamped.promiseId, start, partOf(cause, 'promise'));
    const taking = { department: 'supervision', from: acceptedAt, acceptedBy } as const;
    await this.batons.handle(requestId, { type: 'take', requestId, taking }, partOf(cause, 'baton'));
  }

  @On(MatterDeclined, 'supervision-books-matter-declined')
  declined({ data }: Received<typeof MatterDeclined>, cause: Cause) {
    const { requestId, handOffId, reason, by, declinedAt: at } = data;
    return this.handOffs.handle(handOffId, { type: 'decline', requestId, decline: { by: by.name, reason, at } }, cause);
  }

  @On(MatterSettled, 'supervision-books-matter-settled')
  async settled({ data }: Received<typeof MatterSettled>, cause: Cause) {
    const { requestId, promiseId, settledAt } = data;
    await this.promises.handle(promiseId, { type: 'done', doneAt: settledAt }, partOf(cause, 'promise'));
    // The hotline gives the reply to the user.
    const taking = { department: 'intake', from: settledAt, acceptedBy: null } as const;
    await this.batons.handle(requestId, { type: 'take', requestId, taking }, partOf(cause, 'baton'));
  }
}
