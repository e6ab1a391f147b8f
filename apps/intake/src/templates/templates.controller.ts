import { Controller, Inject } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { deleteTemplate, fillTemplate, listTemplates, saveTemplate } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import type { Settings } from '@pledge/service-host';
import { AskedBy, Caller, Input, Serves, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { requestOf } from '../requests/requests.query.js';
import { Templates } from './templates.commands.js';
import { templateOf, templatesFor } from './templates.query.js';
import { filled, valuesOf, variables } from './variables.js';

@Controller()
export class TemplatesController {
  constructor(
    private readonly templates: Templates,
    private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'timeZone'>,
  ) {}

  @Serves(listTemplates)
  async list(@Input() { query }: InputOf<typeof listTemplates>) {
    return { items: await templatesFor(this.db.manager, query.kind), variables: [...variables] };
  }

  @Serves(saveTemplate)
  save(@Input() { params, body }: InputOf<typeof saveTemplate>, @AskedBy() cause: Cause) {
    return this.templates.handle(params.templateId, { type: 'write', wording: body }, cause);
  }

  @Serves(deleteTemplate)
  async delete(@Input() { params }: InputOf<typeof deleteTemplate>, @AskedBy() cause: Cause) {
    const asked = { ...cause, wantsView: false };
    const { events, repeated } = await this.templates.handle(params.templateId, { type: 'delete' }, asked);
    // What was deleted, or never was, is not there: the query says so.
    if (events.length === 0 && !repeated) await templateOf(this.db.manager, params.templateId);
    return { deleted: true as const };
  }

  @Serves(fillTemplate)
  async fill(@Input() { params, query }: InputOf<typeof fillTemplate>, @Caller() caller: CallerIdentity) {
    const { text } = await templateOf(this.db.manager, params.templateId);
    const request = await requestOf(this.db.manager, query.requestId, caller);
    const telling = { language: query.language, timeZone: this.settings.timeZone, agent: caller.name };
    const { text: said, empty } = filled(text[query.language], valuesOf(request, telling));
    return { text: said, empty: [...empty] };
  }
}
