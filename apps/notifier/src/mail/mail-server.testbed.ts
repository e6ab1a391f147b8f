import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';

export interface Received {
  readonly from: string;
  readonly to: string;
  readonly data: string;
}

/** A mail server that speaks SMTP (RFC 5321) as far as one letter needs it, and refuses or goes away when told. */
export class MailServer {
  readonly received: Received[] = [];
  /** Conversations that came as far as naming the recipient. */
  tried = 0;
  /** What it answers to a recipient instead of taking the letter. */
  refusal: string | undefined;
  /** Takes the letter and then drops the line without a word. */
  hangsUpAfterLetter = false;
  port = 0;
  #server: Server | undefined;
  readonly #open = new Set<Socket>();

  async start(): Promise<void> {
    const server = createServer((socket) => this.#talk(socket));
    await new Promise<void>((listening) => server.listen(this.port, '127.0.0.1', listening));
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    for (const socket of this.#open) socket.destroy();
    await new Promise((closed) => server.close(closed));
  }

  #talk(socket: Socket): void {
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
    // A client that hangs up is the end of the conversation, no more.
    socket.on('error', () => socket.destroy());
    const say = (line: string) => socket.write(`${line}\r\n`);
    const letter = { from: '', to: '' };
    let heard = '';
    let inData = false;

    const answer = (line: string): void => {
      const verb = line.slice(0, 4).toUpperCase();
      const address = /<([^>]*)>/u.exec(line)?.[1] ?? '';
      if (verb === 'EHLO' || verb === 'HELO') say('250 mail.test');
      else if (verb === 'MAIL') {
        letter.from = address;
        say('250 ok');
      } else if (verb === 'RCPT') {
        this.tried += 1;
        letter.to = address;
        say(this.refusal ?? '250 ok');
      } else if (verb === 'DATA') {
        inData = true;
        say('354 go on');
      } else if (verb === 'QUIT') socket.end('221 bye\r\n');
      else say(verb === 'RSET' ? '250 ok' : '502 not known');
    };
    const read = (): void => {
      for (;;) {
        const end = inData ? '\r\n.\r\n' : '\r\n';
        const at = heard.indexOf(end);
        if (at < 0) return;
        const piece = heard.slice(0, at);
        heard = heard.slice(at + end.length);
        if (!inData) answer(piece);
        else {
          inData = false;
          this.received.push({ ...letter, data: piece });
          if (this.hangsUpAfterLetter) socket.destroy();
          else say('250 taken');
        }
      }
    };
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      heard += chunk;
      read();
    });
    say('220 mail.test ESMTP');
  }
}
