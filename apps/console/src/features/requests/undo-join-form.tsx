import { getCustomerCard, undoJoin } from '@pledge/contracts/http';
import { useApiQuery, useFormat } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../session/session.js';
import { comesBack } from './steps.js';
import type { StepProps } from './use-request-command.js';
import { useRequestCommand } from './use-request-command.js';

/** Takes a report out of the request it was joined to, by name and with a reason; what comes back is shown before. */
export function UndoJoinForm({ request, onDone }: StepProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const { name } = useUser();
  const undo = useRequestCommand(undoJoin, request, onDone);
  const { customerId } = request;
  const isFault = request.kind === 'fault';
  const card = useApiQuery(
    null,
    getCustomerCard,
    { params: { customerId: customerId ?? '' } },
    { enabled: isFault && customerId !== null },
  );
  const promised = isFault && card.data ? comesBack(request.receivedAt, card.data.terms) : [];
  return (
    <>
      <div className="pause-note">
        <p>{t('undo.preview', { number: request.number, joinedTo: request.joinedTo?.number ?? '' })}</p>
        <ul className="plain-list">
          <li>{t(isFault ? 'undo.order' : 'undo.open')}</li>
          {promised.map(({ promise, dueAt }) => (
            <li key={promise}>
              {t(`promise.${promise}`)}: {t('clock.due', { at: short(dueAt) })}
            </li>
          ))}
          <li>{t('undo.kept')}</li>
        </ul>
      </div>
      {undo.notice}
      <Form<{ readonly reason: string }>
        name="undo-join"
        layout="vertical"
        onFinish={(body) => undo.run({ params: { requestId: request.id }, body })}
      >
        <Form.Item
          name="reason"
          label={t('field.reason')}
          extra={t('undo.by', { name })}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={undo.busy}>
          {t('undo.send')}
        </Button>
      </Form>
    </>
  );
}
