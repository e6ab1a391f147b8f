import { Controller, Module } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts';
import type { Cause, Received, Outcome } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Readable } from 'node:stream';
import type { SentBytes, SentFile } from '../index.js';
import { AskedBy, decodeCursor, Input, NotFound, pageOf, SavedFile, Sent, Serves, Uploaded } from '../index.js';
import { gate } from './gate.js';
import type { Note, NoteEvent } from './notes.js';
import { notes, readNote } from './notes.js';
import { NoteWritten } from './notes.event.js';
import * as routes from './notes.routes.js';

@Controller()
export class NotesController {
  readonly #handle;

  constructor(private readonly db: DataSource) {
    this.#handle = notes(db);
  }

  @Serves(routes.takeNote)
  take(@Input() { body }: InputOf<typeof routes.takeNote>, @AskedBy() cause: Cause): Promise<Outcome<NoteEvent, Note>> {
    return this.#handle(body.noteId, { type: 'write', text: body.text }, cause);
  }

  @Serves(routes.writeNote)
  write(
    @Input() { params, body }: InputOf<typeof routes.writeNote>,
    @AskedBy() cause: Cause,
  ): Promise<Outcome<NoteEvent, Note>> {
    return this.#handle(params.noteId, { type: 'write', text: body.text }, cause);
  }

  @Serves(routes.tearNote)
  tear(
    @Input() { params }: InputOf<typeof routes.tearNote>,
    @AskedBy() cause: Cause,
  ): Promise<Outcome<NoteEvent, Note>> {
    return this.#handle(params.noteId, { type: 'tear' }, cause);
  }

  @Serves(routes.getNote)
  async get(@Input() { params }: InputOf<typeof routes.getNote>): Promise<Note> {
    const found = await readNote(this.db.manager, params.noteId);
    if (!found) throw new NotFound();
    return found;
  }

  @Serves(routes.listNotes)
  async list(
    @Input() { query }: InputOf<typeof routes.listNotes>,
  ): Promise<{ items: Note[]; nextCursor: string | null }> {
    const after = decodeCursor(query.cursor, z.object({ id: z.uuid() }));
    const items: Note[] = await this.db.query(
      'select id, text, lines, version from note where ($1::uuid is null or id > $1) order by id limit $2',
      [after?.id ?? null, query.limit + 1],
    );
    return pageOf({ items, limit: query.limit, cursorOf: ({ id }) => ({ id }) });
  }

  @Serves(routes.noteForm)
  form(): Uint8Array {
    return new TextEncoder().encode('%PDF-1.7');
  }

  @Serves(routes.pinSheet)
  async pin(@Uploaded() { name, bytes }: SentFile): Promise<{ name: string; size: number }> {
    let size = 0;
    for await (const chunk of bytes) size += (chunk as Buffer).length;
    return { name, size };
  }

  @Serves(routes.hangPhoto)
  photo(@Sent() { bytes }: SentBytes): { size: number } {
    return { size: bytes.byteLength };
  }

  @Serves(routes.hangSheet)
  hang(@Input() _: InputOf<typeof routes.hangSheet>, @Sent() { bytes }: SentBytes): { size: number } {
    return { size: bytes.length };
  }

  @Serves(routes.takeSheet)
  sheet(@Input() { params }: InputOf<typeof routes.takeSheet>): SavedFile {
    return new SavedFile(Readable.from([Buffer.from('<b>1</b>')]), { ...params, mediaType: 'text/html', size: 8 });
  }

  @Serves(routes.breakContract)
  broken(@Input() { query }: InputOf<typeof routes.breakContract>): { count: number } {
    if (query.how === 'throw') throw new Error('the secret is 42');
    const more = { count: 1, publicToken: 'hidden' };
    const less: Partial<typeof more> = {};
    return query.how === 'more' ? more : (less as typeof more);
  }

  @Serves(routes.waitForGate)
  async wait(): Promise<{ opened: boolean }> {
    await gate.passed();
    return { opened: true };
  }
}

@Controller()
export class NotesReactions {
  constructor(private readonly db: DataSource) {}

  @On(NoteWritten, 'support-remembers-note')
  async remember({ id, data }: Received<typeof NoteWritten>): Promise<void> {
    await this.db.query('insert into heard values ($1, $2) on conflict do nothing', [id, data.text]);
  }
}

@Module({ controllers: [NotesController, NotesReactions] })
export class NotesModule {}
