import { Controller, Inject } from '@nestjs/common';
import { takeMail } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { SentBytes } from '@pledge/service-host';
import { Sent, Serves } from '@pledge/service-host';
import type { InboundSettings } from '../inbound/inbound.settings.js';
import { INBOUND_SETTINGS } from '../inbound/inbound.settings.js';
import { checkSignature } from '../inbound/inbound.signature.js';
import { MailDeliveries } from './deliveries.commands.js';

@Controller()
export class MailsController {
  constructor(
    private readonly deliveries: MailDeliveries,
    @Inject(INBOUND_SETTINGS) private readonly settings: InboundSettings,
  ) {}

  @Serves(takeMail)
  take(@Sent() sent: SentBytes) {
    const signed = checkSignature(this.settings, sent);
    if (sent.bytes.length === 0) throw new Refusal('mail-empty', {}, '');
    return this.deliveries.take(sent.bytes, signed);
  }
}
