import { Module } from '@nestjs/common';
import type { Logger } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import type { Settings } from '@pledge/service-host';
import { LOG, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { Attachments } from './attachments/attachments.commands.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { readFilesFolder } from './attachments/attachments.settings.js';
import { Folder } from './attachments/folder.store.js';
import { Calendar } from './calendar.js';
import { CallersController } from './callers/callers.controller.js';
import { Calls } from './calls/calls.commands.js';
import { CallsController } from './calls/calls.controller.js';
import { Conversations, conversationsIn } from './conversations/conversations.commands.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { LinksController } from './conversations/links.controller.js';
import { CopiesReactions } from './copies/copies.reactions.js';
import { EnquiriesController } from './enquiries/enquiries.controller.js';
import { ReferralReactions } from './enquiries/referrals.reactions.js';
import { Enquiries, enquiriesIn, Referrals } from './enquiries/enquiries.commands.js';
import { Envelopes, envelopesIn } from './envelopes/envelopes.commands.js';
import { EnvelopesController } from './envelopes/envelopes.controller.js';
import { Faxes } from './fax/faxes.commands.js';
import { FaxesController } from './fax/faxes.controller.js';
import { INBOUND_SETTINGS, readInboundSettings } from './inbound/inbound.settings.js';
import { HandlingController } from './requests/handling.controller.js';
import { ArticlesController } from './knowledge/articles.controller.js';
import { ArticleReactions } from './knowledge/articles.reactions.js';
import { Mailbox } from './mail/mailbox.channel.js';
import type { MailSettings } from './mail/mailbox.settings.js';
import { MAIL_SETTINGS, readMailSettings } from './mail/mailbox.settings.js';
import { MailDeliveries } from './mail/deliveries.commands.js';
import { MailReader } from './mail/mail.reader.js';
import { Mails } from './mail/mails.commands.js';
import { MailsController } from './mail/mails.controller.js';
import { Requests, requestsIn } from './requests/requests.commands.js';
import { RequestsController } from './requests/requests.controller.js';
import { RequestReactions } from './requests/requests.reactions.js';
import { Ringing } from './ringing.reactions.js';
import { DeskController } from './desk/desk.controller.js';
import { Drafts } from './desk/drafts.commands.js';
import { SavedFilters } from './desk/filters.commands.js';
import { Presence } from './desk/presence.commands.js';
import { QueuesController } from './queues/queues.controller.js';
import { Roster, rosterIn } from './roster/roster.commands.js';
import { RosterController } from './roster/roster.controller.js';
import { RoutingTables, routingTablesIn } from './routing/routing.commands.js';
import { RoutingController } from './routing/routing.controller.js';
import { StandingController } from './standing/standing.controller.js';
import { Templates, templatesIn } from './templates/templates.commands.js';
import { TemplatesController } from './templates/templates.controller.js';
import { SupervisionTimeline } from './timeline/supervision.reactions.js';
import { TimelineModule } from './timeline/timeline.module.js';

@Module({
  imports: [TimelineModule],
  controllers: [
    RequestsController,
    HandlingController,
    EnquiriesController,
    ReferralReactions,
    ConversationsController,
    LinksController,
    EnvelopesController,
    AttachmentsController,
    CallersController,
    CopiesReactions,
    ArticlesController,
    ArticleReactions,
    SupervisionTimeline,
    RequestReactions,
    DeskController,
    TemplatesController,
    RosterController,
    RoutingController,
    QueuesController,
    StandingController,
    CallsController,
    MailsController,
    FaxesController,
  ],
  providers: [
    {
      provide: Calendar,
      inject: [SETTINGS],
      useFactory: ({ timeZone, closures }: Settings): Calendar => ({ work: workCalendar({ timeZone, closures }) }),
    },
    { provide: Envelopes, inject: [DataSource], useFactory: envelopesIn },
    Ringing,
    {
      provide: Attachments,
      inject: [DataSource],
      useFactory: async (db: DataSource) =>
        new Attachments(db, await new Folder(readFilesFolder(process.env)).prepare()),
    },
    {
      provide: Requests,
      inject: [DataSource, SETTINGS],
      useFactory: (db: DataSource, { timeZone }: Settings) => requestsIn(db, timeZone),
    },
    {
      provide: Enquiries,
      inject: [DataSource, SETTINGS],
      useFactory: (db: DataSource, { timeZone }: Settings) => enquiriesIn(db, timeZone),
    },
    {
      provide: Referrals,
      inject: [DataSource, SETTINGS],
      useFactory: (db: DataSource, { timeZone }: Settings) => new Referrals(db, timeZone),
    },
    { provide: Conversations, inject: [DataSource], useFactory: conversationsIn },
    { provide: Drafts, inject: [DataSource], useFactory: (db: DataSource) => new Drafts(db) },
    { provide: SavedFilters, inject: [DataSource], useFactory: (db: DataSource) => new SavedFilters(db) },
    { provide: Presence, inject: [DataSource], useFactory: (db: DataSource) => new Presence(db) },
    { provide: Templates, inject: [DataSource], useFactory: templatesIn },
    { provide: MAIL_SETTINGS, useFactory: () => readMailSettings(process.env) },
    { provide: MailReader, useFactory: () => new MailReader() },
    {
      provide: Mails,
      inject: [DataSource, Envelopes, Attachments, MAIL_SETTINGS, MailReader],
      useFactory: (
        db: DataSource,
        envelopes: Envelopes,
        attachments: Attachments,
        settings: MailSettings,
        reader: MailReader,
      ) => new Mails(db, envelopes, attachments, settings, reader),
    },
    {
      provide: Mailbox,
      inject: [DataSource, Mails, MAIL_SETTINGS, LOG],
      useFactory: (db: DataSource, mails: Mails, { mailbox: settings }: MailSettings, logger: Logger) =>
        new Mailbox({ db, mails, settings, logger }),
    },
    { provide: INBOUND_SETTINGS, useFactory: () => readInboundSettings(process.env) },
    {
      provide: MailDeliveries,
      inject: [DataSource, Mails, MAIL_SETTINGS],
      useFactory: (db: DataSource, mails: Mails, { ownAddresses }: MailSettings) =>
        new MailDeliveries(db, mails, ownAddresses[0] ?? 'mail-gateway'),
    },
    {
      provide: Faxes,
      inject: [DataSource, Envelopes, Attachments],
      useFactory: (db: DataSource, envelopes: Envelopes, attachments: Attachments) =>
        new Faxes(db, envelopes, attachments),
    },
    {
      provide: Calls,
      inject: [DataSource, Envelopes, Calendar],
      useFactory: (db: DataSource, envelopes: Envelopes, { work }: Calendar) => new Calls(db, envelopes, work),
    },
    { provide: Roster, inject: [DataSource], useFactory: rosterIn },
    { provide: RoutingTables, inject: [DataSource], useFactory: routingTablesIn },
  ],
})
export class IntakeModule {}
