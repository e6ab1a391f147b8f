import type { OrderStatus, PartsState } from '@pledge/contracts/http';
import { Tag } from '@pledge/ui';
import { useTranslation } from 'react-i18next';

const statusTones = {
  open: 'warn',
  assigned: 'info',
  accepted: 'info',
  departed: 'info',
  arrived: 'info',
  'awaiting-signature': 'warn',
  signed: 'good',
  closed: 'calm',
} as const satisfies Record<OrderStatus, string>;

const gateTones = {
  'none-needed': 'calm',
  pending: 'info',
  reserved: 'good',
  short: 'bad',
} as const satisfies Record<PartsState, string>;

export function StatusMark({ status }: { readonly status: OrderStatus }) {
  const { t } = useTranslation();
  return <Tag tone={statusTones[status]}>{t(`order-status.${status}`)}</Tag>;
}

export function GateMark({ state }: { readonly state: PartsState }) {
  const { t } = useTranslation();
  return <Tag tone={gateTones[state]}>{t(`parts-state.${state}`)}</Tag>;
}
