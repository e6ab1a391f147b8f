import type { Page, Route } from 'playwright-core';
import type { Ticket } from './contract.js';

/** What was sent with a command. */
export interface Sent {
  readonly path: string;
  readonly key: string;
  readonly ifMatch: string | null;
  readonly body: Readonly<Record<string, unknown>> | null;
}

const possibleIn: Readonly<Record<Ticket['status'], Ticket['possible']>> = {
  open: ['assign', 'note'],
  assigned: ['close', 'note'],
  closed: ['note'],
};
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const ticketOf = (number: number, dueInMs: number): Ticket => ({
  id: idOf(number),
  number: `T-${String(number)}`,
  title: `门磁误报，夜间反复触发入侵报警，昨天起每天两三次，重启后暂时恢复 ${String(number)}`,
  status: 'open',
  cause: null,
  level: null,
  dueAt: new Date(Date.now() + dueInMs).toISOString(),
  doneAt: null,
  notes: [],
  possible: possibleIn.open,
  version: 1,
});

/** A server in the memory of a test: what it holds, what it was sent, and what goes wrong with its answers. */
export class MemoryServer {
  readonly tickets: Ticket[];
  readonly sent: Sent[] = [];
  /** Called instead of answering, after the command was done. */
  lose: ((route: Route) => Promise<void>) | null = null;
  /** Called instead of doing a command. */
  refuse: ((sent: Sent) => { readonly status: number; readonly body: object } | null) | null = null;
  /** How many there are, where a list says so. */
  total: number | undefined;
  /** True while questions get no answer. */
  isAway = false;
  private readonly known = new Map<string, Ticket>();

  constructor(count: number) {
    const dues = [-3_200_000, 1_800_000, 26_000_000];
    this.tickets = Array.from({ length: count }, (_, index) => ticketOf(index + 1, dues[index % dues.length] ?? 0));
  }

  ticket(number: number): Ticket {
    const found = this.tickets[number - 1];
    if (!found) throw new Error(`no ticket ${String(number)}`);
    return found;
  }

  /** Somebody, on this page or elsewhere, changes a ticket. */
  change(number: number, change: Partial<Ticket>): Ticket {
    const before = this.ticket(number);
    const next = { ...before, ...change, version: before.version + 1 };
    this.tickets[number - 1] = { ...next, possible: change.possible ?? possibleIn[next.status] };
    return this.ticket(number);
  }

  /** Answers what the page asks for. */
  async serve(page: Page): Promise<void> {
    await page.route('**/api/**', async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      if (this.isAway) {
        await route.abort();
        return;
      }
      if (request.method() === 'GET') await this.answer(route, url);
      else await this.command(route, url.pathname);
    });
  }

  private async answer(route: Route, url: URL): Promise<void> {
    const id = url.pathname.split('/')[4];
    const { searchParams } = url;
    if (id !== undefined) {
      const found = this.tickets.find((one) => one.id === id);
      await route.fulfill(found ? { json: found } : { status: 404, json: { title: 'gone' } });
      return;
    }
    const [status, q] = [searchParams.get('status'), searchParams.get('q') ?? ''];
    const matching = this.tickets.filter(
      (one) =>
        (searchParams.get('open') !== 'true' || one.status !== 'closed') &&
        (status === null || one.status === status) &&
        one.number.includes(q),
    );
    const from = Number(searchParams.get('cursor') ?? 0);
    const to = from + Number(searchParams.get('limit'));
    const nextCursor = to < matching.length ? String(to) : null;
    const items = matching.slice(from, to);
    await route.fulfill({ json: { items, nextCursor, ...(this.total !== undefined && { total: this.total }) } });
  }

  private async command(route: Route, path: string): Promise<void> {
    const request = route.request();
    const headers = request.headers();
    const body = request.postDataJSON() as Sent['body'];
    const sent = { path, key: headers['idempotency-key'] ?? '', ifMatch: headers['if-match'] ?? null, body };
    this.sent.push(sent);
    const refused = this.refuse?.(sent);
    if (refused) {
      await route.fulfill({ status: refused.status, json: refused.body, contentType: 'application/problem+json' });
      return;
    }
    const held = this.tickets.find(({ id }) => path.includes(id));
    const isStale = sent.ifMatch !== null && held && sent.ifMatch !== `"${String(held.version)}"`;
    if (isStale && !this.known.has(sent.key)) {
      await route.fulfill({ status: 412, json: { title: 'changed', current: held } });
      return;
    }
    const answer = this.known.get(sent.key) ?? this.done(sent);
    this.known.set(sent.key, answer);
    const { lose } = this;
    this.lose = null;
    await (lose ? lose(route) : route.fulfill({ json: answer }));
  }

  private done({ path, body }: Sent): Ticket {
    const [, , , , id, what] = path.split('/');
    const number = this.tickets.findIndex((one) => one.id === id) + 1;
    const { notes } = this.ticket(number);
    if (what === 'close') return this.change(number, { status: 'closed', doneAt: new Date().toISOString() });
    if (what === 'note') return this.change(number, { notes: [...notes, String(body?.['note'])] });
    return this.change(number, { status: 'assigned', cause: String(body?.['cause']), level: Number(body?.['level']) });
  }
}
