/** A real IMAP server with one mailbox, which is gone afterwards. */
export interface ImapServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** What an MTA does with a mail for the mailbox: it is in `new` whole or not at all. */
  deliver(mail: string | Uint8Array): Promise<void>;
  /** The mails that are marked as seen, and those that are not. */
  counts(): Promise<{ readonly seen: number; readonly unseen: number }>;
  /** Orderly; the mails stay. */
  stop(): Promise<void>;
  /** On the same port as before. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

export const account = { user: 'service', password: 'only-in-tests' } as const;

/** The folders of a maildir. */
export const boxes = ['new', 'cur', 'tmp'] as const;

let delivered = 0;

/** Of a mail in a maildir, different for each. */
export const freshName = (): string => `${String(Date.now())}.${String((delivered += 1))}.test`;

/** How many of the names in `new` and `cur` say that the mail was seen. */
export function countsOf(names: readonly string[]): { readonly seen: number; readonly unseen: number } {
  const seen = names.filter((name) => /:2,[A-Z]*S/u.test(name)).length;
  return { seen, unseen: names.length - seen };
}
