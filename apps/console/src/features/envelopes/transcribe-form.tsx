import type { Envelope } from '@pledge/contracts/http';
import { transcribeEnvelope } from '@pledge/contracts/http';
import { CommandNotice, useCommand } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/primitives.js';

interface Transcript {
  readonly text: string;
  readonly name?: string;
  readonly phone?: string;
}

/** What the page says, typed with the page in view. */
export function TranscribeForm({ envelope }: { readonly envelope: Envelope }) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(envelope);
  const transcribe = useCommand(transcribeEnvelope);
  const send = ({ text, name, phone }: Transcript) => {
    setSeen(envelope);
    const from = { ...(name ? { name } : {}), ...(phone ? { phone } : {}) };
    transcribe.mutate({
      input: { params: { envelopeId: envelope.id }, body: { text, from } },
      ifMatch: envelope.version,
    });
  };
  return (
    <Panel title={t('envelopes.transcribe')} className="step">
      <CommandNotice error={transcribe.error} seen={seen} now={envelope} />
      <Form<Transcript>
        layout="vertical"
        initialValues={{ text: envelope.text, name: envelope.from.name ?? '', phone: envelope.from.phone ?? '' }}
        onFinish={send}
      >
        <Form.Item
          name="text"
          label={t('envelopes.transcript')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="name" label={t('field.reporter')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('field.phone')}>
          <Input maxLength={40} type="tel" autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={transcribe.isPending}>
          {t('envelopes.transcribe-send')}
        </Button>
      </Form>
    </Panel>
  );
}
