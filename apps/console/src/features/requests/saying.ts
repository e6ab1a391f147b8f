import type { Channel } from '@pledge/contracts';
import type { Conversation, ConversationEntry, Request } from '@pledge/contracts/http';

export type Via = NonNullable<ConversationEntry['via']>;
export type Way = 'reply' | 'user-word' | 'note' | 'ask' | 'tell';

/** What may be added to a conversation now; the first answer has a form of its own, for it stops a clock. */
export function waysOf({ status, answer }: Pick<Request, 'status' | 'answer'>): readonly Way[] {
  if (status === 'closed') return ['note'];
  return answer ? ['reply', 'user-word', 'note', 'ask', 'tell'] : ['user-word', 'note', 'ask', 'tell'];
}

const cameBy: Readonly<Partial<Record<Channel, Via>>> = {
  email: 'email',
  portal: 'link',
  qr: 'link',
  api: 'link',
  'on-site': 'on-site',
};

/** On the way the user came by, as far as they can be reached on it. */
export function viaOf({ channel, reportedBy }: Pick<Request, 'channel' | 'reportedBy'>): Via {
  const via = cameBy[channel] ?? 'phone';
  if (via === 'email' && reportedBy.email === null) return reportedBy.phone === null ? 'link' : 'phone';
  if (via === 'phone' && reportedBy.phone === null) return reportedBy.email === null ? 'link' : 'email';
  return via;
}

/** How the user can be reached; without an address nothing goes by mail. */
export const viasOf = ({ reportedBy }: Pick<Request, 'reportedBy'>): readonly Via[] =>
  (['phone', 'email', 'link', 'on-site'] as const).filter((via) => via !== 'email' || reportedBy.email !== null);

const nameOf = ({ type, id }: ConversationEntry) => `${type}/${id}`;

/** What was said by anybody since somebody began to write. */
export function saidSince(seen: Conversation, now: Conversation): readonly ConversationEntry[] {
  const known = new Set(seen.entries.map(nameOf));
  return now.entries.filter((entry) => !known.has(nameOf(entry)));
}
