import { Controller } from '@nestjs/common';
import { DispatchHandOffAccepted, EnquiryReceived, RequestReceived } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { Batons } from './batons.commands.js';

/** Whose a request is, from the report on. */
@Controller()
export class BatonReactions {
  constructor(private readonly batons: Batons) {}

  @On(RequestReceived, 'supervision-begins-baton')
  begin({ data }: Received<typeof RequestReceived>, cause: Cause) {
    const { requestId, number, receivedAt } = data;
    const taking = { department: 'intake', from: receivedAt, acceptedBy: null } as const;
    return this.batons.handle(requestId, { type: 'begin', requestId, requestNumber: number, taking }, cause);
  }

  @On(EnquiryReceived, 'supervision-begins-baton-of-enquiry')
  beginEnquiry({ data }: Received<typeof EnquiryReceived>, cause: Cause) {
    const { requestId, number, receivedAt } = data;
    const taking = { department: 'intake', from: receivedAt, acceptedBy: null } as const;
    return this.batons.handle(requestId, { type: 'begin', requestId, requestNumber: number, taking }, cause);
  }

  @On(DispatchHandOffAccepted, 'supervision-passes-baton-to-dispatch')
  toDispatch({ data }: Received<typeof DispatchHandOffAccepted>, cause: Cause) {
    const { requestId, acceptedAt, acceptedBy } = data;
    const taking = { department: 'dispatch', from: acceptedAt, acceptedBy } as const;
    return this.batons.handle(requestId, { type: 'take', requestId, taking }, cause);
  }
}
