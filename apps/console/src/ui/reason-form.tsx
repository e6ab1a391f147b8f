import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonFormProps {
  /** What the button says that opens it. */
  readonly word: string;
  readonly label: string;
  readonly busy: boolean;
  readonly onSend: (reason: string) => void;
}

/** A step that needs a reason: a button, then the field for it. */
export function ReasonForm({ word, label, busy, onSend }: ReasonFormProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!open) return <Button onClick={() => setOpen(true)}>{word}</Button>;
  return (
    <Form<{ readonly reason: string }> layout="vertical" onFinish={({ reason }) => onSend(reason)}>
      <Form.Item
        name="reason"
        label={label}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {word}
      </Button>
    </Form>
  );
}
