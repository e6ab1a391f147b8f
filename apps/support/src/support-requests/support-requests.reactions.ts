import { Controller } from '@nestjs/common';
import { SupportRequested } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { SupportRequests } from './support-requests.commands.js';

/** Dispatch asks; the question is in the list from then on. */
@Controller()
export class SupportRequestReactions {
  constructor(private readonly supportRequests: SupportRequests) {}

  @On(SupportRequested, 'support-opens-request')
  open({ data }: Received<typeof SupportRequested>, cause: Cause) {
    return this.supportRequests.handle(data.supportRequestId, { type: 'open', asked: data }, cause);
  }
}
