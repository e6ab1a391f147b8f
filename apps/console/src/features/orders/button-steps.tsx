import type { Order } from '@pledge/contracts/http';
import { acceptOrder, closeOrder } from '@pledge/contracts/http';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrderCommand } from './use-order-command.js';

export function AcceptStep({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { run, busy, notice } = useOrderCommand(acceptOrder, order);
  return (
    <>
      <p className="quiet">{t('order.accept-hint')}</p>
      {notice}
      <Button type="primary" loading={busy} onClick={() => run({ params: { orderId: order.id }, body: {} })}>
        {t('order.accept')}
      </Button>
    </>
  );
}

export function CloseStep({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { run, busy, notice } = useOrderCommand(closeOrder, order);
  return (
    <>
      <p className="quiet">{t('order.close-hint')}</p>
      {notice}
      <Button type="primary" loading={busy} onClick={() => run({ params: { orderId: order.id } })}>
        {t('order.close')}
      </Button>
    </>
  );
}
