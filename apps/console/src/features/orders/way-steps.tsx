import type { Conduct } from '@pledge/contracts';
import type { Order } from '@pledge/contracts/http';
import { arriveOnSite, departForSite } from '@pledge/contracts/http';
import { instantOf, serverNow, wallOf } from '@pledge/ui/time';
import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrderCommand } from './use-order-command.js';

const inMinutes = (minutes: number) => wallOf(serverNow() + minutes * 60_000);

export function DepartStep({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly eta: string }>();
  const { run, busy, notice } = useOrderCommand(departForSite, order);
  const { state } = order.parts;
  const held = (state === 'short' || state === 'pending') && order.releaseException === null;
  const depart = ({ eta }: { readonly eta: string }) => {
    const expectedArrivalAt = instantOf(eta);
    if (expectedArrivalAt !== null) run({ params: { orderId: order.id }, body: { expectedArrivalAt } });
  };
  return (
    <Form form={form} layout="vertical" initialValues={{ eta: inMinutes(30) }} onFinish={depart}>
      <p className="quiet">{t('order.depart-hint')}</p>
      {held && <Alert className="notice" type="warning" showIcon title={t(`gate.${state}`)} />}
      {notice}
      <div className="eta">
        <Form.Item
          name="eta"
          label={t('field.expectedArrivalAt')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <div className="eta-quick">
          {[15, 30, 60, 90].map((minutes) => (
            <Button key={minutes} size="small" onClick={() => form.setFieldsValue({ eta: inMinutes(minutes) })}>
              {t('order.in-minutes', { minutes })}
            </Button>
          ))}
        </div>
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('order.depart')}
      </Button>
    </Form>
  );
}

const duties = ['badge', 'tidyDress', 'shoeCovers'] as const satisfies readonly (keyof Conduct)[];

export function ArriveStep({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { run, busy, notice } = useOrderCommand(arriveOnSite, order);
  return (
    <Form<{ readonly duties?: readonly string[] }>
      layout="vertical"
      onFinish={({ duties: kept = [] }) =>
        run({
          params: { orderId: order.id },
          body: {
            conduct: {
              badge: kept.includes('badge'),
              tidyDress: kept.includes('tidyDress'),
              shoeCovers: kept.includes('shoeCovers'),
            },
          },
        })
      }
    >
      <p className="quiet">{t('order.arrive-hint')}</p>
      {notice}
      <fieldset className="bare">
        <legend>{t('order.conduct')}</legend>
        <Form.Item name="duties">
          <Checkbox.Group
            className="checklist"
            options={duties.map((duty) => ({ value: duty, label: t(`conduct.${duty}`) }))}
          />
        </Form.Item>
      </fieldset>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('order.arrive')}
      </Button>
    </Form>
  );
}
