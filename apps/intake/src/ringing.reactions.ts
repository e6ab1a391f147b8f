import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { RunningTimers } from '@pledge/messaging';
import { startTimers, timers } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { Attachments, clearingTimer } from './attachments/attachments.commands.js';
import { clarificationTimer } from './conversations/conversation.js';
import { Conversations } from './conversations/conversations.commands.js';
import { closeDays, closingTimer } from './envelopes/balance.query.js';
import { envelopeTimer } from './envelopes/envelope.js';
import { Envelopes } from './envelopes/envelopes.commands.js';
import { Roster } from './roster/roster.commands.js';
import { rosterTimer } from './roster/watch.js';

/** What is due rings here; whether it has anything to say is decided by the rules. */
@Injectable()
export class Ringing implements OnApplicationBootstrap, OnModuleDestroy {
  private running: RunningTimers | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly envelopes: Envelopes,
    private readonly roster: Roster,
    private readonly conversations: Conversations,
    private readonly attachments: Attachments,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.roster.watchFromNow();
    for (const kind of [closingTimer, clearingTimer]) await timers.begin(this.db.manager, { kind, ref: 'all' });
    this.running = startTimers(this.db, {
      [envelopeTimer]: (envelopeId, _dueAt, cause) =>
        this.envelopes.handle(envelopeId, { type: 'ring', envelopeId }, cause),
      [clarificationTimer]: (ref, _dueAt, cause) => {
        const [requestId = '', clarificationId = ''] = ref.split('/');
        return this.conversations.handle(requestId, { type: 'ring', requestId, clarificationId }, cause);
      },
      [closingTimer]: () => closeDays(this.db.manager),
      [clearingTimer]: () => this.attachments.clearLoose(),
      [rosterTimer]: (_rosterId, _dueAt, cause) => this.roster.look(cause),
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.running?.stop();
  }
}
