import type { ImapServer, ImapServers } from '@pledge/testing/imap';
import type { MailServer } from '@pledge/testing/post';
import { startPostOffice } from '@pledge/testing/post';
import type { BreakableStack } from '../stack.js';
import { stackOnStandalone } from '../stack-on-standalone.js';
import type { Wire } from './wire.js';
import { wireTo } from './wire.js';

/** The stack with a mailbox on a real IMAP server, and a real SMTP server for what it sends and is sent. */
export interface MailStack {
  readonly stack: BreakableStack;
  readonly imap: ImapServer;
  /** Between intake and the mailbox. */
  readonly wire: Wire;
  readonly post: MailServer;
  close(): Promise<void>;
}

export const hotline = 'service@example.com';
/** The company is closed around today: whenever the tests run, it is a holiday. */
const closed = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });

/** Of the telephone system. */
export const callSecret = `whsec_${Buffer.from('signs calls in tests, nowhere else').toString('base64')}`;

export async function mailStack(imapServers: ImapServers): Promise<MailStack> {
  const imap = await imapServers.start();
  const wire = await wireTo(imap.host, imap.port);
  const post = await startPostOffice(imap, hotline);
  const closing = async () => {
    await post.close();
    await wire.close();
    await imap.remove();
  };
  try {
    const stack = await stackOnStandalone(undefined, {
      COMPANY_CLOSURES: `${closed(-1)}..${closed(1)} 公司年会`,
      IMAP_URL: `imap://${imap.user}:${imap.password}@127.0.0.1:${String(wire.port)}`,
      MAIL_ADDRESS: hotline,
      SMTP_URL: post.smtpUrl,
      SMTP_FROM: `售后服务部 <${hotline}>`,
      INBOUND_WEBHOOK_SECRET: callSecret,
    });
    return {
      ...{ stack, imap, wire, post },
      async close() {
        await stack.close();
        await closing();
      },
    };
  } catch (failure) {
    await closing();
    throw failure;
  }
}
