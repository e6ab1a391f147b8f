import type { Request } from '@pledge/contracts/http';
import { listRequests } from '@pledge/contracts/http';
import { Due, listPage, Tag } from '@pledge/ui';
import { DepartmentMark, ImpactMark } from '../../ui/primitives.js';

const running: ReadonlySet<Request['promises'][number]['state']> = new Set(['running', 'at-risk', 'breached']);

/** When the next promise runs out, or ran out. */
const nextDue = ({ promises }: Request): string | null =>
  promises
    .filter(({ state }) => running.has(state))
    .map(({ dueAt }) => dueAt)
    .sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;

export const RequestsPage = listPage<typeof listRequests, Request>({
  route: listRequests,
  word: 'requests',
  rowKey: ({ id }) => id,
  name: ({ number }) => number,
  to: ({ id }) => `/requests/${id}`,
  filters: ['q', 'kind', 'serviceLine'],
  filterWords: { serviceLine: 'service-line' },
  views: [
    { word: 'filter.open', query: { open: 'true' } },
    { word: 'filter.all', query: {} },
  ],
  columns: [
    {
      key: 'description',
      share: 9,
      phone: 'title',
      cell: ({ subject, description }) => subject ?? description,
      under: ({ number, kind, impact }, { t }) => (
        <>
          <span className="number">{number}</span> ·{' '}
          {kind === 'fault' ? <ImpactMark impact={impact} /> : t(`kind.${kind}`)}
        </>
      ),
    },
    {
      key: 'customer',
      share: 6,
      phone: 'line',
      cell: ({ customerName, reportedBy }) => customerName ?? reportedBy.name,
      under: ({ siteName }) => siteName,
    },
    {
      key: 'status',
      share: 3,
      phone: 'state',
      cell: ({ status }, { t }) => (
        <Tag tone={status === 'received' ? 'warn' : 'calm'}>{t(`request-status.${status}`)}</Tag>
      ),
    },
    {
      key: 'holder',
      share: 3,
      cell: ({ holder }) => (holder ? <DepartmentMark department={holder.department} /> : '—'),
      under: ({ takenBy }) => takenBy?.name,
    },
    { key: 'receivedAt', share: 3, kind: 'time', cell: ({ receivedAt }, { short }) => short(receivedAt) },
    { key: 'dueAt', share: 3, kind: 'time', phone: 'due', cell: (request) => <Due at={nextDue(request)} /> },
  ],
});
