import { Controller } from '@nestjs/common';
import {
  DispatchHandOffAccepted,
  MatterHandedOver,
  OrderClosed,
  QuestionReferred,
  RequestReceived,
  SupportHandOffAccepted,
  SupportRequested,
} from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { HandOffs } from './hand-offs.commands.js';

/** Every passing of responsibility, from the offer to its acceptance. */
@Controller()
export class HandOffReactions {
  constructor(private readonly handOffs: HandOffs) {}

  @On(RequestReceived, 'supervision-notes-offer-to-dispatch')
  toDispatch({ data: { requestId, handOff } }: Received<typeof RequestReceived>, cause: Cause) {
    return this.handOffs.handle(handOff.handOffId, { type: 'offer', requestId, offer: handOff }, cause);
  }

  @On(QuestionReferred, 'supervision-notes-question-referred')
  referred({ data: { requestId, handOff } }: Received<typeof QuestionReferred>, cause: Cause) {
    return this.handOffs.handle(handOff.handOffId, { type: 'offer', requestId, offer: handOff }, cause);
  }

  @On(MatterHandedOver, 'supervision-notes-matter-offered')
  matter({ data: { requestId, handOff } }: Received<typeof MatterHandedOver>, cause: Cause) {
    return this.handOffs.handle(handOff.handOffId, { type: 'offer', requestId, offer: handOff }, cause);
  }

  @On(DispatchHandOffAccepted, 'supervision-notes-dispatch-accepted')
  byDispatch({ data }: Received<typeof DispatchHandOffAccepted>, cause: Cause) {
    return this.accept(data, cause);
  }

  @On(SupportRequested, 'supervision-notes-offer-to-support')
  toSupport({ data: { requestId, handOff } }: Received<typeof SupportRequested>, cause: Cause) {
    return this.handOffs.handle(handOff.handOffId, { type: 'offer', requestId, offer: handOff }, cause);
  }

  @On(SupportHandOffAccepted, 'supervision-notes-support-accepted')
  bySupport({ data }: Received<typeof SupportHandOffAccepted>, cause: Cause) {
    return this.accept(data, cause);
  }

  @On(OrderClosed, 'supervision-notes-offer-to-itself')
  toItself({ data: { requestId, handOff } }: Received<typeof OrderClosed>, cause: Cause) {
    return this.handOffs.handle(handOff.handOffId, { type: 'offer', requestId, offer: handOff }, cause);
  }

  private accept(data: Received<typeof DispatchHandOffAccepted>['data'], cause: Cause) {
    const { handOffId, requestId, acceptedBy, acceptedAt } = data;
    return this.handOffs.handle(
      handOffId,
      { type: 'accept', requestId, acceptance: { acceptedBy, acceptedAt } },
      cause,
    );
  }
}
