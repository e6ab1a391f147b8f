import { Controller } from '@nestjs/common';
import { OrderClosed, OrderSigned, RequestNotEffective, RequestVerified } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { Requests } from './requests.commands.js';

/** What other departments' facts mean for a request's own status. */
@Controller()
export class RequestReactions {
  constructor(private readonly requests: Requests) {}

  @On(OrderClosed, 'intake-resolves-request')
  resolve({ data: { requestId, orderId, closedAt } }: Received<typeof OrderClosed>, cause: Cause) {
    return this.requests.handle(requestId, { type: 'resolve', requestId, orderId, resolvedAt: closedAt }, cause);
  }

  @On(OrderSigned, 'intake-notes-signature')
  sign({ data: { requestId, signedBy, signedAt } }: Received<typeof OrderSigned>, cause: Cause) {
    return this.requests.handle(requestId, { type: 'sign', requestId, signedBy, signedAt }, cause);
  }

  @On(RequestVerified, 'intake-closes-request')
  close({ data: { requestId } }: Received<typeof RequestVerified>, cause: Cause) {
    return this.requests.handle(requestId, { type: 'close', requestId }, cause);
  }

  @On(RequestNotEffective, 'intake-turns-verdict')
  recur({ data: { requestId, recurredAs } }: Received<typeof RequestNotEffective>, cause: Cause) {
    return this.requests.handle(requestId, { type: 'recur', requestId, recurredAs }, cause);
  }
}
