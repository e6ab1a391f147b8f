import type { Envelope } from '@pledge/contracts/http';
import { joinEnvelope, listRequests, rejectEnvelope } from '@pledge/contracts/http';
import { CommandNotice, useApiQuery, useCommand, useSettled } from '@pledge/ui';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/primitives.js';

interface OfEnvelope {
  readonly envelope: Envelope;
}

/** It tells of a request we have already. */
export function JoinForm({ envelope }: OfEnvelope) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(envelope);
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const { customerId, repliesTo } = envelope.found;
  const found = useApiQuery(
    null,
    listRequests,
    { query: { limit: 20, open: 'true', ...(q ? { q } : {}), ...(customerId && !q ? { customerId } : {}) } },
    { keep: true },
  );
  const join = useCommand(joinEnvelope);
  const items = found.data?.items ?? [];
  const replied = repliesTo && !items.some(({ id }) => id === repliesTo.id) ? [repliesTo] : [];
  return (
    <Panel title={t('envelopes.join')}>
      <CommandNotice error={join.error} seen={seen} now={envelope} />
      <Form<{ readonly requestId: string }>
        layout="vertical"
        initialValues={repliesTo ? { requestId: repliesTo.id } : {}}
        onFinish={({ requestId }) => {
          setSeen(envelope);
          join.mutate({
            input: { params: { envelopeId: envelope.id }, body: { requestId } },
            ifMatch: envelope.version,
          });
        }}
      >
        <Form.Item
          name="requestId"
          label={t('field.request')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Select
            showSearch={{ filterOption: false, onSearch: setTyped }}
            loading={found.isFetching}
            placeholder={t('envelopes.join-hint')}
            notFoundContent={<p className="quiet">{t('envelopes.join-none')}</p>}
            options={[
              ...replied.map(({ id, number }) => ({ value: id, label: number, more: '' })),
              ...items.map(({ id, number, customerName, description }) => ({
                value: id,
                label: number,
                more: [customerName, description].filter(Boolean).join(' · '),
              })),
            ]}
            optionRender={({ data: { label, more } }) => (
              <span className="option">
                <span className="number">{label}</span>
                <span className="option-more">{more}</span>
              </span>
            )}
          />
        </Form.Item>
        <Button htmlType="submit" loading={join.isPending}>
          {t('envelopes.join-send')}
        </Button>
      </Form>
    </Panel>
  );
}

const reasons = rejectEnvelope.body.shape.reason.options;

function reasonFor({ found: { suspicion } }: OfEnvelope['envelope']): { readonly reason?: (typeof reasons)[number] } {
  if (suspicion === null) return {};
  return { reason: suspicion === 'forged-sender' ? 'other' : suspicion };
}

/** It is not for us; somebody says so, and why. */
export function RejectForm({ envelope }: OfEnvelope) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(envelope);
  const reject = useCommand(rejectEnvelope);
  return (
    <Panel title={t('envelopes.reject')}>
      <CommandNotice error={reject.error} seen={seen} now={envelope} />
      <Form<{ readonly reason: (typeof reasons)[number]; readonly note?: string }>
        layout="vertical"
        initialValues={reasonFor(envelope)}
        onFinish={({ reason, note }) => {
          setSeen(envelope);
          reject.mutate({
            input: { params: { envelopeId: envelope.id }, body: { reason, ...(note ? { note } : {}) } },
            ifMatch: envelope.version,
          });
        }}
      >
        <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, message: t('form.required') }]}>
          <Select options={reasons.map((value) => ({ value, label: t(`reject-reason.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('envelopes.note')}
          dependencies={['reason']}
          rules={[
            ({ getFieldValue }) => ({
              required: getFieldValue('reason') === 'other',
              message: t('envelopes.note-required'),
            }),
          ]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Button danger htmlType="submit" loading={reject.isPending}>
          {t('envelopes.reject-send')}
        </Button>
      </Form>
    </Panel>
  );
}
