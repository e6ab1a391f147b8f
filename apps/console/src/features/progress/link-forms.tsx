import type { Progress } from '@pledge/contracts/http';
import { answerByLink, writeByLink } from '@pledge/contracts/http';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { CommandNotice } from '../../ui/command-notice.js';
import { useFormat } from '../../ui/use-format.js';
import { useTold } from './use-told.js';

interface OfLink {
  readonly publicToken: string;
}
interface Text {
  readonly text: string;
}

function TextField({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name="text" label={label} rules={[{ required: true, whitespace: true, message: t('form.required') }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
    </Form.Item>
  );
}

/** What we asked, and the field to answer it. */
export function Questions({ publicToken, questions }: OfLink & Pick<Progress, 'questions'>) {
  const { t } = useTranslation();
  if (questions.length === 0) return null;
  return (
    <section className="panel step">
      <div className="panel-head">
        <h2>{t('progress.questions')}</h2>
      </div>
      <ul className="questions">
        {questions.map((one) => (
          <Question key={one.clarificationId} publicToken={publicToken} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Question({ publicToken, one }: OfLink & { readonly one: Progress['questions'][number] }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const answer = useTold(answerByLink, publicToken);
  const { clarificationId, question, askedAt } = one;
  return (
    <li>
      <p className="said-text">
        <strong>{question}</strong> <span className="quiet">{short(askedAt)}</span>
      </p>
      <CommandNotice error={answer.error} />
      <Form<Text>
        name={`answer-${clarificationId}`}
        layout="vertical"
        onFinish={({ text }) => answer.mutate({ input: { params: { publicToken }, body: { clarificationId, text } } })}
      >
        <TextField label={t('progress.your-answer')} />
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          {t('progress.answer-send')}
        </Button>
      </Form>
    </li>
  );
}

/** Something the user wants to add, for as long as the request is open. */
export function WriteForm({ publicToken }: OfLink) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Text>();
  const write = useTold(writeByLink, publicToken, () => form.resetFields());
  return (
    <>
      <CommandNotice error={write.error} />
      <Form<Text>
        form={form}
        name="write"
        layout="vertical"
        onFinish={(body) => write.mutate({ input: { params: { publicToken }, body } })}
      >
        <TextField label={t('progress.write')} />
        <Button htmlType="submit" loading={write.isPending}>
          {t('progress.write-send')}
        </Button>
      </Form>
    </>
  );
}
