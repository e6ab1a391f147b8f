import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import {
  deleteFilter,
  dropDraft,
  keepDraft,
  listDrafts,
  listLooking,
  listSavedFilters,
  lookAt,
  saveFilter,
} from '@pledge/contracts/http';
import { Caller, Input, Serves } from '@pledge/service-host';
import { Drafts } from './drafts.commands.js';
import { SavedFilters } from './filters.commands.js';
import { Presence } from './presence.commands.js';

/** What the desk remembers for a person: drafts, filters, who has what open. */
@Controller()
export class DeskController {
  constructor(
    private readonly drafts: Drafts,
    private readonly filters: SavedFilters,
    private readonly presence: Presence,
  ) {}

  @Serves(listDrafts)
  async listDrafts(@Caller() { personId }: CallerIdentity) {
    return { items: await this.drafts.of(personId) };
  }

  @Serves(keepDraft)
  keepDraft(@Input() { params, body }: InputOf<typeof keepDraft>, @Caller() { personId }: CallerIdentity) {
    return this.drafts.keep(personId, { ...params, ...body, envelopeId: body.envelopeId ?? null });
  }

  @Serves(dropDraft)
  async dropDraft(@Input() { params }: InputOf<typeof dropDraft>, @Caller() { personId }: CallerIdentity) {
    await this.drafts.drop(personId, params.draftId);
    return { deleted: true as const };
  }

  @Serves(listSavedFilters)
  async listFilters(@Caller() { personId }: CallerIdentity) {
    return { items: await this.filters.seenBy(personId) };
  }

  @Serves(saveFilter)
  saveFilter(@Input() { body }: InputOf<typeof saveFilter>, @Caller() { personId, name }: CallerIdentity) {
    return this.filters.save({ personId, name }, body);
  }

  @Serves(deleteFilter)
  async deleteFilter(@Input() { params }: InputOf<typeof deleteFilter>, @Caller() { personId }: CallerIdentity) {
    await this.filters.delete(personId, params.filterId);
    return { deleted: true as const };
  }

  @Serves(listLooking)
  looking(@Caller() { personId }: CallerIdentity) {
    return this.presence.others(personId);
  }

  @Serves(lookAt)
  async look(@Input() input: InputOf<typeof lookAt>, @Caller() { personId, name }: CallerIdentity) {
    return { others: await this.presence.look({ personId, name }, input) };
  }
}
