import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { ApplicationModule, RecordTimers } from '@pledge/application';
import type { Logger } from '@pledge/messaging';
import type { Settings } from '@pledge/service-host';
import { LOG, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import type { MailSettings } from './mail/mail.settings.js';
import { sendingBy } from './mail/sending.timers.js';
import { smtpChannel } from './mail/smtp.channel.js';
import { DepartmentReactions } from './messages/departments.reactions.js';
import { EngineerReactions } from './messages/engineers.reactions.js';
import { Messages, MessagesModule, sendingTimer } from './messages/messages.module.js';
import { ReporterReactions } from './messages/reporters.reactions.js';
import { Telling } from './messages/telling.service.js';
import { ReplicasModule } from './replicas/replicas.module.js';
import { Around } from './templates/around.js';

@Module({})
export class NotifierModule {
  static with({ smtp, attempts, firstRetryMs, publicUrl }: MailSettings): DynamicModule {
    return {
      module: NotifierModule,
      imports: [ApplicationModule, MessagesModule, ReplicasModule],
      controllers: [ReporterReactions, EngineerReactions, DepartmentReactions],
      providers: [
        {
          provide: Around,
          inject: [SETTINGS],
          useFactory: ({ timeZone }: Settings): Around => ({ timeZone, publicUrl }),
        },
        {
          provide: Telling,
          inject: [Messages],
          useFactory: (messages: Messages) => new Telling(messages, smtp !== undefined),
        },
        {
          // Without a mail server messages are only recorded; what waits from before waits on.
          provide: sendingTimer,
          inject: [RecordTimers, DataSource, Messages, LOG],
          useFactory(timers: RecordTimers, db: DataSource, messages: Messages, logger: Logger) {
            if (!smtp) return;
            const patience = { attempts, firstRetryMs };
            timers.add(sendingTimer, sendingBy({ db, messages, channel: smtpChannel(smtp), patience, logger }));
          },
        },
      ],
    };
  }
}
