import type { Conversation, Request } from '@pledge/contracts/http';
import { addNote, addUserWord, writeReply } from '@pledge/contracts/http';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Via } from './saying.js';
import { viaOf, viasOf } from './saying.js';
import { longest, TextField, ViaField } from './say-fields.js';
import { TemplatePicker } from './template-picker.js';
import { useSaying } from './use-saying.js';

export interface SayProps {
  readonly request: Request;
  readonly conversation: Conversation;
}

interface Said {
  readonly text: string;
  readonly via: Via;
}

/** To the user, once more after the first answer. */
export function ReplyForm({ request, conversation }: SayProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Said>();
  const saying = useSaying(writeReply, conversation, { onDone: () => form.resetFields(['text']) });
  return (
    <Form<Said>
      form={form}
      name="reply"
      layout="vertical"
      initialValues={{ via: viaOf(request) }}
      onValuesChange={saying.begin}
      onFinish={(body) => saying.run({ params: { requestId: request.id }, body })}
    >
      {saying.notice}
      <TemplatePicker
        request={request}
        onFilled={(text) => {
          saying.begin();
          const begun = (form.getFieldValue('text') as string | undefined)?.trim() ?? '';
          form.setFieldValue('text', [begun, text].filter(Boolean).join('\n\n').slice(0, longest));
        }}
      />
      <TextField label={t('conversation.reply-text')} />
      <ViaField vias={viasOf(request)} />
      <Button type="primary" htmlType="submit" loading={saying.busy}>
        {t('conversation.reply-send')}
      </Button>
    </Form>
  );
}

/** What the user told one of us. */
export function UserWordForm({ request, conversation }: SayProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Said>();
  const saying = useSaying(addUserWord, conversation, { always: true, onDone: () => form.resetFields(['text']) });
  return (
    <Form<Said>
      form={form}
      name="user-word"
      layout="vertical"
      initialValues={{ via: 'phone' }}
      onValuesChange={saying.begin}
      onFinish={(body) => saying.run({ params: { requestId: request.id }, body })}
    >
      {saying.notice}
      <TextField label={t('conversation.user-word-text')} />
      <ViaField vias={['phone', 'on-site', 'email']} />
      <Button type="primary" htmlType="submit" loading={saying.busy}>
        {t('conversation.user-word-send')}
      </Button>
    </Form>
  );
}

/** For colleagues; the user never sees it. */
export function NoteForm({ request, conversation }: SayProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Pick<Said, 'text'>>();
  const saying = useSaying(addNote, conversation, { always: true, onDone: () => form.resetFields() });
  return (
    <Form<Pick<Said, 'text'>>
      form={form}
      name="note"
      layout="vertical"
      onValuesChange={saying.begin}
      onFinish={(body) => saying.run({ params: { requestId: request.id }, body })}
    >
      {saying.notice}
      <TextField label={t('conversation.note-text')} />
      <Button type="primary" htmlType="submit" loading={saying.busy}>
        {t('conversation.note-send')}
      </Button>
    </Form>
  );
}
