import { demoAnswerTemplates } from '@pledge/demo';
import type { AnswerTemplate } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { TemplateCommand, TemplateEvent } from './template.js';
import { template } from './template.js';
import { templateOf } from './templates.query.js';
import { templateStore } from './templates.store.js';

/** The one door into the texts for answers. */
export abstract class Templates {
  abstract readonly handle: CommandHandler<TemplateCommand, TemplateEvent, AnswerTemplate>;
}

export const templatesIn = (db: DataSource): Templates => ({
  handle: commandHandler({ db, record: 'answer-template', rules: template, store: templateStore, view: templateOf }),
});

/** The demo's texts; at a second start they are as people left them. */
export async function seedTemplates(templates: Templates): Promise<void> {
  for (const { templateId, ...wording } of demoAnswerTemplates) {
    await templates.handle(templateId, { type: 'write', wording }, { by: 'demo', key: templateId });
  }
}
