import type { CallerHit, Envelope, Request } from '@pledge/contracts/http';

export type Group = 'actions' | 'pages' | 'records';
export type Doing = 'take' | 'language' | 'help' | 'sign-out';

/** One line of the palette: where it leads, or what it does. */
export interface PaletteItem {
  readonly key: string;
  readonly group: Group;
  readonly title: string;
  readonly detail?: string;
  readonly leads: { readonly to: string } | { readonly does: Doing };
}

/** Those whose words hold everything that was typed, in any order. */
export function matching(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  return items.filter(({ title, detail = '' }) => {
    const said = `${title} ${detail}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** A request has a page of its own; of everybody and everything else a call is begun, or their requests are listed. */
export function placeOf({ type, id, customerId, siteId, equipmentId, title }: CallerHit, desk: boolean): string {
  if (type === 'request') return `/requests/${id}`;
  if (!desk) return `/requests?${new URLSearchParams({ q: title }).toString()}`;
  const known = Object.entries({ customerId, siteId, equipmentId }).filter(([, value]) => value !== null);
  return `/desk?${new URLSearchParams([['call', 'new'], ...(known as [string, string][])]).toString()}`;
}

const head = (text: string) => text.split(/\n/u)[0]?.slice(0, 120) ?? '';

interface Found {
  readonly callers?: readonly CallerHit[] | undefined;
  readonly requests?:
    readonly Pick<Request, 'id' | 'number' | 'subject' | 'description' | 'customerName'>[] | undefined;
  readonly envelopes?: readonly Pick<Envelope, 'id' | 'subject' | 'text' | 'from'>[] | undefined;
}

/** What the searches found, each record once. */
export function recordsOf(
  { callers = [], requests = [], envelopes = [] }: Found,
  desk: boolean,
): readonly PaletteItem[] {
  const items = [
    ...callers.map((hit) => ({ title: hit.title, detail: hit.detail, to: placeOf(hit, desk) })),
    ...requests.map(({ id, number, subject, description, customerName }) => ({
      title: `${number} ${head(subject ?? description)}`,
      detail: customerName ?? '',
      to: `/requests/${id}`,
    })),
    ...envelopes.map(({ id, subject, text, from }) => ({
      title: subject ?? head(text),
      detail: from.name ?? from.phone ?? from.email ?? '',
      to: `/envelopes/${id}`,
    })),
  ];
  const known = new Set<string>();
  return items.flatMap(({ title, detail, to }) => {
    if (known.has(to) || title === '') return [];
    known.add(to);
    return [{ key: to, group: 'records', title, detail, leads: { to } } as const];
  });
}

/** What the page shows that somebody can take. */
export function takeableAt(pathname: string): { readonly type: 'request' | 'envelope'; readonly id: string } | null {
  const [, page, id] = /^\/(requests|envelopes)\/([0-9a-f-]{36})$/u.exec(pathname) ?? [];
  if (page === undefined || id === undefined) return null;
  return { type: page === 'requests' ? 'request' : 'envelope', id };
}

/** The line after or before, round and round. */
export const stepped = (at: number, by: 1 | -1, count: number): number => (count === 0 ? 0 : (at + by + count) % count);
