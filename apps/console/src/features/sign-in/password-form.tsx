import type { Session } from '@pledge/contracts/http';
import { signIn } from '@pledge/contracts/http';
import { CommandNotice, useCommand } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Given {
  readonly username: string;
  readonly password: string;
}

export function PasswordForm({ onEnter }: { readonly onEnter: (session: Session) => void }) {
  const { t } = useTranslation();
  const enter = useCommand(signIn, { onDone: onEnter });
  return (
    <Form<Given>
      layout="vertical"
      className="password-form panel"
      onFinish={(body) => enter.mutate({ input: { body } })}
      requiredMark={false}
    >
      <CommandNotice error={enter.error} />
      <Form.Item
        name="username"
        label={t('sign-in.username')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input autoFocus autoComplete="username" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('sign-in.password')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={enter.isPending}>
        {t('sign-in.enter')}
      </Button>
    </Form>
  );
}
