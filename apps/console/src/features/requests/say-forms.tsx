import type { Conversation, Request } from '@pledge/contracts/http';
import { addNote, addUserWord, uploadAttachment, writeReply } from '@pledge/contracts/http';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client.js';
import type { StoreFile } from '../../api/use-uploads.js';
import { useUploads } from '../../api/use-uploads.js';
import { useMay } from '../../session/session.js';
import { FilesField } from '../../ui/files-field.js';
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

const store: StoreFile = (options) => send(uploadAttachment, {}, options);

/** Files to go with what is said, for whom may upload them. */
function useFiles() {
  const may = useMay();
  const uploads = useUploads(store);
  return { ...uploads, field: may(uploadAttachment) && <FilesField uploads={uploads} /> };
}

/** To the user, once more after the first answer. */
export function ReplyForm({ request, conversation }: SayProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Said>();
  const files = useFiles();
  const onDone = () => {
    form.resetFields(['text']);
    files.clear();
  };
  const saying = useSaying(writeReply, conversation, { onDone });
  return (
    <Form<Said>
      form={form}
      name="reply"
      layout="vertical"
      initialValues={{ via: viaOf(request) }}
      onValuesChange={saying.begin}
      onFinish={(said) =>
        files.whenReady((along) => saying.run({ params: { requestId: request.id }, body: { ...said, ...along } }))
      }
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
      {files.field}
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
  const files = useFiles();
  const onDone = () => {
    form.resetFields(['text']);
    files.clear();
  };
  const saying = useSaying(addUserWord, conversation, { always: true, onDone });
  return (
    <Form<Said>
      form={form}
      name="user-word"
      layout="vertical"
      initialValues={{ via: 'phone' }}
      onValuesChange={saying.begin}
      onFinish={(said) =>
        files.whenReady((along) => saying.run({ params: { requestId: request.id }, body: { ...said, ...along } }))
      }
    >
      {saying.notice}
      <TextField label={t('conversation.user-word-text')} />
      <ViaField vias={['phone', 'on-site', 'email']} />
      {files.field}
      <Button type="primary" htmlType="submit" loading={saying.busy}>
        {t('conversation.user-word-send')}
      </Button>
    </Form>
  );
}

interface NoteProps extends SayProps {
  readonly name?: string;
  readonly onKept?: () => void;
}

/** For colleagues; the user never sees it. */
export function NoteForm({ request, conversation, name = 'note', onKept }: NoteProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Pick<Said, 'text'>>();
  const files = useFiles();
  const onDone = () => {
    form.resetFields();
    files.clear();
    onKept?.();
  };
  const saying = useSaying(addNote, conversation, { always: true, onDone });
  return (
    <Form<Pick<Said, 'text'>>
      form={form}
      name={name}
      layout="vertical"
      onValuesChange={saying.begin}
      onFinish={(said) =>
        files.whenReady((along) => saying.run({ params: { requestId: request.id }, body: { ...said, ...along } }))
      }
    >
      {saying.notice}
      <TextField label={t('conversation.note-text')} />
      {files.field}
      <Button type="primary" htmlType="submit" loading={saying.busy}>
        {t('conversation.note-send')}
      </Button>
    </Form>
  );
}
