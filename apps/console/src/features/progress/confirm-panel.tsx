import type { Progress } from '@pledge/contracts/http';
import { confirmByLink } from '@pledge/contracts/http';
import { CommandNotice, useFormat } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { useTold } from './use-told.js';

interface ConfirmPanelProps {
  readonly publicToken: string;
  readonly progress: Progress;
}

/** Nothing is closed by who did it: the user says whether it works. */
export function ConfirmPanel({ publicToken, progress: { kind, mayConfirm: awaited, confirmed } }: ConfirmPanelProps) {
  const { t } = useTranslation();
  const may = useMay();
  const mayConfirm = awaited && may(confirmByLink);
  const { short } = useFormat();
  const [failing, setFailing] = useState(false);
  const [heard, setHeard] = useState(false);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (heard) told.current?.focus();
  }, [heard]);
  const works = useTold(confirmByLink, publicToken);
  const fails = useTold(confirmByLink, publicToken, () => {
    setFailing(false);
    setHeard(true);
  });
  if (!mayConfirm && !confirmed) return null;
  const params = { publicToken };
  return (
    <section className={mayConfirm ? 'panel step' : 'panel'}>
      <div className="panel-head">
        <h2>{t(kind === 'fault' ? 'progress.does-it-work' : 'progress.did-it-help')}</h2>
      </div>
      <CommandNotice error={works.error ?? fails.error} />
      {heard && (
        <p ref={told} tabIndex={-1} role="status">
          {t('progress.dispute-heard')}
        </p>
      )}
      {confirmed && (
        <p role="status">{t(`confirmed.${confirmed.how}`, { by: confirmed.by, at: short(confirmed.at) })}</p>
      )}
      {mayConfirm && !failing && (
        <p className="card-actions">
          {!confirmed && !heard && (
            <Button
              type="primary"
              loading={works.isPending}
              onClick={() => works.mutate({ input: { params, body: { works: true } } })}
            >
              {t('progress.works')}
            </Button>
          )}
          <Button
            onClick={() => {
              setHeard(false);
              setFailing(true);
            }}
          >
            {t('progress.fails')}
          </Button>
        </p>
      )}
      {mayConfirm && failing && (
        <Form<{ readonly note: string }>
          name="fails"
          layout="vertical"
          onFinish={({ note }) => fails.mutate({ input: { params, body: { works: false, note } } })}
        >
          <Form.Item
            name="note"
            label={t('progress.what-fails')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={fails.isPending}>
            {t('progress.fails-send')}
          </Button>
        </Form>
      )}
    </section>
  );
}
