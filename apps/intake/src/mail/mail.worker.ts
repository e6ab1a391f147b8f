import { parentPort } from 'node:worker_threads';
import { readHead, readMail } from './mail.parser.js';
import type { Left } from './mail.parser.js';

/** What the thread is asked: to read a mail, or only its headers where the whole could not be read, and why. */
export interface Reading {
  readonly raw: Uint8Array;
  readonly onlyHead: Left['reason'] | null;
}

parentPort?.on('message', ({ raw, onlyHead }: Reading) => {
  void (onlyHead === null ? readMail(raw) : readHead(raw, onlyHead)).then((read) =>
    parentPort?.postMessage(read, [...new Set(read.files.map(({ content }) => content.buffer))]),
  );
});
