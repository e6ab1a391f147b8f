import { Controller } from '@nestjs/common';
import { OrderClosed, RequestConfirmed, RequestDisputed, RequestReceived } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On, partOf } from '@pledge/messaging';
import { Batons } from '../batons/batons.commands.js';
import { HandOffs } from '../hand-offs/hand-offs.commands.js';
import { Verifications } from './verifications.commands.js';

/** A closed order hands its request to supervision, which holds it through the silence window. */
@Controller()
export class VerificationReactions {
  constructor(
    private readonly verifications: Verifications,
    private readonly handOffs: HandOffs,
    private readonly batons: Batons,
  ) {}

  @On(OrderClosed, 'supervision-watches-closed-request')
  async watch({ data }: Received<typeof OrderClosed>, cause: Cause) {
    const { requestId, requestNumber, closedAt, handOff } = data;
    const command = { type: 'watch', requestId, requestNumber, handOff, closedAt } as const;
    const { events } = await this.verifications.handle(requestId, command, cause);
    for (const event of events) {
      if (event.type !== 'supervision.handoff-accepted.v1') continue;
      const { handOffId, acceptedAt, acceptedBy } = event.data;
      const accept = { type: 'accept', requestId, acceptance: { acceptedBy, acceptedAt } } as const;
      await this.handOffs.handle(handOffId, accept, partOf(cause, 'hand-off'));
      const taking = { department: 'supervision', from: acceptedAt, acceptedBy } as const;
      await this.batons.handle(requestId, { type: 'take', requestId, taking }, partOf(cause, 'baton'));
    }
  }

  @On(RequestDisputed, 'supervision-hears-dispute')
  async dispute({ data: { requestId, kind } }: Received<typeof RequestDisputed>, cause: Cause) {
    if (kind === 'fault') await this.verifications.handle(requestId, { type: 'dispute', requestId }, cause);
  }

  @On(RequestConfirmed, 'supervision-hears-confirmation')
  confirm({ data: { requestId } }: Received<typeof RequestConfirmed>, cause: Cause) {
    return this.verifications.handle(requestId, { type: 'confirm', requestId }, cause);
  }

  @On(RequestReceived, 'supervision-turns-verdict')
  async turn({ data }: Received<typeof RequestReceived>, cause: Cause) {
    const { requestId: later, number, recurrenceOf } = data;
    if (!recurrenceOf) return;
    const { requestId } = recurrenceOf;
    const command = { type: 'recur', requestId, recurredAs: { requestId: later, number } } as const;
    const { events } = await this.verifications.handle(requestId, command, cause);
    for (const event of events) {
      if (event.type !== 'supervision.request-not-effective.v1') continue;
      const layDown = { type: 'lay-down', requestId, at: event.data.at } as const;
      await this.batons.handle(requestId, layDown, partOf(cause, 'baton'));
    }
  }
}
