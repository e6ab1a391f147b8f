import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Logger } from '@pledge/messaging';
import type { Settings } from '@pledge/service-host';
import { LOG, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { CopiesReactions } from './copies/copies.reactions.js';
import type { MailSettings } from './mail/mail.settings.js';
import { smtpChannel } from './mail/smtp.channel.js';
import { DepartmentReactions } from './messages/departments.reactions.js';
import { EngineerReactions } from './messages/engineers.reactions.js';
import { Messages, messagesIn } from './messages/messages.commands.js';
import { MessagesController } from './messages/messages.controller.js';
import { ReporterReactions } from './messages/reporters.reactions.js';
import { Sending } from './messages/sending.timers.js';
import { Around } from './templates/around.js';

@Module({})
export class NotifierModule {
  static with({ smtp, attempts, firstRetryMs, publicUrl }: MailSettings): DynamicModule {
    return {
      module: NotifierModule,
      controllers: [MessagesController, CopiesReactions, ReporterReactions, EngineerReactions, DepartmentReactions],
      providers: [
        {
          provide: Around,
          inject: [SETTINGS],
          useFactory: ({ timeZone }: Settings): Around => ({ timeZone, publicUrl }),
        },
        {
          provide: Messages,
          inject: [DataSource],
          useFactory: (db: DataSource) => messagesIn(db, smtp !== undefined),
        },
        {
          provide: Sending,
          inject: [DataSource, Messages, LOG],
          useFactory: (db: DataSource, messages: Messages, logger: Logger) =>
            new Sending({
              db,
              messages,
              channel: smtp && smtpChannel(smtp),
              patience: { attempts, firstRetryMs },
              logger,
            }),
        },
      ],
    };
  }
}
