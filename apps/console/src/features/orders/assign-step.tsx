import type { Category, Nature } from '@pledge/contracts';
import type { Order } from '@pledge/contracts/http';
import { assignOrder } from '@pledge/contracts/http';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptions } from '../../ui/vocabulary.js';
import { Candidates } from './candidates.js';
import type { CarriedLine } from './part-lines.js';
import { PartsPicker } from './parts-picker.js';
import { useOrderCommand } from './use-order-command.js';

interface Given {
  readonly engineerId: string;
  readonly cause: string;
  readonly nature: Nature;
  readonly category: Category;
  readonly location: string;
  readonly partsToCarry: readonly CarriedLine[];
  readonly toolsToCarry: string[];
}

const linesOf = (order: Order): readonly CarriedLine[] =>
  order.partsToCarry.map(({ partId, name, model, quantity }) => ({
    partId,
    name: name ?? partId,
    model: model ?? '',
    quantity,
  }));

/** Who goes, and what the order states before departure; until then another may be named. */
export function AssignStep({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const again = order.status !== 'open';
  const [open, setOpen] = useState(!again);
  if (!open) {
    return (
      <>
        <p className="quiet">{t('order.assign-again-hint')}</p>
        <Button onClick={() => setOpen(true)}>{t('order.assign-again')}</Button>
      </>
    );
  }
  return <AssignForm order={order} onDone={() => setOpen(false)} />;
}

function AssignForm({ order, onDone }: Readonly<{ order: Order; onDone: () => void }>) {
  const { t } = useTranslation();
  const { run, busy, notice } = useOrderCommand(assignOrder, order, onDone);
  const categories = useOptions('category');
  const natures = useOptions('nature');
  const required = [{ required: true, message: t('form.required') }];
  const tools = t('order.tools', { returnObjects: true }) as readonly string[];
  const assign = ({ partsToCarry, ...body }: Given) =>
    run({
      params: { orderId: order.id },
      body: { ...body, partsToCarry: partsToCarry.map(({ partId, quantity }) => ({ partId, quantity })) },
    });
  return (
    <Form<Given>
      layout="vertical"
      onFinish={assign}
      initialValues={{
        engineerId: order.engineer?.engineerId,
        cause: order.cause ?? '',
        nature: order.nature,
        category: order.category,
        location: order.location,
        partsToCarry: linesOf(order),
        toolsToCarry: order.toolsToCarry,
      }}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Form.Item name="engineerId" label={t('order.who')} rules={required}>
        <Candidates orderId={order.id} />
      </Form.Item>
      <div className="fields">
        <Form.Item name="cause" label={t('field.cause')} className="wide" rules={required}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="nature" label={t('field.nature')} rules={required}>
          <Select options={natures} />
        </Form.Item>
        <Form.Item name="category" label={t('field.category')} rules={required}>
          <Select options={categories} />
        </Form.Item>
        <Form.Item name="location" label={t('field.location')} className="wide" rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="partsToCarry" label={t('field.partsToCarry')} className="wide">
          <PartsPicker />
        </Form.Item>
        <Form.Item name="toolsToCarry" label={t('field.toolsToCarry')} className="wide">
          <Select
            mode="tags"
            tokenSeparators={[',', '\uff0c', '\u3001']}
            options={tools.map((tool) => ({ value: tool, label: tool }))}
          />
        </Form.Item>
      </div>
      {notice}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('order.assign')}
      </Button>
    </Form>
  );
}
