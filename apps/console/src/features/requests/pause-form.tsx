import type { PauseReason } from '@pledge/contracts';
import type { LedgerPromise } from '@pledge/contracts/http';
import { pausePromise } from '@pledge/contracts/http';
import { CommandNotice, useCommand } from '@pledge/ui';
import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptions } from '../../ui/vocabulary.js';

interface Given {
  readonly reason: PauseReason;
  readonly note: string;
}

export function PauseForm({ promise, onClose }: Readonly<{ promise: LedgerPromise; onClose: () => void }>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const reasons = useOptions('pause-reason');
  const pause = useCommand(pausePromise, { onDone: onClose });
  const [seen, setSeen] = useState(promise);
  return (
    <Modal
      open
      title={t('pause.title', { promise: t(`promise.${promise.promise}`) })}
      okText={t('pause.begin')}
      confirmLoading={pause.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{t('pause.hint')}</p>
      <CommandNotice error={pause.error} seen={seen} now={promise} />
      <Form<Given>
        form={form}
        layout="vertical"
        onFinish={(body) => {
          setSeen(promise);
          pause.mutate({ input: { params: { promiseId: promise.id }, body }, ifMatch: promise.version });
        }}
      >
        <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, message: t('form.required') }]}>
          <Radio.Group options={reasons} />
        </Form.Item>
        <Form.Item name="note" label={t('pause.note')} rules={[{ required: true, message: t('form.required') }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
