import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { ImapServer } from './imap/imap-server.js';

/** A letter that was put into the mailbox of somebody outside. */
export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly messageId: string | null;
  readonly subject: string;
  readonly text: string;
}

/** The mail of the world: an SMTP server that takes every mail, puts those for us into our mailbox, and keeps the others. */
export interface MailServer {
  readonly smtpUrl: string;
  /** Somebody outside sends a mail to an address, over SMTP. */
  send(from: string, to: string, mail: string): Promise<void>;
  lettersTo(address: string): readonly Letter[];
  close(): Promise<void>;
}

/** @param address of the mailbox that the IMAP server shows */
export async function startPostOffice(mailbox: ImapServer, address: string): Promise<MailServer> {
  const letters: Letter[] = [];
  const post = async (from: string, to: readonly string[], mail: Buffer): Promise<void> => {
    if (to.includes(address))
      await mailbox.deliver(`Return-Path: <${from}>\r\nDelivered-To: ${address}\r\n${mail.toString('latin1')}`);
    const others = to.filter((addressee) => addressee !== address);
    if (others.length === 0) return;
    const { messageId, subject, text } = await PostalMime.parse(mail);
    letters.push({ from, to: others, messageId: messageId ?? null, subject: subject ?? '', text: text ?? '' });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, taken) {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const to = envelope.rcptTo.map((addressee) => addressee.address);
      buffer(stream)
        .then((mail) => post(from, to, mail))
        .then(() => taken(), taken);
    },
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.server.address() as AddressInfo;
  const smtpUrl = `smtp://127.0.0.1:${String(port)}`;
  const outside = createTransport({ url: smtpUrl });
  return {
    smtpUrl,
    async send(from, to, mail) {
      await outside.sendMail({ envelope: { from, to }, raw: mail });
    },
    lettersTo: (addressee) => letters.filter(({ to }) => to.includes(addressee)),
    async close() {
      outside.close();
      await new Promise<void>((closed) => server.close(closed));
    },
  };
}
