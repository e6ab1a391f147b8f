import { Controller, Inject } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts/http';
import { takeFax } from '@pledge/contracts/http';
import type { SentBytes } from '@pledge/service-host';
import { Input, Sent, Serves } from '@pledge/service-host';
import type { InboundSettings } from '../inbound/inbound.settings.js';
import { INBOUND_SETTINGS } from '../inbound/inbound.settings.js';
import { checkSignature } from '../inbound/inbound.signature.js';
import { Faxes } from './faxes.commands.js';

@Controller()
export class FaxesController {
  constructor(
    private readonly faxes: Faxes,
    @Inject(INBOUND_SETTINGS) private readonly settings: InboundSettings,
  ) {}

  @Serves(takeFax)
  take(@Input() { body }: InputOf<typeof takeFax>, @Sent() sent: SentBytes) {
    checkSignature(this.settings, sent);
    return this.faxes.take(body);
  }
}
