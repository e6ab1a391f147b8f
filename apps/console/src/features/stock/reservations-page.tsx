import type { Reservation } from '@pledge/contracts/http';
import { listReservations } from '@pledge/contracts/http';
import { listPage, Tag } from '@pledge/ui';
import { partsText } from './parts-text.js';
import { storeTabs } from '../../ui/store-tabs.js';

const tones = { reserved: 'good', short: 'bad', consumed: 'calm', released: 'calm' } as const;

export const ReservationsPage = listPage<typeof listReservations, Reservation>({
  route: listReservations,
  word: 'reservations',
  tabs: storeTabs,
  rowKey: ({ id }) => id,
  name: ({ lines, missing, status }, { t }) =>
    partsText([...lines, ...missing], t) || t(`reservation-status.${status}`),
  to: ({ orderId }) => `/orders/${orderId}`,
  filters: ['status'],
  filterWords: { status: 'reservation-status' },
  columns: [
    {
      key: 'parts',
      share: 12,
      phone: 'both',
      cell: ({ lines, missing }, { t }) => partsText(lines.length > 0 ? lines : missing, t),
      under: ({ lines, missing }, { t }) =>
        missing.length > 0 ? (
          <span className="bad-text">
            {t('reservations.missing')} {partsText(missing, t)}
          </span>
        ) : (
          [...new Set(lines.map(({ place }) => place))].join(' · ')
        ),
    },
    {
      key: 'status',
      share: 3,
      phone: 'state',
      cell: ({ status }, { t }) => <Tag tone={tones[status]}>{t(`reservation-status.${status}`)}</Tag>,
    },
    {
      key: 'purchaseOrder',
      share: 4,
      cell: ({ purchaseOrderNumber }) => <span className="number">{purchaseOrderNumber ?? '—'}</span>,
    },
    { key: 'reservedAt', share: 3, kind: 'time', phone: 'due', cell: ({ reservedAt }, { short }) => short(reservedAt) },
  ],
});
