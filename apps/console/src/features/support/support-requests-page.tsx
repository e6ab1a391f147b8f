import type { SupportRequest } from '@pledge/contracts/http';
import { listSupportRequests } from '@pledge/contracts/http';
import { Due, listPage } from '@pledge/ui';
import { SupportMark } from './support-marks.js';

export const SupportRequestsPage = listPage<typeof listSupportRequests, SupportRequest>({
  route: listSupportRequests,
  word: 'support',
  rowKey: ({ id }) => id,
  name: ({ number }) => number,
  to: ({ id }) => `/support/${id}`,
  views: [
    { word: 'filter.all', query: {} },
    { word: 'support-status.raised', query: { status: 'raised' } },
    { word: 'support-status.accepted', query: { status: 'accepted' } },
    { word: 'support-status.answered', query: { status: 'answered' } },
  ],
  columns: [
    {
      key: 'question',
      share: 10,
      phone: 'title',
      cell: ({ question }) => question,
      under: ({ number }) => <span className="number">{number}</span>,
    },
    {
      key: 'order',
      share: 4,
      cell: ({ orderNumber }) => <span className="number">{orderNumber}</span>,
      under: ({ requestNumber }) => <span className="number">{requestNumber}</span>,
    },
    {
      key: 'raisedBy',
      share: 3,
      phone: 'line',
      cell: ({ raisedBy }) => raisedBy.name,
      under: ({ raisedAt }, { short }) => short(raisedAt),
    },
    {
      key: 'status',
      share: 3,
      phone: 'state',
      cell: ({ status }) => <SupportMark status={status} />,
      under: ({ acceptedBy }) => acceptedBy?.name,
    },
    {
      key: 'acceptBy',
      share: 3,
      kind: 'time',
      phone: 'due',
      cell: ({ acceptBy, acceptedAt }) => <Due at={acceptBy} doneAt={acceptedAt} />,
    },
  ],
});
