import type { Order } from '@pledge/contracts/http';
import { recordMeasures } from '@pledge/contracts/http';
import { instantOf, serverNow, wallOf } from '@pledge/ui/time';
import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CarriedLine } from './part-lines.js';
import { PartsPicker } from './parts-picker.js';
import { useOrderCommand } from './use-order-command.js';

interface Given {
  readonly content: string;
  readonly completedAt: string;
  readonly partsUsed: readonly CarriedLine[];
  readonly siteCleaned: boolean;
}

/** A time typed in minutes is never later than now. */
const notLaterThanNow = (instant: string) => new Date(Math.min(Date.parse(instant), serverNow())).toISOString();

export function MeasuresStep({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { run, busy, notice } = useOrderCommand(recordMeasures, order);
  const required = [{ required: true, message: t('form.required') }];
  const record = ({ content, completedAt, partsUsed, siteCleaned }: Given) => {
    const at = instantOf(completedAt);
    if (at === null) return;
    // The field shows minutes: a completion in the minute of the arrival is not before it.
    const earliest = order.arrivedAt ?? at;
    const completed =
      Date.parse(at) < Date.parse(earliest) && completedAt === wallOf(Date.parse(earliest)) ? earliest : at;
    run({
      params: { orderId: order.id },
      body: {
        content,
        completedAt: notLaterThanNow(completed),
        partsUsed: partsUsed.map(({ partId, quantity }) => ({ partId, quantity })),
        siteCleaned,
      },
    });
  };
  return (
    <Form<Given>
      layout="vertical"
      onFinish={record}
      initialValues={{
        completedAt: wallOf(serverNow()),
        siteCleaned: false,
        partsUsed: order.partsToCarry.map(({ partId, name, model, quantity }) => ({
          partId,
          name: name ?? partId,
          model: model ?? '',
          quantity,
        })),
      }}
    >
      <Form.Item name="content" label={t('field.measures')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="completedAt" label={t('field.completedAt')} rules={required}>
        <Input type="datetime-local" className="short-field" />
      </Form.Item>
      <Form.Item name="partsUsed" label={t('field.partsUsed')} extra={t('order.parts-used-hint')}>
        <PartsPicker />
      </Form.Item>
      <Form.Item name="siteCleaned" valuePropName="checked">
        <Checkbox>{t('order.site-cleaned')}</Checkbox>
      </Form.Item>
      {notice}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('order.record-measures')}
      </Button>
    </Form>
  );
}
