import { Controller } from '@nestjs/common';
import { OrderClosed, OrderSigned, RequestNotEffective, RequestVerified } from '@pledge/contracts/events';
import type { Cause, Heard } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { Requests } from './requests.commands.js';

/** What other departments' facts mean for a request's own status. */
@Controller()
export class RequestReactions {
  constructor(private readonly requests: Requests) {}

  @On(OrderClosed, 'intake-resolves-request')
  resolve({ data: { requestId, orderId, closedAt } }: Heard<typeof OrderClosed>, cause: Cause) {
    return this.requests.handle(requestId, { type: 'resolve', requestId, orderId, resolvedAt: closedAt }, cause);
  }

  @On(OrderSigned, 'intake-notes-signature')
  sign({ data: { requestId, signedBy, signedAt } }: Heard<typeof OrderSigned>, cause: Cause) {
    return this.requests.handle(requestId, { type: 'sign', requestId, signedBy, signedAt }, cause);
  }

  @On(RequestVerified, 'intake-closes-request')
  close({ data: { requestId } }: Heard<typeof RequestVerified>, cause: Cause) {
    return this.requests.handle(requestId, { type: 'close', requestId }, cause);
  }

  @On(RequestNotEffective, 'intake-turns-verdict')
  recur({ data: { requestId, recurredAs } }: Heard<typeof RequestNotEffective>, cause: Cause) {
    return this.requests.handle(requestId, { type: 'recur', requestId, recurredAs }, cause);
  }
}
