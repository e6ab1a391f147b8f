import type { Order } from '@pledge/contracts/http';
import { exceptRelease } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { Panel } from '../../ui/primitives.js';
import { GateMark } from './order-marks.js';
import { useOrderCommand } from './use-order-command.js';

/** Whether what is to be carried is set aside: an order leaves only then, or with a signed exception. */
export function ReleaseGate({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const { parts, partsToCarry, releaseException } = order;
  const missing = new Map(parts.missing.map((line) => [line.partId, line.quantity]));
  return (
    <Panel title={t('gate.title')} extra={<GateMark state={parts.state} />}>
      {order.departedAt === null && <p className="quiet">{t(`gate.${parts.state}`)}</p>}
      {partsToCarry.length > 0 && (
        <ul className="part-lines">
          {partsToCarry.map(({ partId, name, model, place, quantity }) => (
            <li key={partId}>
              <span>
                {name ?? partId} <span className="quiet">{[model, place].filter(Boolean).join(' · ')}</span>
              </span>
              <span className="quantity">× {quantity}</span>
              {missing.has(partId) && (
                <span className="bad-text">{t('gate.missing', { quantity: missing.get(partId) })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {parts.purchaseOrderNumber !== null && (
        <p>
          {t('gate.purchase-order')} <span className="number">{parts.purchaseOrderNumber}</span>
        </p>
      )}
      {releaseException && (
        <p className="pause-note">
          {t('gate.excepted', { by: releaseException.by.name, at: short(releaseException.at) })}
          <q>{releaseException.reason}</q>
        </p>
      )}
      {order.possible.includes('except-release') && may(exceptRelease) && <ExceptForm order={order} />}
    </Panel>
  );
}

function ExceptForm({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { run, busy, notice } = useOrderCommand(exceptRelease, order);
  return (
    <Form<{ readonly reason: string }>
      layout="vertical"
      onFinish={(body) => run({ params: { orderId: order.id }, body })}
    >
      {notice}
      <Form.Item
        name="reason"
        label={t('gate.except-reason')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {t('gate.except')}
      </Button>
    </Form>
  );
}
