import { serviceMigrations } from '../database.js';
import type { ServiceDefinition } from '../run-service.js';
import { NotesModule } from './notes.controller.js';
import { NoteWritten } from './notes.event.js';
import { Notes1700000000010 } from './notes.js';

const own = [Notes1700000000010];
export const notesMigrations = serviceMigrations(own);

export const notesDefinition: ServiceDefinition = {
  service: 'support',
  module: NotesModule,
  migrations: own,
  hears: { support: [NoteWritten.type] },
  words: { 'note-full': { zh: '便条已写满三行。', en: 'The note is full.' } },
};
