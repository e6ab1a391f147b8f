import type { LedgerPromise } from '@pledge/contracts/http';
import { listPromises } from '@pledge/contracts/http';
import { Due, listPage } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { ExplainButton } from '../../ui/explain-button.js';
import { DepartmentMark } from '../../ui/primitives.js';
import { StateMark } from '../../ui/state-mark.js';

function WhenDue({ promise: { state, dueAt, doneAt } }: { readonly promise: LedgerPromise }) {
  const { t } = useTranslation();
  if (state === 'paused') return t('clock.stands-still');
  return state === 'void' ? '—' : <Due at={dueAt} doneAt={doneAt} />;
}

const numberOf = ({ requestNumber, subject }: LedgerPromise) => requestNumber ?? subject.number ?? '';

export const PromisesPage = listPage<typeof listPromises, LedgerPromise>({
  route: listPromises,
  word: 'promises',
  rowKey: ({ id }) => id,
  name: numberOf,
  to: ({ requestId }) => requestId && `/requests/${requestId}`,
  filters: ['state'],
  filterWords: { state: 'promise-state' },
  columns: [
    {
      key: 'promise',
      share: 6,
      phone: 'both',
      cell: ({ promise }, { t }) => t(`promise.${promise}`),
      under: (promise) => <span className="number">{numberOf(promise)}</span>,
    },
    { key: 'state', share: 4, phone: 'state', cell: ({ state }) => <StateMark state={state} /> },
    { key: 'owner', share: 4, cell: ({ owner }) => <DepartmentMark department={owner} /> },
    { key: 'startedAt', share: 3, kind: 'time', cell: ({ startedAt }, { short }) => short(startedAt) },
    {
      key: 'dueAt',
      share: 4,
      kind: 'time',
      phone: 'due',
      cell: (promise) => <WhenDue promise={promise} />,
      under: ({ dueAt, voidReason }, { short }) => voidReason ?? short(dueAt),
    },
    {
      key: 'explanation',
      share: 4,
      cell: ({ promise, explanation }) => <ExplainButton promise={promise} explanation={explanation} />,
    },
  ],
});
