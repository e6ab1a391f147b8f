import type { ServiceDefinition } from '../run-service.js';
import { NotesModule } from './notes.controller.js';
import { NoteWritten } from './notes.event.js';
import { Notes1700000000010 } from './notes.js';

export const notesDefinition: ServiceDefinition = {
  service: 'support',
  module: NotesModule,
  migrations: [Notes1700000000010],
  hears: { support: [NoteWritten.type] },
  words: { 'note-full': { zh: '便条已写满三行。', en: 'The note is full.' } },
};
