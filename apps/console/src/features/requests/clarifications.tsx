import type { Conversation } from '@pledge/contracts/http';
import { answerClarification } from '@pledge/contracts/http';
import { Tag, useFormat } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { DueTag } from '../../ui/due-tag.js';
import type { SayProps } from './say-forms.js';
import { useSaying } from './use-saying.js';

/** What the user was asked and has not made clear yet, each with its clock, and whether they were reminded. */
export function Clarifications({ request, conversation }: SayProps) {
  const { t } = useTranslation();
  const open = conversation.clarifications.filter(({ state }) => state === 'open' || state === 'overdue');
  if (open.length === 0) return null;
  return (
    <section className="owed" aria-label={t('conversation.unclear')}>
      <h3 className="card-head">{t('conversation.unclear')}</h3>
      <ul>
        {open.map((one) => (
          <Clarification key={one.id} request={request} conversation={conversation} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Clarification({
  request,
  conversation,
  one,
}: SayProps & { readonly one: Conversation['clarifications'][number] }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const [answering, setAnswering] = useState(false);
  const [form] = Form.useForm<{ readonly answer: string }>();
  const saying = useSaying(answerClarification, conversation);
  return (
    <li className="owed-item">
      <p className="message-head">
        <DueTag at={one.dueAt} word={t('conversation.answer-by')} />
        {one.state === 'overdue' && <Tag tone="bad">{t('conversation.reminded')}</Tag>}
        <span className="quiet">
          {one.askedBy.name} · {short(one.askedAt)}
        </span>
      </p>
      <p className="said-text">{one.question}</p>
      {may(answerClarification) && !answering && (
        <Button size="small" onClick={() => setAnswering(true)}>
          {t('conversation.clarify')}
        </Button>
      )}
      {answering && (
        <Form<{ readonly answer: string }>
          form={form}
          name={`clarify-${one.id}`}
          layout="vertical"
          onValuesChange={saying.begin}
          onFinish={(body) => saying.run({ params: { requestId: request.id, clarificationId: one.id }, body })}
        >
          {saying.notice}
          <Form.Item
            name="answer"
            label={t('conversation.clarify-text')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={saying.busy}>
            {t('conversation.clarify-send')}
          </Button>
        </Form>
      )}
    </li>
  );
}
