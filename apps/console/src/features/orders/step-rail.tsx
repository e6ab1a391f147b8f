import type { Order, OrderStatus } from '@pledge/contracts/http';
import { orderStatus } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';

const timesOf = (order: Order): Readonly<Record<OrderStatus, string | null>> => ({
  open: order.openedAt,
  assigned: order.assignedAt,
  accepted: order.acceptedAt,
  departed: order.departedAt,
  arrived: order.arrivedAt,
  'awaiting-signature': order.measures?.completedAt ?? null,
  signed: order.signature?.signedAt ?? null,
  closed: order.closedAt,
});

/** The whole way of an order, with when each step was taken. */
export function StepRail({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const times = timesOf(order);
  const reached = orderStatus.options.indexOf(order.status);
  return (
    <ol className="rail" aria-label={t('order.steps')}>
      {orderStatus.options.map((status, index) => {
        const at = times[status];
        const state = index < reached ? 'done' : index === reached ? 'current' : 'to-come';
        return (
          <li key={status} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="rail-name">{t(`order-step.${status}`)}</span>
            <span className="rail-time">{index <= reached && at ? short(at) : ''}</span>
            <span className="unseen">{t(`step-state.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
