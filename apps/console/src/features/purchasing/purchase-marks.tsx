import type { PurchaseOrder } from '@pledge/contracts/http';
import type { Tone } from '@pledge/ui';
import { Tag, useSay } from '@pledge/ui';

const tones: Readonly<Record<PurchaseOrder['status'], Tone>> = {
  drafted: 'warn',
  submitted: 'warn',
  approved: 'info',
  ordered: 'info',
  'part-received': 'info',
  received: 'good',
  closed: 'calm',
  cancelled: 'calm',
};

export function PurchaseMark({ status }: Pick<PurchaseOrder, 'status'>) {
  const { t } = useSay();
  return <Tag tone={tones[status]}>{t(`purchase-order-status.${status}`)}</Tag>;
}

/** An amount of money, which contracts give in fen. */
export const moneyOf = (fen: number): string =>
  `¥${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

export const partsOf = ({ lines }: Pick<PurchaseOrder, 'lines'>): string =>
  lines.map(({ name, quantity }) => `${name} × ${String(quantity)}`).join(' · ');
