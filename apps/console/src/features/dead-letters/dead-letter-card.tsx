import type { Service } from '@pledge/contracts';
import type { DeadLetter } from '@pledge/contracts/http';
import { deadLetterRoutes } from '@pledge/contracts/http';
import { CommandNotice, Tag, useCommand, useFormat } from '@pledge/ui';
import { Button, Form, Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DeadLetterCardProps {
  readonly service: Service;
  readonly letter: DeadLetter;
}

const tones = {
  waiting: 'info',
  retrying: 'warn',
  dead: 'bad',
  behind: 'info',
  dropped: 'calm',
  done: 'good',
} as const;

/** An event or a timer a service could not handle: what it was, why not, and what to do with it. */
export function DeadLetterCard({ service, letter }: DeadLetterCardProps) {
  const { t } = useTranslation();
  const { full } = useFormat();
  const routes = useMemo(() => deadLetterRoutes(service), [service]);
  const retry = useCommand(routes.retry);
  const [dropping, setDropping] = useState(false);
  return (
    <li>
      <p className="message-head">
        <Tag tone={tones[letter.state]}>{t(`dead-letter-state.${letter.state}`)}</Tag>
        <span className="quiet">{t(`dead-letter-kind.${letter.kind}`)}</span>
        <code>{letter.type}</code>
        <span className="quiet">→ {letter.reaction}</span>
        <span className="quiet">{t('dead-letters.attempts', { count: letter.attempts })}</span>
        {letter.firstFailedAt !== null && <time className="quiet">{full(letter.firstFailedAt)}</time>}
      </p>
      {letter.lastError !== null && <pre className="letter-error">{letter.lastError}</pre>}
      <details>
        <summary>{t('dead-letters.payload')}</summary>
        <pre className="letter-payload">{JSON.stringify(letter.payload, null, 2)}</pre>
      </details>
      <CommandNotice error={retry.error} />
      <div className="actions">
        <Button
          size="small"
          loading={retry.isPending}
          onClick={() => retry.mutate({ input: { params: { deadLetterId: letter.id } } })}
        >
          {t('dead-letters.retry')}
        </Button>
        <Button size="small" danger onClick={() => setDropping(true)}>
          {t('dead-letters.drop')}
        </Button>
      </div>
      {dropping && <DropForm service={service} letter={letter} onClose={() => setDropping(false)} />}
    </li>
  );
}

function DropForm({ service, letter, onClose }: DeadLetterCardProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const routes = useMemo(() => deadLetterRoutes(service), [service]);
  const drop = useCommand(routes.drop, { onDone: onClose });
  return (
    <Modal
      open
      title={t('dead-letters.drop-title')}
      okText={t('dead-letters.drop')}
      okButtonProps={{ danger: true }}
      confirmLoading={drop.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('dead-letters.drop-hint')}</p>
      <CommandNotice error={drop.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(body) => drop.mutate({ input: { params: { deadLetterId: letter.id }, body } })}
      >
        <Form.Item name="reason" label={t('field.reason')} rules={[{ required: true, message: t('form.required') }]}>
          <Input maxLength={500} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
