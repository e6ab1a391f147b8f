import type { Progress } from '@pledge/contracts/http';
import { answerByLink, uploadByLink, writeByLink } from '@pledge/contracts/http';
import { CommandNotice, useFormat } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client.js';
import { useUploads } from '../../api/use-uploads.js';
import { FilesField } from '../../ui/files-field.js';
import { useMay } from '../../session/session.js';
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

const useFilesByLink = (publicToken: string) =>
  useUploads((options) => send(uploadByLink, { params: { publicToken } }, options));

/** What we asked, and the field to answer it. */
export function Questions({ publicToken, questions }: OfLink & Pick<Progress, 'questions'>) {
  const { t } = useTranslation();
  const may = useMay();
  if (questions.length === 0 || !may(answerByLink)) return null;
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
  const files = useFilesByLink(publicToken);
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
        onFinish={({ text }) =>
          files.whenReady((attachmentIds) =>
            answer.mutate({ input: { params: { publicToken }, body: { clarificationId, text, ...attachmentIds } } }),
          )
        }
      >
        <TextField label={t('progress.your-answer')} />
        <FilesField uploads={files} />
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
  const files = useFilesByLink(publicToken);
  const write = useTold(writeByLink, publicToken, () => {
    form.resetFields();
    files.clear();
  });
  return (
    <>
      <CommandNotice error={write.error} />
      <Form<Text>
        form={form}
        name="write"
        layout="vertical"
        onFinish={({ text }) =>
          files.whenReady((attachmentIds) =>
            write.mutate({ input: { params: { publicToken }, body: { text, ...attachmentIds } } }),
          )
        }
      >
        <TextField label={t('progress.write')} />
        <FilesField uploads={files} />
        <Button htmlType="submit" loading={write.isPending}>
          {t('progress.write-send')}
        </Button>
      </Form>
    </>
  );
}
