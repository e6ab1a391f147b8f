/** A mail as it was read: bounded, without markup, with its headers as they came. */
export interface Mail {
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  /** The oldest first, as mail programs write them. */
  readonly references: readonly string[];
  readonly from: { readonly name: string | null; readonly email: string | null };
  readonly subject: string | null;
  /** What its sender wrote, without what they quoted. */
  readonly text: string;
  readonly quoted: string | null;
  /** Names in lower case. */
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

/** What a mail's source calls it: its message id, and what it says. */
export const sourceKeyOf = (messageId: string | null, hash: string): string => `${messageId ?? ''}#${hash}`;

/** The message id in it. */
export const messageIdIn = (sourceKey: string): string | undefined => /^(<[^<>\s]+>)#/u.exec(sourceKey)?.[1];

export type Suspicion = 'auto-reply' | 'mail-loop' | 'bounce' | 'advertising' | 'illegible' | 'forged-sender';

export const headerOf = ({ headers }: Pick<Mail, 'headers'>, name: string): string | undefined =>
  headers.find(({ key }) => key === name)?.value.trim();

/** An address as it is compared; null where it is none that mail could be sent to. */
export function addressOf(told: string | null | undefined): string | null {
  const address = (told ?? '').normalize('NFKC').trim().toLowerCase();
  return /^[^\s@<>"(),:;[\\\]\p{Cc}\p{Cf}]{1,64}@[^\s@<>"(),:;[\\\]\p{Cc}\p{Cf}]{1,190}$/u.test(address)
    ? address
    : null;
}
