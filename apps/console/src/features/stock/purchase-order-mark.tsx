import type { PurchaseOrder } from '@pledge/contracts/http';
import { Tag } from '@pledge/ui';
import { useTranslation } from 'react-i18next';

const tones = {
  drafted: 'warn',
  submitted: 'warn',
  approved: 'info',
  ordered: 'info',
  'part-received': 'info',
  received: 'good',
  closed: 'calm',
  cancelled: 'calm',
} as const satisfies Record<PurchaseOrder['status'], string>;

export function PurchaseOrderMark({ status }: Pick<PurchaseOrder, 'status'>) {
  const { t } = useTranslation();
  return <Tag tone={tones[status]}>{t(`purchase-order-status.${status}`)}</Tag>;
}
