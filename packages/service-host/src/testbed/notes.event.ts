import { defineEvent } from '@pledge/contracts';
import { z } from 'zod';

export const NoteWritten = defineEvent(
  'support.note-written.v1',
  'A line was written.',
  z.object({ text: z.string() }),
);
