import { createTransport } from 'nodemailer';
import type { Letter } from '../messages/message.js';
import { threadOf } from '../messages/thread.js';

/** Takes a letter to a mail server. */
export abstract class MailChannel {
  /** @throws whatever kept the server from taking it over */
  abstract send(letter: Letter): Promise<void>;
}

/** One conversation a letter; together these stay below the time for which an attempt is set aside. */
const patience = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 12_000 };

export function smtpChannel({ url, from }: { readonly url: string; readonly from: string }): MailChannel {
  const transport = createTransport({ url, ...patience });
  return {
    async send(letter) {
      const { to, text } = letter;
      if (to.email === null) throw new Error('the person has no e-mail address');
      const { automatic, ...thread } = threadOf(letter);
      await transport.sendMail({
        from,
        to: { name: to.name, address: to.email },
        ...thread,
        ...(automatic && { headers: { 'Auto-Submitted': 'auto-generated' } }),
        text,
      });
    },
  };
}
