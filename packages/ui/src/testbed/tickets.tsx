import { listPage } from '../list/list-page.js';
import { Clocks } from '../record/clocks.js';
import { Facts } from '../record/facts.js';
import { milestonesOf, Progress } from '../record/progress.js';
import { recordPage } from '../record/record-page.js';
import { step } from '../record/step.js';
import { Tag } from '../tag.js';
import { Due } from '../time/due.js';
import type { Ticket } from './contract.js';
import { assignTicket, closeTicket, getTicket, listTickets, noteTicket, ticketStatus } from './contract.js';

interface Part {
  readonly record: Ticket;
}

export const TicketsPage = listPage<typeof listTickets, Ticket>({
  route: listTickets,
  word: 'tickets',
  rowKey: ({ id }) => id,
  name: ({ number }) => number,
  to: ({ id }) => `/tickets/${id}`,
  filters: ['q', 'status'],
  views: [
    { word: 'view.open', query: { open: 'true' } },
    { word: 'view.all', query: {} },
  ],
  columns: [
    { key: 'title', share: 6, phone: 'title', cell: ({ title }) => title, under: ({ number }) => number },
    { key: 'cause', share: 4, phone: 'line', cell: ({ cause }) => cause ?? '—' },
    { key: 'status', share: 2, phone: 'state', cell: ({ status }) => <Tag tone="info">{status}</Tag> },
    {
      key: 'dueAt',
      share: 3,
      kind: 'time',
      phone: 'due',
      cell: ({ dueAt, doneAt }) => <Due at={dueAt} doneAt={doneAt} />,
    },
  ],
  bulk: [
    {
      route: closeTicket,
      can: ({ possible }) => possible.includes('close'),
      input: ({ id }) => ({ params: { ticketId: id } }),
      version: ({ version }) => version,
    },
  ],
});

const of = step<Ticket>();

export const TicketPage = recordPage<typeof getTicket, Ticket>(getTicket, {
  number: ({ number }) => number,
  title: ({ title }) => title,
  head: ({ record }: Part) => <Tag tone="info">{record.status}</Tag>,
  facts: ({ record }: Part) => <Facts groups={[['about', { cause: record.cause, level: record.level }]]} />,
  work: [
    ({ record }: Part) => (
      <ul className="panel notes">
        {record.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    ),
  ],
  clocks: ({ record }: Part) => <Clocks clocks={[{ name: 'dueAt', at: record.dueAt, doneAt: record.doneAt }]} />,
  progress: ({ record }: Part) => (
    <Progress
      title="progress"
      milestones={milestonesOf(ticketStatus.options, record.status, (status) => ({ name: status, at: record.dueAt }))}
    />
  ),
  steps: {
    close: of(closeTicket, { confirm: true }),
    assign: of(assignTicket, {
      hidden: ['occurredAt'],
      initial: () => ({ arriveAt: '2026-12-01T08:00:00Z' }),
      at: { 'li-is-away': 'who' },
    }),
    note: of(noteTicket, { later: () => true }),
  },
  possible: ({ possible }) => possible,
  waiting: ({ status }) => `waits.${status}`,
});
