import type { Stock } from '@pledge/contracts/http';
import { receiveStock } from '@pledge/contracts/http';
import { CommandNotice, useCommand } from '@pledge/ui';
import { Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

interface Given {
  readonly quantity: number;
  readonly reference: string;
}

export function ReceiveForm({ stock, onClose }: Readonly<{ stock: Stock; onClose: () => void }>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const receive = useCommand(receiveStock, { onDone: onClose });
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Modal
      open
      title={t('stock.receive-title', { name: stock.name, place: stock.place })}
      okText={t('stock.receive')}
      confirmLoading={receive.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <CommandNotice error={receive.error} />
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={{ quantity: 1 }}
        onFinish={(body) => receive.mutate({ input: { params: { stockId: stock.id }, body } })}
      >
        <Form.Item name="quantity" label={t('field.quantity')} rules={required}>
          <InputNumber min={1} max={10_000} precision={0} autoFocus />
        </Form.Item>
        <Form.Item name="reference" label={t('stock.reference')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
